// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/localcheck.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QProcess>
#include <QQueue>
#include <QStandardPaths>
#include <QTimer>
#include <QVersionNumber>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace owui {

namespace {

constexpr auto checkLimit = 10s; ///< for one text; milliseconds are usual

constexpr int killWait = 2000; ///< milliseconds

/// The oldest Python of an Open WebUI server. What an older one here refuses may be fine there.
const QVersionNumber serverPython(3, 11);

QString findPython()
{
    const QString python3 = QStandardPaths::findExecutable(u"python3"_s);
    return python3.isEmpty() ? QStandardPaths::findExecutable(u"python"_s) : python3;
}

QByteArray script()
{
    QFile file(u":/localcheck/localcheck.py"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

LocalCheckResult notChecked(const QString &why)
{
    return {.status = LocalCheckResult::Status::NotChecked, .message = why};
}

} // namespace

class LocalCheck::Private
{
public:
    struct Request
    {
        QByteArray utf8;
        QPointer<QObject> context;
        std::function<void(const LocalCheckResult &)> done;
    };

    QString python;
    QProcess process;
    QTimer limit;
    QQueue<Request> waiting;
    std::optional<Request> running;
};

LocalCheck::LocalCheck(const QString &python, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->python = python.isEmpty() ? findPython() : python;
    d->process.setStandardErrorFile(QProcess::nullDevice());
    d->limit.setSingleShot(true);
    connect(&d->process, &QProcess::readyReadStandardOutput, this, &LocalCheck::readAnswer);
    connect(&d->process, &QProcess::finished, this,
            [this] { finish(notChecked(tr("Python here stopped while it read the text."))); });
    connect(&d->process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            finish(notChecked(tr("Python could not be started here.")));
        }
    });
    connect(&d->limit, &QTimer::timeout, this, [this] {
        finish(notChecked(tr("Python here took too long.")));
        d->process.kill();
    });
}

LocalCheck::~LocalCheck()
{
    disconnect(&d->process, nullptr, this, nullptr);
    if (d->process.state() != QProcess::NotRunning) {
        // The destructor of QProcess would do the same, with a warning. A killed process is gone in a moment.
        d->process.kill();
        d->process.waitForFinished(killWait);
    }
}

void LocalCheck::check(const QByteArray &utf8, QObject *context, std::function<void(const LocalCheckResult &)> done)
{
    d->waiting.enqueue({utf8, context, std::move(done)});
    // Queued, so that an answer never comes from inside this call.
    QMetaObject::invokeMethod(this, &LocalCheck::startNext, Qt::QueuedConnection);
}

void LocalCheck::startNext()
{
    while (!d->running && !d->waiting.isEmpty()) {
        d->running = d->waiting.dequeue();
        if (!d->running->context) {
            d->running.reset();
        } else if (d->python.isEmpty()) {
            finish(notChecked(tr("There is no Python here.")));
        } else {
            send();
        }
    }
}

void LocalCheck::send()
{
    if (d->process.state() == QProcess::NotRunning) {
        d->process.start(d->python, {u"-I"_s, u"-c"_s, QString::fromUtf8(script())});
    }
    d->limit.start(checkLimit);
    d->process.write(QByteArray::number(d->running->utf8.size()) + '\n');
    d->process.write(d->running->utf8);
}

void LocalCheck::readAnswer()
{
    if (!d->running || !d->process.canReadLine()) {
        return;
    }
    const QJsonObject answer = QJsonDocument::fromJson(d->process.readLine()).object();
    LocalCheckResult result{.message = answer.value(u"message"_s).toString(),
                            .line = answer.value(u"line"_s).toInt(),
                            .pythonVersion = answer.value(u"version"_s).toString()};
    const QVersionNumber version = QVersionNumber::fromString(result.pythonVersion);
    if (answer.value(u"ok"_s).toBool()) {
        result.status = LocalCheckResult::Status::Passed;
    } else if (version >= serverPython) {
        result.status = LocalCheckResult::Status::Refused;
    } else {
        result.message = tr("Python %1 here may be too old for it: %2").arg(result.pythonVersion, result.message);
    }
    const QJsonArray classes = answer.value(u"classes"_s).toArray();
    for (const QJsonValue &name : classes) {
        result.classes.append(name.toString());
    }
    const QJsonArray valves = answer.value(u"valves"_s).toArray();
    for (const QJsonValue &value : valves) {
        const QJsonObject field = value.toObject();
        result.valves.append({field.value(u"name"_s).toString(), field.value(u"type"_s).toString(),
                              field.value(u"hasDefault"_s).toBool()});
    }
    finish(result);
}

void LocalCheck::finish(const LocalCheckResult &result)
{
    d->limit.stop();
    if (!d->running) {
        return;
    }
    const Private::Request request = *d->running;
    d->running.reset();
    QMetaObject::invokeMethod(this, &LocalCheck::startNext, Qt::QueuedConnection);
    if (request.context) {
        request.done(result);
    }
}

} // namespace owui
