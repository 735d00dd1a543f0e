// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/run/runundo.h"

#include "compare/twinfinder.h"
#include "deploy/back/goback.h"
#include "deploy/job/deployenvironment.h"
#include "deploy/job/deploywords.h"

#include <QElapsedTimer>

#include <algorithm>

namespace owui {

namespace {

constexpr std::chrono::seconds leastFindOut(30);

} // namespace

class RunUndo::Private
{
public:
    Private(OpenWebUi &server, LocalCheck &localCheck, HistoryStore &historyStore, Journal *journal)
        : store(historyStore)
        , twins(server)
        , environment{.server = server, .localCheck = localCheck, .twins = twins, .journal = journal}
    {
        environment.findOut.total =
            std::max<std::chrono::milliseconds>(server.connection().deployTimeout, leastFindOut);
    }

    HistoryStore &store;
    TwinFinder twins; // never asked: what is created again was there under its id
    DeployEnvironment environment;
    QList<GoBackRequest> waiting;
    GoBack *running = nullptr; // a child of the run
    GoBackRequest present;     // what it is about
    QElapsedTimer clock;
    QList<DeployResult> results;
    RunSummary summary;
    bool active = false;
    bool modelsChanged = false;
};

RunUndo::RunUndo(OpenWebUi &server, LocalCheck &localCheck, HistoryStore &store, Journal *journal, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(server, localCheck, store, journal))
{
}

RunUndo::~RunUndo()
{
    delete d->running; // before what it uses
}

void RunUndo::start(const QList<GoBackRequest> &requests, const QString &takesBackRun)
{
    Q_ASSERT(!d->active);
    d->environment.run =
        JournalRun::make(takesBackRun.isEmpty() ? HistoryRunKind::GoBack : HistoryRunKind::Undo, takesBackRun);
    d->waiting = requests;
    d->results.clear();
    d->summary = {};
    d->active = true;
    d->modelsChanged = false;
    d->clock.start();
    emit runStarted();
    // Where it is not told, nothing that came with a release is relied on.
    d->environment.server.fetchRelease(this, [this](const Answer<ServerRelease> &answer) {
        d->environment.release = answer ? *answer.value : ServerRelease();
        startNext();
    });
}

void RunUndo::cancel()
{
    const QList<GoBackRequest> dropped = std::exchange(d->waiting, {});
    for (const GoBackRequest &request : dropped) {
        endUnsent(request);
    }
    if (d->running) {
        d->running->cancel();
    }
}

void RunUndo::cancel(PluginSpace space, const QString &id)
{
    const auto isIt = [&](const GoBackRequest &request) { return request.space == space && request.id == id; };
    const auto found = std::ranges::find_if(d->waiting, isIt);
    if (found != d->waiting.end()) {
        const GoBackRequest request = *found;
        d->waiting.erase(found);
        endUnsent(request);
    } else if (d->running && isIt(d->present)) {
        d->running->cancel();
    }
}

void RunUndo::endUnsent(const GoBackRequest &request)
{
    DeployResult result;
    result.path = request.path;
    result.title = request.title;
    result.kind = request.space == PluginSpace::Tool ? PluginKind::Tool : PluginKind::Pipe;
    result.id = request.id;
    result.outcome = DeployOutcome::Cancelled;
    result.message = tr("Cancelled before anything was sent.");
    end(result);
}

void RunUndo::startNext()
{
    if (d->waiting.isEmpty()) {
        endRun();
        return;
    }
    const GoBackRequest request = d->waiting.takeFirst();
    d->present = request;
    d->running = new GoBack(request, d->environment, d->store, this);
    connect(d->running, &GoBack::stageChanged, this,
            [this, request](DeployStage stage) { emit stageChanged(request.space, request.id, stage); });
    connect(d->running, &GoBack::noted, this,
            [this, request](LogLevel level, const QString &text) { log(level, request.path, request.title, text); });
    connect(d->running, &GoBack::finished, this, [this](const DeployResult &result) {
        d->running->deleteLater();
        d->running = nullptr;
        end(result);
        if (result.error.serverGone() || result.error.concernsConnection()) {
            cancel(); // the rest would end the same
        }
        startNext();
    });
    d->running->start();
}

void RunUndo::end(const DeployResult &result)
{
    d->results.append(result);
    d->summary.count(result.outcome);
    d->modelsChanged |=
        result.kind == PluginKind::Pipe && result.isSuccess() && result.outcome != DeployOutcome::Unchanged;
    const LogLevel level = result.isSuccess() ? LogLevel::Success
                           : result.outcome == DeployOutcome::Failed || result.outcome == DeployOutcome::Unknown
                               ? LogLevel::Error
                               : LogLevel::Warning;
    log(level, result.path, result.title, logText(result));
    emit finished(result);
}

void RunUndo::endRun()
{
    d->summary.elapsed = std::chrono::milliseconds(d->clock.elapsed());
    if (d->environment.journal) {
        d->environment.journal->endRun(runId());
    }
    log(d->summary.isClean() ? LogLevel::Info : LogLevel::Warning, {}, {}, d->summary.text());
    const auto finish = [this] {
        d->active = false;
        emit runFinished();
    };
    if (!d->modelsChanged) {
        finish();
        return;
    }
    // As after a deployment: until someone asks for the models, chats do not find a changed pipe (contract 8).
    d->environment.server.refreshModels(this, [finish](const Answer<bool> &) { finish(); });
}

void RunUndo::log(LogLevel level, const QString &path, const QString &title, const QString &text)
{
    emit logged({.time = QDateTime::currentDateTime(),
                 .level = level,
                 .server = d->environment.server.connection().name,
                 .path = path,
                 .plugin = title,
                 .text = text});
}

bool RunUndo::isRunning() const
{
    return d->active;
}

int RunUndo::total() const
{
    return static_cast<int>(d->results.size() + d->waiting.size()) + (d->running ? 1 : 0);
}

const QList<DeployResult> &RunUndo::results() const
{
    return d->results;
}

const RunSummary &RunUndo::summary() const
{
    return d->summary;
}

QString RunUndo::runId() const
{
    return d->environment.run.id;
}

ServerRelease RunUndo::release() const
{
    return d->environment.release;
}

} // namespace owui
