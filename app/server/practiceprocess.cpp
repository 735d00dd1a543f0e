// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/practiceprocess.h"

#include "childprocess.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QUuid>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace owui {

namespace {

constexpr auto startLimit = 15s;
constexpr auto stopLimit = 3s;
constexpr qsizetype maximumReport = 4096; ///< bytes; a program that says more than that is not ours
constexpr int killWait = 2000;            ///< milliseconds
constexpr int usageError = 2;             ///< exit code of owui-practice

} // namespace

PracticeProcess::PracticeProcess(QObject *parent)
    : QObject(parent)
{
    m_limit.setSingleShot(true);
    restrainChild(m_process);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &PracticeProcess::readLine);
    connect(&m_process, &QProcess::errorOccurred, this, &PracticeProcess::onErrorOccurred);
    connect(&m_process, &QProcess::finished, this, &PracticeProcess::onFinished);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        if (m_state == State::Starting) {
            fail(tr("The practice server did not start within %n seconds.", nullptr,
                    static_cast<int>(std::chrono::seconds(startLimit).count())));
        }
        m_process.kill();
    });
}

PracticeProcess::~PracticeProcess()
{
    disconnect(&m_process, nullptr, this, nullptr);
    if (m_process.state() != QProcess::NotRunning) {
        // The destructor of QProcess would do the same, with a warning. A killed process is gone in a moment.
        m_process.kill();
        m_process.waitForFinished(killWait);
    }
}

QString PracticeProcess::findProgram()
{
    const QString name = u"owui-practice"_s;
    const QString beside = QStandardPaths::findExecutable(name, {QCoreApplication::applicationDirPath()});
    return beside.isEmpty() ? QStandardPaths::findExecutable(name) : beside;
}

void PracticeProcess::start(const QStringList &options)
{
    if (m_state != State::Stopped || m_process.state() != QProcess::NotRunning) {
        return;
    }
    m_state = State::Starting;
    m_refusedOptions = false;
    m_output.clear();
    m_connection = {};
    m_credential = {};
    const QString program = findProgram();
    if (program.isEmpty()) {
        QMetaObject::invokeMethod(
            this, [this] { fail(tr("The practice server is not installed: there is no program \"owui-practice\".")); },
            Qt::QueuedConnection);
        return;
    }
    // Its messages, such as a port that is taken, belong to whoever started this program.
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_limit.start(startLimit);
    m_process.start(program, options);
}

void PracticeProcess::stop()
{
    if (m_process.state() == QProcess::NotRunning) {
        return;
    }
    m_limit.start(stopLimit);
    m_process.closeWriteChannel();
}

bool PracticeProcess::isRunning() const
{
    return m_state == State::Ready;
}

void PracticeProcess::readLine()
{
    const QByteArray output = m_process.readAllStandardOutput();
    if (m_state != State::Starting) {
        return;
    }
    m_output += output;
    const qsizetype end = m_output.indexOf('\n');
    if (end >= 0) {
        takeReport(m_output.first(end));
        m_output.clear();
    } else if (m_output.size() > maximumReport) {
        takeReport({});
    }
}

void PracticeProcess::takeReport(const QByteArray &line)
{
    const QJsonObject report = QJsonDocument::fromJson(line).object();
    const QUrl url(report.value(u"url"_s).toString(), QUrl::StrictMode);
    const QByteArray key = report.value(u"key"_s).toString().toUtf8();
    if (!url.isValid() || !isThisMachine(url) || key.isEmpty()) {
        fail(tr("The program \"owui-practice\" did not say where it listens. It may be of another version."));
        m_process.kill();
        return;
    }
    m_limit.stop();
    m_state = State::Ready;
    m_connection.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_connection.name = tr("Practice server");
    m_connection.url = url;
    m_connection.proxy = ProxyMode::None;
    m_connection.practice = true;
    m_credential = {.secret = key, .origin = originOf(url), .expires = {}, .extraHeaders = {}};
    emit ready();
}

void PracticeProcess::fail(const QString &text)
{
    m_limit.stop();
    m_state = State::Stopped;
    emit failed(
        {.text = text,
         .remedy = tr("Install the practice server, or add a connection to an Open WebUI of your own instead.")});
}

void PracticeProcess::onErrorOccurred(QProcess::ProcessError error)
{
    // Every other error is followed by the end of the process, or does not concern a server that is running.
    if (error == QProcess::FailedToStart && m_state == State::Starting) {
        fail(tr("The practice server could not be started: %1.").arg(m_process.errorString()));
    }
}

void PracticeProcess::onFinished()
{
    m_limit.stop();
    const State state = std::exchange(m_state, State::Stopped);
    m_credential = {};
    if (state == State::Starting) {
        m_refusedOptions = m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == usageError;
        fail(tr("The practice server ended before it was ready."));
    } else if (state == State::Ready) {
        emit ended();
    }
}

} // namespace owui
