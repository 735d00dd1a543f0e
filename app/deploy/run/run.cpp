// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/run/run.h"

#include "deploy/back/goback.h"
#include "deploy/job/deployjob.h"
#include "deploy/job/deploywords.h"
#include "deploy/job/sharedlooks.h"
#include "onpool.h"
#include "plugins/localcheck.h"
#include "plugins/pluginfile.h"

#include <QUuid>

#include <algorithm>
#include <type_traits>
#include <utility>

namespace owui {

namespace {

constexpr std::chrono::seconds leastFindOut(30);

/// The check keeps what it found for the job.
void checkCode(const DeployRequest &request, LocalCheck &check, QObject *context)
{
    onPool(
        context, [root = request.root, plugin = request.plugin] { return readSourceOf(root, plugin); },
        [&check, context](const Result<PluginSource, SkipReason> &source) {
            if (source) {
                check.check(source.value().utf8, context, [](const LocalCheckResult &) {});
            }
        });
}

constexpr auto any = [](const auto & /*item*/) { return true; };

} // namespace

Run::Run(OpenWebUi &server, LocalCheck &localCheck, Journal *journal, QObject *parent)
    : QObject(parent)
    , m_environment{.server = server, .localCheck = localCheck, .journal = journal}
{
    connect(&server, &OpenWebUi::exchanged, this, [this](const Exchange &exchange) {
        if (m_active && exchange.isChange && !exchange.error) {
            m_pace.take(exchange.elapsed);
        }
    });
}

Run::~Run()
{
    // The jobs use the run, so they go first.
    for (const Item &item : std::as_const(m_running)) {
        delete item.job;
    }
}

bool Run::joins(const Order &order) const
{
    return !m_ending &&
           (order.kind == HistoryRunKind::Other || (order.kind == HistoryRunKind::Deploy && kind() == order.kind));
}

qsizetype Run::atATime() const
{
    const bool back = kind() == HistoryRunKind::Undo || kind() == HistoryRunKind::GoBack;
    return back ? 1 : m_pace.atATime();
}

void Run::setFindOutLimits(const FindOutLimits &limits)
{
    m_findOut = limits;
}

void Run::setRelease(const ServerRelease &release)
{
    m_heard = release;
}

template<typename Job, typename Request, typename Subject>
QList<Run::Item> Run::itemsOf(const QList<Request> &requests, Subject subjectOf)
{
    QList<Item> items;
    for (const Request &request : requests) {
        bool looks = true;
        std::function<void(LocalCheck &, QObject *)> checkAhead;
        if constexpr (std::is_same_v<Job, DeployJob>) {
            looks = !request.recentLook || request.recentLook->seen.presence != Presence::Missing;
            checkAhead = [request](LocalCheck &check, QObject *context) { checkCode(request, check, context); };
        }
        const DeployResult subject = subjectOf(request);
        // A file is what a deployment is about, and what the server has under an id everything else.
        const bool isDeployment = std::is_same_v<Job, DeployJob>;
        const QString id = u'\n' + nameOf(subject.space) + u'/' + subject.id;
        items.append({.key = isDeployment ? subject.path : id,
                      .subject = subject,
                      .make = [request](const DeployEnvironment &environment,
                                        QObject *parent) { return new Job(request, environment, parent); },
                      .checkAhead = checkAhead,
                      .looks = looks});
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
        const bool known = m_taken.contains(item.key);
        m_taken.insert(item.key);
        return known;
    });
    const auto count = static_cast<int>(order.items.size());
    if (count == 0) {
        return 0;
    }
    if (!m_active) {
        begin(std::move(order));
    } else if (joins(order)) {
        m_waiting.append(order.items);
        startNext();
    } else {
        m_later.append(std::move(order));
    }
    emit progressChanged();
    return count;
}

void Run::begin(Order order)
{
    const std::chrono::milliseconds deadline = m_environment.server.connection().deployTimeout;
    m_twins = std::make_unique<TwinFinder>(m_environment.server, m_environment.journal, m_recent);
    m_environment.twins = m_twins.get();
    m_environment.run = {
        .id = QUuid::createUuid().toString(QUuid::WithoutBraces), .kind = order.kind, .takesBack = order.takesBackRun};
    prepareLooks();
    takeRelease(std::exchange(m_heard, {}));
    m_environment.findOut =
        m_findOut.value_or(FindOutLimits{.total = std::max<std::chrono::milliseconds>(deadline, leastFindOut)});
    m_pace = Pace(m_environment.server.connection().pluginsAtATime);
    m_clock.start();
    m_results.clear();
    m_summary = {};
    m_modelsChanged = false;
    m_abandoned = false;
    m_active = true;
    m_ending = false;
    m_held = false;
    m_waiting = std::move(order.items);
    emit runStarted();
    if (m_environment.release.isKnown()) {
        startNext();
    } else {
        askRelease();
    }
}

void Run::prepareLooks()
{
    m_looks = std::make_unique<SharedLooks>(m_environment.server);
    for (const PluginSpace space : {PluginSpace::Function, PluginSpace::Tool}) {
        const auto known = m_recent ? m_recent(space) : std::nullopt;
        m_looks->setCount(space, known ? std::optional(known->size()) : std::nullopt);
    }
    // Others are done one after the other.
    m_environment.looks = kind() == HistoryRunKind::Deploy ? m_looks.get() : nullptr;
}

void Run::takeRelease(const ServerRelease &release)
{
    m_environment.release = release;
    m_twins->setRelease(release);
}

void Run::askRelease()
{
    m_preparing = true;
    m_asked = m_environment.server.fetchRelease(this, [this](const Answer<ServerRelease> &answer) {
        m_preparing = false;
        m_environment.releaseError = answer.error;
        if (answer) {
            takeRelease(*answer.value);
            emit releaseHeard(*answer.value);
        } else if (answer.error.serverGone() && !m_waiting.isEmpty()) {
            // One row tells what is wrong; the others wait instead of failing one by one.
            const Item first = m_waiting.takeFirst();
            m_taken.remove(first.key);
            DeployResult result = first.subject;
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
        return std::ranges::none_of(m_running, [&item](const Item &running) { // one job of a plugin at a time
            return running.subject.space == item.subject.space && running.subject.id == item.subject.id;
        });
    };
    const auto isBusy = [](const Item &running) { return !running.awaitsProof; };
    while (!m_preparing && !m_held && std::ranges::count_if(m_running, isBusy) < atATime()) {
        const auto next = std::ranges::find_if(m_waiting, isFree);
        if (next == m_waiting.end()) {
            break;
        }
        const Item item = *next;
        m_waiting.erase(next);
        m_looks->setLeft(std::ranges::count_if(m_waiting, &Item::looks));
        start(item);
        checkAhead();
    }
    if (!m_running.isEmpty() && std::ranges::none_of(m_running, isBusy)) {
        m_looks->flush();
    }
    if (m_active && !m_ending && !m_preparing && m_waiting.isEmpty() && m_running.isEmpty()) {
        endRun();
    }
}

/// Python reads the next ones while the server is busy with those that were sent.
void Run::checkAhead()
{
    const qsizetype next = std::min<qsizetype>(m_waiting.size(), atATime());
    for (qsizetype i = 0; i < next; ++i) {
        if (const auto check = std::exchange(m_waiting[i].checkAhead, nullptr)) {
            check(m_environment.localCheck, this);
        }
    }
}

void Run::start(Item item)
{
    ServerJob *job = item.make(m_environment, this);
    item.job = job;
    m_running.append(item);
    const DeployResult subject = item.subject;
    connect(job, &ServerJob::stageChanged, this,
            [this, subject](DeployStage stage) { emit stageChanged(subject.path, stage, subject.space, subject.id); });
    connect(job, &ServerJob::noted, this,
            [this, subject](LogLevel level, const QString &text) { log(level, &subject, text); });
    connect(job, &ServerJob::seen, this, &Run::seen);
    connect(job, &ServerJob::writing, this, &Run::writing);
    connect(job, &ServerJob::written, this, &Run::written);
    connect(job, &ServerJob::notWritten, this, &Run::notWritten);
    connect(job, &ServerJob::serverLost, this, &Run::hold);
    connect(job, &ServerJob::awaitsProof, this, [this, job] {
        std::ranges::find(m_running, job, &Item::job)->awaitsProof = true;
        startNext();
    });
    connect(job, &ServerJob::finished, this, [this, key = item.key, job](const DeployResult &result) {
        erase_if(m_running, [job](const Item &running) { return running.job == job; });
        m_taken.remove(key);
        job->deleteLater();
        end(result);
        startNext();
    });
    job->start();
}

void Run::end(const DeployResult &result)
{
    m_results.append(result);
    m_summary.count(result.outcome);
    const bool mayBeNew =
        result.outcome == DeployOutcome::Unknown || (result.isSuccess() && result.outcome != DeployOutcome::Unchanged);
    m_modelsChanged |= result.kind == PluginKind::Pipe && (mayBeNew || result.deactivated);
    log(logLevelOf(result), &result, logText(result));
    emit finished(result);
    emit progressChanged();
    if (result.error.concernsConnection()) {
        hold(result.error);
    }
}

void Run::hold(const ServerError &error)
{
    if (m_held || m_waiting.isEmpty()) {
        return;
    }
    m_held = true;
    const QString reason =
        tr("%n plugin(s) wait, because the rest would end the same. %1", nullptr, static_cast<int>(m_waiting.size()))
            .arg(error.text());
    log(LogLevel::Warning, nullptr, reason);
    emit held(reason);
}

void Run::resume()
{
    if (!m_held) {
        return;
    }
    m_held = false;
    if (m_environment.release.isKnown()) {
        startNext();
    } else {
        askRelease();
    }
}

void Run::cancelWaiting()
{
    m_held = false;
    drop(any);
}

void Run::cancelAll()
{
    cancelRunning(any);
    cancelWaiting();
}

void Run::cancelUnsent()
{
    cancelRunning([](const Item &item) { return !item.job->changes().hasSent(); });
    cancelWaiting();
}

void Run::abandon()
{
    m_abandoned = true;
    for (const Item &item : QList(m_running)) {
        item.job->abandon();
    }
    cancelWaiting();
    if (m_asked) {
        m_asked->cancel();
    }
}

void Run::cancel(const QString &path)
{
    const Predicate isMeant = [&path](const Item &item) { return !path.isEmpty() && item.subject.path == path; };
    cancelRunning(isMeant);
    drop(isMeant);
}

void Run::cancel(PluginSpace space, const QString &id)
{
    const Predicate isMeant = [&](const Item &item) { return item.subject.space == space && item.subject.id == id; };
    cancelRunning(isMeant);
    drop(isMeant);
}

void Run::cancelRunning(const Predicate &isMeant)
{
    for (const Item &item : QList(m_running)) {
        if (isMeant(item)) {
            item.job->cancel();
        }
    }
}

/// Of what waits.
void Run::drop(const Predicate &isMeant)
{
    QList<Item> dropped;
    const auto take = [&](QList<Item> &items) {
        std::ranges::copy_if(items, std::back_inserter(dropped), isMeant);
        erase_if(items, isMeant);
    };
    take(m_waiting);
    for (Order &order : m_later) {
        take(order.items);
    }
    erase_if(m_later, [](const Order &order) { return order.items.isEmpty(); });
    for (const Item &item : std::as_const(dropped)) {
        endUnsent(item);
    }
    if (m_preparing && m_waiting.isEmpty() && m_asked) {
        m_asked->cancel(); // a busy server may be waited for
    }
    startNext();
}

void Run::endUnsent(const Item &item)
{
    m_taken.remove(item.key);
    DeployResult result = item.subject;
    result.outcome = DeployOutcome::Cancelled;
    result.message = unsentText();
    end(result);
}

void Run::endRun()
{
    m_ending = true;
    if (m_environment.journal) {
        m_environment.journal->endRun(m_environment.run.id);
    }
    m_summary.elapsed = std::chrono::milliseconds(m_clock.elapsed());
    // Of a single job its own line tells all.
    if (m_summary.total() != 1) {
        log(m_summary.isClean() ? LogLevel::Info : LogLevel::Warning, nullptr, m_summary.text());
    }
    if (!m_modelsChanged || m_abandoned) {
        leaveRun();
        return;
    }
    // Until someone asks for the models, chats say "Model not found" for a new or changed pipe (contract 8).
    m_asked = m_environment.server.refreshModels(this, [this](const Answer<bool> &answer) {
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
    m_active = false;
    m_environment.server.renewPatience();
    emit runFinished();
    // Somebody may have begun the next one in answer to that.
    if (!m_active && !m_later.isEmpty()) {
        begin(m_later.takeFirst());
    }
}

void Run::log(LogLevel level, const DeployResult *subject, const QString &text)
{
    emit logged({.time = QDateTime::currentDateTime(),
                 .level = level,
                 .server = m_environment.server.connection().name,
                 .path = subject ? subject->path : QString(),
                 .plugin = subject ? subject->title : QString(),
                 .text = text});
}

RunReport Run::report() const
{
    const Connection &connection = m_environment.server.connection();
    return {.serverName = connection.name,
            .serverUrl = connection.url.toDisplayString(QUrl::RemoveUserInfo),
            .release = release().text(),
            .ended = QDateTime::currentDateTime(),
            .elapsed = m_summary.elapsed,
            .results = results()};
}

} // namespace owui
