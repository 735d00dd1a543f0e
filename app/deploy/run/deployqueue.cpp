// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/run/deployqueue.h"

#include "compare/twinfinder.h"
#include "deploy/job/deployenvironment.h"
#include "deploy/job/deployjob.h"
#include "deploy/job/deploywords.h"
#include "deploy/run/recordedswitch.h"
#include "plugins/localcheck.h"

#include <QElapsedTimer>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace owui {

namespace {

constexpr std::chrono::seconds leastFindOut(30);

/// What lives as long as one run. Twins are looked for among what the server had when the run began.
struct Run
{
    Run(OpenWebUi &server, LocalCheck &localCheck, Journal *journal, const std::optional<FindOutLimits> &findOut)
        : twins(server)
        , environment{.server = server,
                      .localCheck = localCheck,
                      .twins = twins,
                      .journal = journal,
                      .run = JournalRun::make(HistoryRunKind::Deploy)}
    {
        const std::chrono::milliseconds deadline = server.connection().deployTimeout;
        environment.findOut =
            findOut.value_or(FindOutLimits{.total = std::max<std::chrono::milliseconds>(deadline, leastFindOut)});
        clock.start();
    }

    TwinFinder twins;
    DeployEnvironment environment;
    QElapsedTimer clock;
    QHash<QString, DeployRequest> taken; // by path, for a retry
    QList<DeployResult> results;
    RunSummary summary;
    bool modelsChanged = false;
};

} // namespace

class DeployQueue::Private
{
public:
    OpenWebUi &server;
    LocalCheck &localCheck;
    Journal *journal;
    std::optional<FindOutLimits> findOut{};
    std::unique_ptr<Run> run; // the present or the last one
    QList<DeployRequest> waiting;
    QHash<QString, DeployJob *> running; // by path; children of the queue
    QSet<QString> present;               // paths that wait or run
    bool active = false;
    bool preparing = false;
    bool held = false;
};

DeployQueue::DeployQueue(OpenWebUi &server, LocalCheck &localCheck, Journal *journal, QObject *parent)
    : QObject(parent)
    , d(new Private{.server = server, .localCheck = localCheck, .journal = journal, .run = {}})
{
    d->run = std::make_unique<Run>(server, localCheck, journal, std::nullopt);
}

DeployQueue::~DeployQueue()
{
    // The jobs use the run, so they go first.
    qDeleteAll(d->running);
}

void DeployQueue::setFindOutLimits(const FindOutLimits &limits)
{
    d->findOut = limits;
}

int DeployQueue::submit(const QList<DeployRequest> &requests)
{
    QList<DeployRequest> fresh;
    for (const DeployRequest &request : requests) {
        if (!d->present.contains(request.plugin.path)) {
            d->present.insert(request.plugin.path);
            fresh.append(request);
        }
    }
    if (fresh.isEmpty()) {
        return 0;
    }
    const bool starts = !d->active;
    if (starts) {
        d->run = std::make_unique<Run>(d->server, d->localCheck, d->journal, d->findOut);
        d->active = true;
        d->held = false;
    }
    d->waiting.append(fresh);
    for (const DeployRequest &request : std::as_const(fresh)) {
        d->run->taken.insert(request.plugin.path, request);
    }
    if (starts) {
        emit runStarted();
        askRelease();
    } else {
        startNext();
    }
    emit progressChanged();
    return static_cast<int>(fresh.size());
}

void DeployQueue::askRelease()
{
    d->preparing = true;
    d->server.fetchRelease(this, [this](const Answer<ServerRelease> &answer) {
        d->preparing = false;
        if (answer) {
            d->run->environment.release = *answer.value;
        } else if (answer.error.serverGone() && !d->waiting.isEmpty()) {
            // One row tells what is wrong; the others wait instead of failing one by one.
            const DeployRequest first = d->waiting.takeFirst();
            DeployResult result;
            result.path = first.plugin.path;
            result.title = first.plugin.title();
            result.kind = first.plugin.kind.value_or(PluginKind::Pipe);
            result.id = first.plugin.id;
            result.stage = DeployStage::LookingUp;
            result.error = answer.error;
            result.message = tr("Nothing was sent. %1").arg(failureText(answer.error));
            result.remedy = answer.error.remedy();
            end(result);
        }
        startNext();
    });
}

void DeployQueue::startNext()
{
    while (!d->preparing && !d->held && !d->waiting.isEmpty() &&
           d->running.size() < d->server.connection().parallelRequests) {
        start(d->waiting.takeFirst());
    }
    if (d->active && !d->preparing && d->waiting.isEmpty() && d->running.isEmpty()) {
        endRun();
    }
}

void DeployQueue::start(const DeployRequest &request)
{
    const QString path = request.plugin.path;
    auto *job = new DeployJob(request, d->run->environment, this);
    d->running.insert(path, job);
    connect(job, &DeployJob::stageChanged, this, [this, path](DeployStage stage) { emit stageChanged(path, stage); });
    connect(job, &DeployJob::noted, this, [this, request](LogLevel level, const QString &text) {
        log(level, request.plugin.path, request.plugin.title(), text);
    });
    connect(job, &DeployJob::seen, this, &DeployQueue::seen);
    connect(job, &DeployJob::serverLost, this, [this](const ServerError &error) { hold(error); });
    connect(job, &DeployJob::finished, this, [this, path, job](const DeployResult &result) {
        d->running.remove(path);
        job->deleteLater();
        end(result);
        startNext();
    });
    job->start();
}

void DeployQueue::end(const DeployResult &result)
{
    d->present.remove(result.path);
    d->run->results.append(result);
    d->run->summary.count(result.outcome);
    const bool mayBeNew = result.outcome == DeployOutcome::Created || result.outcome == DeployOutcome::Updated ||
                          result.outcome == DeployOutcome::Unknown;
    d->run->modelsChanged |= result.kind == PluginKind::Pipe && (mayBeNew || result.deactivated);
    const LogLevel level = result.isSuccess() ? LogLevel::Success
                           : result.outcome == DeployOutcome::Failed || result.outcome == DeployOutcome::Unknown
                               ? LogLevel::Error
                               : LogLevel::Warning;
    log(level, result.path, result.title, logText(result));
    emit finished(result);
    emit progressChanged();
    if (result.error.serverGone() || result.error.concernsConnection()) {
        hold(result.error);
    }
}

void DeployQueue::hold(const ServerError &error)
{
    if (d->held || d->waiting.isEmpty()) {
        return;
    }
    d->held = true;
    const QString reason =
        tr("%n plugin(s) wait, because the rest would end the same. %1", nullptr, static_cast<int>(d->waiting.size()))
            .arg(error.text());
    log(LogLevel::Warning, {}, {}, reason);
    emit held(reason);
}

void DeployQueue::resume()
{
    if (!d->held) {
        return;
    }
    d->held = false;
    if (d->run->environment.release.isKnown()) {
        startNext();
    } else {
        askRelease();
    }
}

void DeployQueue::cancelWaiting()
{
    const QList<DeployRequest> dropped = std::exchange(d->waiting, {});
    d->held = false;
    for (const DeployRequest &request : dropped) {
        endUnsent(request);
    }
    startNext();
}

void DeployQueue::cancelAll()
{
    const QList<DeployRequest> dropped = std::exchange(d->waiting, {});
    d->held = false;
    for (const DeployRequest &request : dropped) {
        endUnsent(request);
    }
    for (DeployJob *job : std::as_const(d->running)) {
        job->cancel();
    }
    startNext();
}

void DeployQueue::cancel(const QString &path)
{
    if (DeployJob *job = d->running.value(path)) {
        job->cancel();
        return;
    }
    const auto found =
        std::ranges::find_if(d->waiting, [&path](const DeployRequest &request) { return request.plugin.path == path; });
    if (found != d->waiting.end()) {
        const DeployRequest request = *found;
        d->waiting.erase(found);
        endUnsent(request);
        startNext();
    }
}

void DeployQueue::endUnsent(const DeployRequest &request)
{
    DeployResult result;
    result.path = request.plugin.path;
    result.title = request.plugin.title();
    result.kind = request.plugin.kind.value_or(PluginKind::Pipe);
    result.id = request.plugin.id;
    result.outcome = DeployOutcome::Cancelled;
    result.message = tr("Cancelled before anything was sent.");
    end(result);
}

int DeployQueue::retryFailed()
{
    QList<DeployRequest> again;
    for (const DeployResult &result : std::as_const(d->run->results)) {
        const bool retryable = result.outcome == DeployOutcome::Failed || result.outcome == DeployOutcome::Unknown ||
                               result.outcome == DeployOutcome::Cancelled;
        if (retryable) {
            again.append(d->run->taken.value(result.path));
        }
    }
    return submit(again);
}

void DeployQueue::switchOn(const DeployResult &result)
{
    const auto tellFailure = [this, result](const QString &reason) {
        log(LogLevel::Error, result.path, result.title,
            tr("It could not be switched on. %1 Switch it on in Open WebUI's admin panel.").arg(reason));
        emit switchedOn(result.path, false);
    };
    d->server.lookUp(PluginSpace::Function, result.id, this, [this, result, tellFailure](const LookUp &lookUp) {
        if (lookUp.presence != Presence::Found) {
            tellFailure(failureText(lookUp.error ? lookUp.error : ServerError{.kind = ServerErrorKind::NotFound}));
            return;
        }
        auto *functionSwitch = new RecordedSwitch(d->server, d->journal, *lookUp.plugin, result.path, true, this);
        connect(functionSwitch, &RecordedSwitch::seen, this, [this](const ServerPlugin &now) {
            emit seen(PluginSpace::Function, now.id, {.presence = Presence::Found, .plugin = now});
        });
        connect(functionSwitch, &RecordedSwitch::finished, this,
                [this, result, tellFailure](const SwitchResult &switched) {
                    if (!switched.isOn) {
                        tellFailure(switched.sent ? failureText(switched.error) : switched.unstored);
                        return;
                    }
                    log(LogLevel::Success, result.path, result.title, tr("Switched on again."));
                    if (!switched.unstored.isEmpty()) {
                        log(LogLevel::Warning, result.path, result.title, switched.unstored);
                    }
                    emit switchedOn(result.path, true);
                    if (result.kind == PluginKind::Pipe) {
                        d->server.refreshModels(this, [](const Answer<bool> &) {});
                    }
                });
        functionSwitch->start();
    });
}

void DeployQueue::endRun()
{
    d->active = false;
    if (d->journal) {
        d->journal->endRun(d->run->environment.run.id);
    }
    d->run->summary.elapsed = std::chrono::milliseconds(d->run->clock.elapsed());
    log(d->run->summary.isClean() ? LogLevel::Info : LogLevel::Warning, {}, {}, d->run->summary.text());
    if (!d->run->modelsChanged) {
        emit runFinished();
        return;
    }
    // Until someone asks for the models, chats say "Model not found" for a new or changed pipe (contract 8).
    d->server.refreshModels(this, [this](const Answer<bool> &answer) {
        if (!answer) {
            log(LogLevel::Warning, {}, {},
                tr("The server was not made to notice the changed pipes; reload Open WebUI's page to see them. %1")
                    .arg(failureText(answer.error)));
        }
        emit runFinished();
    });
}

void DeployQueue::log(LogLevel level, const QString &path, const QString &title, const QString &text)
{
    emit logged({.time = QDateTime::currentDateTime(),
                 .level = level,
                 .server = d->server.connection().name,
                 .path = path,
                 .plugin = title,
                 .text = text});
}

bool DeployQueue::isRunning() const
{
    return d->active;
}

bool DeployQueue::isHeld() const
{
    return d->held;
}

int DeployQueue::total() const
{
    return done() + static_cast<int>(d->waiting.size() + d->running.size());
}

int DeployQueue::done() const
{
    return static_cast<int>(d->run->results.size());
}

const RunSummary &DeployQueue::summary() const
{
    return d->run->summary;
}

const QList<DeployResult> &DeployQueue::results() const
{
    return d->run->results;
}

QString DeployQueue::runId() const
{
    return d->run->environment.run.id;
}

ServerRelease DeployQueue::release() const
{
    return d->run->environment.release;
}

} // namespace owui
