// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/programrun.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace owui::test {

ProgramRun::ProgramRun(const QStringList &arguments)
    : m_arguments(arguments)
{
    const QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {u"PATH"_s, u"LC_ALL"_s, u"ASAN_OPTIONS"_s, u"LSAN_OPTIONS"_s, u"UBSAN_OPTIONS"_s}) {
        if (own.contains(name)) {
            m_environment.insert(name, own.value(name));
        }
    }
    m_environment.insert(u"HOME"_s, m_home.path());
    m_environment.insert(u"no_proxy"_s, u"*"_s);
    m_process.setWorkingDirectory(QDir::tempPath());
}

ProgramRun::~ProgramRun()
{
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

void ProgramRun::startWithOpenInput()
{
    m_process.setProcessEnvironment(m_environment);
    m_process.start(m_program, m_arguments);
}

void ProgramRun::start(const QByteArray &input)
{
    startWithOpenInput();
    m_process.write(input);
    m_process.closeWriteChannel();
}

bool ProgramRun::waitUntilItListens()
{
    const auto listens = [this] {
        QFile status(u"/proc/%1/status"_s.arg(m_process.processId()));
        if (!status.open(QIODevice::ReadOnly)) {
            return false;
        }
        static const QRegularExpression caught(u"^SigCgt:\\s*([0-9a-f]+)$"_s, QRegularExpression::MultilineOption);
        const quint64 handled =
            caught.match(QString::fromLatin1(status.readAll())).captured(1).toULongLong(nullptr, 16);
        return (handled >> (SIGINT - 1) & 1U) != 0;
    };
    return m_process.waitForStarted() && QTest::qWaitFor(listens, 60'000);
}

bool ProgramRun::waitForEnd()
{
    const bool hasEnded = QTest::qWaitFor([this] { return m_process.state() == QProcess::NotRunning; }, 60'000);
    if (!hasEnded) {
        tellWhereItHangs();
    }
    return hasEnded;
}

/// What its threads wait for; under a sanitizer also the stack of one, which SIGABRT has it write.
void ProgramRun::tellWhereItHangs()
{
    qWarning() << "owui-deploy does not end:" << m_arguments.value(0);
    const auto text = [](const QString &path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
    };
    const QDir threads(u"/proc/%1/task"_s.arg(m_process.processId()));
    for (const QString &thread : threads.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        qWarning() << text(threads.filePath(thread + u"/comm"_s)) << text(threads.filePath(thread + u"/wchan"_s))
                   << text(threads.filePath(thread + u"/syscall"_s));
    }
    ::kill(static_cast<pid_t>(m_process.processId()), SIGABRT);
    m_process.waitForFinished();
    qWarning().noquote() << QString::fromUtf8(errors() + output());
}

bool ProgramRun::run(const QByteArray &input)
{
    start(input);
    if (!waitForEnd()) {
        return false;
    }
    if (crashed()) {
        qWarning().noquote() << QString::fromUtf8(errors());
    }
    return !crashed();
}

void ProgramRun::interrupt() const
{
    ::kill(static_cast<pid_t>(m_process.processId()), SIGINT);
}

QByteArray ProgramRun::output()
{
    m_output += m_process.readAllStandardOutput();
    return m_output;
}

QByteArray ProgramRun::errors()
{
    m_errors += m_process.readAllStandardError();
    return m_errors;
}

QJsonObject ProgramRun::document()
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(output(), &error);
    return error.error == QJsonParseError::NoError ? document.object() : QJsonObject();
}

} // namespace owui::test
