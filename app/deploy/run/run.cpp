// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/run/run.h"

#include "compare/twinfinder.h"
#include "deploy/back/goback.h"
#include "deploy/job/deployjob.h"
#include "deploy/job/deploywords.h"
#include "plugins/localcheck.h"

#include <QElapsedTimer>
#include <QSet>
#include <QUuid>

#include <algorithm>
#include <functional>
#include <type_traits>

namespace owui {

namespace {

constexpr std::chrono::seconds leastFindOut(30);

/// What lives as long as one run. Twins are looked for among what the server had when the run began.
struct Present
{
    Present(OpenWebUi &server, LocalCheck &localCheck, Journal *journal, JournalRun run,
            const std::optional<FindOutLimits> &findOut)
        : twins(server)
        , environment{
              .server = server, .localCheck = localCheck, .twins = twins, .journal = journal, .run = std::move(run)}
    {
        const std::chrono::milliseconds deadline = server.connection().deployTimeout;
        environment.findOut =
            findOut.value_or(FindOutLimits{.total = std::max<std::chrono::milliseconds>(deadline, leastFindOut)});
        clock.start();
    }

    TwinFinder twins;
    DeployEnvironment environment;
    QElapsedTimer clock;
    QList<DeployResult> results;
    RunSummary summary;
    bool modelsChanged = false;
    bool abandoned = false;
};

} // namespace

/// A job that waits.
struct Run::Item
{
    QString key; ///< each is there at most once
    DeployResult subject;
    std::function<ServerJob *(const DeployEnvironment &, QObject *)> make;
};

/// What belongs together in the history.
struct Run::Order
{
    HistoryRunKind kind = HistoryRunKind::Deploy;
    QString takesBackRun;
    QList<Item> items;
};

class Run::Private
{
public:
    struct Running
    {
        Item item;
        ServerJob *job = nullptr; ///< a child of the run
    };

    OpenWebUi &server;
    LocalCheck &localCheck;
    Journal *journal;
    std::optional<FindOutLimits> findOut{};
    ServerRelease heard{};          // for the next run
    std::unique_ptr<Present> run{}; // the present or the last one
    QList<Item> waiting{};
    QList<Running> running{};
    QSet<QString> taken{}; // keys that wait or run, those of later orders included
    QList<Order> later{};  // that wait for the end of the present run
    bool active = false;
    OpenWebUi::Request asked{}; // by the run itself: for the release, or for the models
    bool preparing = false;     // the release is being asked for
    bool ending = false;        // nothing joins any more
    bool held = false;

    [[nodiscard]] bool joins(const Order &order) const
    {
        return !ending && (order.kind == HistoryRunKind::Other ||
                           (order.kind == HistoryRunKind::Deploy && run->environment.run.kind == order.kind));
    }
    [[nodiscard]] qsizetype atATime() const
    {
        const HistoryRunKind kind = run->environment.run.kind;
        const bool back = kind == HistoryRunKind::Undo || kind == HistoryRunKind::GoBack;
        return back ? 1 : server.connection().parallelRequests;
    }
};

Run::Run(OpenWebUi &server, LocalCheck &localCheck, Journal *journal, QObject *parent)
    : QObject(parent)
    , d(new Private{.server = server, .localCheck = localCheck, .journal = journal})
{
    d->run = std::make_unique<Present>(server, localCheck, journal, JournalRun(), std::nullopt);
}

Run::~Run()
{
    // The jobs use the run, so they go first.
    for (const Private::Running &running : std::as_const(d->running)) {
        delete running.job;
    }
}

void Run::setFindOutLimits(const FindOutLimits &limits)
{
    d->findOut = limits;
}

void Run::setRelease(const ServerRelease &release)
{
    d->heard = release;
}

template<typename Job, typename Request, typename Subject>
QList<Run::Item> Run::itemsOf(const QList<Request> &requests, Subject subjectOf)
{
    QList<Item> items;
    for (const Request &request : requests) {
        const DeployResult subject = subjectOf(request);
        // A file is what a deployment is about, and what the server has under an id everything else.
        const bool isDeployment = std::is_same_v<Job, DeployJob>;
        const QString id = u'\n' + nameOf(subject.space) + u'/' + subject.id;
        items.append({.key = isDeployment ? subject.path : id,
                      .subject = subject,
                      .make = [request](const DeployEnvironment &environment, QObject *parent) {
                          return new Job(request, environment, parent);
                      }});
    }
    return items;
}

int Run::deploy(const QList<DeployRequest> &requests)
{
    const auto subjectOf = [](const DeployRequest &request) { return DeployResult::of(request.plugin); };
    return submit({.kind = HistoryRunKind::Deploy, .items = itemsOf<DeployJob>(requests, subjectOf)});
}

int Run::switchTo(const QList<SwitchRequest> &requests)
{
    const auto subjectOf = [](const SwitchRequest &request) { return request.subject; };
    return submit({.kind = HistoryRunKind::Other, .items = itemsOf<SwitchJob>(requests, subjectOf)});
}

int Run::remove(const QList<DeleteRequest> &requests)
{
    const auto subjectOf = [](const DeleteRequest &request) { return DeployResult::of(request.seen); };
    return submit({.kind = HistoryRunKind::Other, .items = itemsOf<DeleteJob>(requests, subjectOf)});
}

int Run::goBack(const QList<GoBackRequest> &requests, const QString &takesBackRun)
{
    return submit({.kind = takesBackRun.isEmpty() ? HistoryRunKind::GoBack : HistoryRunKind::Undo,
                   .takesBackRun = takesBackRun,
                   .items = itemsOf<GoBack>(requests, std::mem_fn(&GoBackRequest::subject))});
}

int Run::submit(Order order)
{
    erase_if(order.items, [this](const Item &item) {
        const bool known = d->taken.contains(item.key);
        d->taken.insert(item.key);
        return known;
    });
    const auto count = static_cast<int>(order.items.size());
    if (count == 0) {
        return 0;
    }
    if (!d->active) {
        begin(std::move(order));
    } else if (d->joins(order)) {
        d->waiting.append(order.items);
        startNext();
    } else {
        d->later.append(std::move(order));
    }
    emit progressChanged();
    return count;
}

void Run::begin(Order order)
{
    const JournalRun run{
        .id = QUuid::createUuid().toString(QUuid::WithoutBraces), .kind = order.kind, .takesBack = order.takesBackRun};
    d->run = std::make_unique<Present>(d->server, d->localCheck, d->journal, run, d->findOut);
    d->active = true;
    d->ending = false;
    d->held = false;
    d->waiting = std::move(order.items);
    d->run->environment.release = std::exchange(d->heard, {});
    emit runStarted();
    if (d->run->environment.release.isKnown()) {
        startNext();
    } else {
        askRelease();
    }
}

void Run::askRelease()
{
    d->preparing = true;
    d->asked = d->server.fetchRelease(this, [this](const Answer<ServerRelease> &answer) {
        d->preparing = false;
        if (answer) {
            d->run->environment.release = *answer.value;
        } else if (answer.error.serverGone() && !d->waiting.isEmpty()) {
            // One row tells what is wrong; the others wait instead of failing one by one.
            DeployResult result = d->waiting.takeFirst().subject;
            result.stage = DeployStage::LookingUp;
            result.error = answer.error;
            result.message = tr("Nothing was sent. %1").arg(failureText(answer.error));
            result.remedy = answer.error.remedy();
            end(result);
        }
        startNext();
    });
}

void Run::startNext()
{
    const auto isFree = [this](const Item &item) {
        return std::ranges::none_of(d->running, [&item](const Private::Running &running) {
            const DeployResult &other = running.item.subject; // one job of a plugin at a time
            return other.space == item.subject.space && other.id == item.subject.id;
        });
    };
    while (!d->preparing && !d->held && d->running.size() < d->atATime()) {
        const auto next = std::ranges::find_if(d->waiting, isFree);
        if (next == d->waiting.end()) {
            break;
        }
        const Item item = *next;
        d->waiting.erase(next);
        start(item);
    }
    if (d->active && !d->ending && !d->preparing && d->waiting.isEmpty() && d->running.isEmpty()) {
        endRun();
    }
}

void Run::start(const Item &item)
{
    ServerJob *job = item.make(d->run->environment, this);
    d->running.append({.item = item, .job = job});
    const DeployResult subject = item.subject;
    connect(job, &ServerJob::stageChanged, this,
            [this, subject](DeployStage stage) { emit stageChanged(subject.path, stage, subject.space, subject.id); });
    connect(job, &ServerJob::noted, this,
            [this, subject](LogLevel level, const QString &text) { log(level, &subject, text); });
    connect(job, &ServerJob::seen, this, &Run::seen);
    connect(job, &ServerJob::serverLost, this, &Run::hold);
    connect(job, &ServerJob::finished, this, [this, key = item.key, job](const DeployResult &result) {
        erase_if(d->running, [job](const Private::Running &running) { return running.job == job; });
        d->taken.remove(key);
        job->deleteLater();
        end(result);
        startNext();
    });
    job->start();
}

void Run::end(const DeployResult &result)
{
    d->run->results.append(result);
    d->run->summary.count(result.outcome);
    const bool mayBeNew =
        result.outcome == DeployOutcome::Unknown || (result.isSuccess() && result.outcome != DeployOutcome::Unchanged);
    d->run->modelsChanged |= result.kind == PluginKind::Pipe && (mayBeNew || result.deactivated);
    log(logLevelOf(result), &result, logText(result));
    emit finished(result);
    emit progressChanged();
    if (result.error.concernsConnection()) {
        hold(result.error);
    }
}

void Run::hold(const ServerError &error)
{
    if (d->held || d->waiting.isEmpty()) {
        return;
    }
    d->held = true;
    const QString reason =
        tr("%n plugin(s) wait, because the rest would end the same. %1", nullptr, static_cast<int>(d->waiting.size()))
            .arg(error.text());
    log(LogLevel::Warning, nullptr, reason);
    emit held(reason);
}

void Run::resume()
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

void Run::cancelWaiting()
{
    d->held = false;
    QList<Item> dropped = std::exchange(d->waiting, {});
    for (const Order &order : std::exchange(d->later, {})) {
        dropped.append(order.items);
    }
    for (const Item &item : std::as_const(dropped)) {
        endUnsent(item);
    }
    startNext();
}

void Run::cancelAll()
{
    for (const Private::Running &each : QList(d->running)) {
        each.job->cancel();
    }
    cancelWaiting();
}

void Run::cancelUnsent()
{
    for (const Private::Running &each : QList(d->running)) {
        if (!each.job->changes().hasSent()) {
            each.job->cancel();
        }
    }
    cancelWaiting();
}

void Run::abandon()
{
    d->run->abandoned = true;
    for (const Private::Running &each : QList(d->running)) {
        each.job->abandon();
    }
    cancelWaiting();
    if (d->asked) {
        d->asked->cancel();
    }
}

void Run::cancel(const QString &path)
{
    cancelThose([&path](const Item &item) { return !path.isEmpty() && item.subject.path == path; });
}

void Run::cancel(PluginSpace space, const QString &id)
{
    cancelThose([&](const Item &item) { return item.subject.space == space && item.subject.id == id; });
}

template<typename Predicate>
void Run::cancelThose(Predicate isMeant)
{
    for (const Private::Running &each : QList(d->running)) {
        if (isMeant(each.item)) {
            each.job->cancel();
        }
    }
    QList<Item> dropped;
    const auto drop = [&](QList<Item> &items) {
        std::ranges::copy_if(items, std::back_inserter(dropped), isMeant);
        erase_if(items, isMeant);
    };
    drop(d->waiting);
    for (Order &order : d->later) {
        drop(order.items);
    }
    erase_if(d->later, [](const Order &order) { return order.items.isEmpty(); });
    for (const Item &item : std::as_const(dropped)) {
        endUnsent(item);
    }
    startNext();
}

void Run::endUnsent(const Item &item)
{
    d->taken.remove(item.key);
    DeployResult result = item.subject;
    result.outcome = DeployOutcome::Cancelled;
    result.message = unsentText();
    end(result);
}

void Run::endRun()
{
    d->ending = true;
    if (d->journal) {
        d->journal->endRun(d->run->environment.run.id);
    }
    d->run->summary.elapsed = std::chrono::milliseconds(d->run->clock.elapsed());
    log(d->run->summary.isClean() ? LogLevel::Info : LogLevel::Warning, nullptr, d->run->summary.text());
    if (!d->run->modelsChanged || d->run->abandoned) {
        leaveRun();
        return;
    }
    // Until someone asks for the models, chats say "Model not found" for a new or changed pipe (contract 8).
    d->asked = d->server.refreshModels(this, [this](const Answer<bool> &answer) {
        if (!answer) {
            log(LogLevel::Warning, nullptr,
                tr("The server was not made to notice the changed pipes; reload Open WebUI's page to see them. %1")
                    .arg(failureText(answer.error)));
        }
        leaveRun();
    });
}

void Run::leaveRun()
{
    d->active = false;
    emit runFinished();
    // Somebody may have begun the next one in answer to that.
    if (!d->active && !d->later.isEmpty()) {
        begin(d->later.takeFirst());
    }
}

void Run::log(LogLevel level, const DeployResult *subject, const QString &text)
{
    emit logged({.time = QDateTime::currentDateTime(),
                 .level = level,
                 .server = d->server.connection().name,
                 .path = subject ? subject->path : QString(),
                 .plugin = subject ? subject->title : QString(),
                 .text = text});
}

bool Run::isRunning() const
{
    return d->active || !d->later.isEmpty();
}

bool Run::isHeld() const
{
    return d->held;
}

HistoryRunKind Run::kind() const
{
    return d->run->environment.run.kind;
}

int Run::total() const
{
    return done() + static_cast<int>(d->waiting.size() + d->running.size());
}

int Run::done() const
{
    return static_cast<int>(d->run->results.size());
}

const RunSummary &Run::summary() const
{
    return d->run->summary;
}

const QList<DeployResult> &Run::results() const
{
    return d->run->results;
}

ServerRelease Run::release() const
{
    return d->run->environment.release;
}

RunReport Run::report() const
{
    const Connection &connection = d->server.connection();
    return {.serverName = connection.name,
            .serverUrl = connection.url.toDisplayString(QUrl::RemoveUserInfo),
            .release = release().text(),
            .ended = QDateTime::currentDateTime(),
            .elapsed = d->run->summary.elapsed,
            .results = results()};
}

} // namespace owui
