// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/job/pluginchange.h"

#include "deploy/job/createfollowup.h"
#include "deploy/job/deploywords.h"
#include "deploy/job/failurestory.h"
#include "deploy/job/outcomesearch.h"
#include "deploy/job/reasonrequest.h"

#include <QtConcurrent>

using namespace Qt::StringLiterals;

namespace owui {

PluginChange::PluginChange(const PlannedChange &planned, const DeployEnvironment &environment, QObject *parent)
    : QObject(parent)
    , m_planned(planned)
    , m_environment(environment)
    , m_result(planned.result)
    , m_record(environment)
{
}

PluginChange::~PluginChange() = default;

void PluginChange::start()
{
    begin(m_planned.kind);
}

void PluginChange::cancel()
{
    if (m_ended || m_cancelled) {
        return;
    }
    m_cancelled = true;
    if (!m_sent) {
        m_result.message = tr("Cancelled before anything was sent.");
        finish(DeployOutcome::Cancelled);
    } else if (m_search) {
        m_search->stop();
    } else if (m_followUp) {
        m_followUp->cancel();
    } else if (m_asking) {
        // The server keeps its reason for now; nothing hangs on it.
        m_asking->cancel();
    } else if (m_running) {
        m_running->cancel();
    }
}

void PluginChange::enter(DeployStage stage)
{
    m_stage = stage;
    emit stageChanged(stage);
}

void PluginChange::begin(PlannedChange::Kind kind)
{
    m_planned.kind = kind;
    enter(kind == PlannedChange::Kind::Update ? DeployStage::Updating : DeployStage::Creating);
    const bool updates = kind == PlannedChange::Kind::Update;
    m_record.begin({.run = {},
                    .serverOrigin = {},
                    .change = updates ? HistoryChange::Update : HistoryChange::Create,
                    .space = space(),
                    .id = m_result.id,
                    .title = m_result.title,
                    .path = m_result.path,
                    .looked = !m_planned.blind || !updates,
                    .present = m_planned.present},
                   [this](const QString &problem) { onRecorded(problem); });
}

void PluginChange::onRecorded(const QString &problem)
{
    if (!problem.isEmpty() && connection().production) {
        fail({}, tr("What the server has now could not be stored, so there would be no way back. %1").arg(problem),
             tr("Mend the history first; nothing was sent."));
        return;
    }
    if (!problem.isEmpty()) {
        note(LogLevel::Warning, tr("What the server has now could not be stored. %1").arg(problem));
    }
    send();
}

void PluginChange::send()
{
    const auto makeBody = [payload = m_planned.payload, content = m_planned.prepared.content] {
        return payload.toJson(content);
    };
    QtConcurrent::run(makeBody).then(this, [this](const QByteArray &body) {
        if (m_ended) {
            return;
        }
        m_sent = true;
        m_record.setSent();
        OpenWebUi &server = m_environment.server;
        const auto updated = [this](const Answer<ServerPlugin> &answer) { onUpdated(answer); };
        if (!m_planned.versionId.isEmpty()) {
            m_running = server.updateToVersion(space(), m_result.id, m_planned.versionId, this, updated);
        } else if (m_planned.kind == PlannedChange::Kind::Update) {
            m_running = server.update(space(), m_result.id, body, this, updated);
        } else {
            m_running = server.create(space(), m_result.id, body, this,
                                      [this](const Answer<ServerPlugin> &answer) { onCreated(answer); });
        }
    });
}

void PluginChange::onUpdated(const Answer<ServerPlugin> &answer)
{
    if (answer) {
        proveUpdate(*answer.value);
        return;
    }
    const ServerError &error = answer.error;
    const int status = error.httpStatus;
    const bool mayBeMissing =
        status == 400 || status == 404 || status == 405 || error.kind == ServerErrorKind::NotFound;
    if (m_planned.blind && mayBeMissing && !m_cancelled) {
        m_blindUpdateError = error;
        note(LogLevel::Info, tr("The update was answered with HTTP %1, creating it.").arg(status));
        m_record.end(HistoryOutcome::Failed, {}, failureText(error));
        begin(PlannedChange::Kind::Create);
        return;
    }
    afterFailure(error);
}

void PluginChange::proveUpdate(const ServerPlugin &now)
{
    adopt(now);
    if (now.content && *now.content != m_planned.prepared.storedText) {
        note(LogLevel::Warning, tr("The server stored a different text than was sent."));
    } else if (!now.content) {
        note(LogLevel::Info, tr("The server's answer does not carry the text, so it could not be compared."));
    }
    if (now.kind && *now.kind != m_result.kind) {
        note(LogLevel::Warning, tr("The server took it for another kind of function than it is here."));
    }
    compareShares(now);
    succeed(DeployOutcome::Updated);
}

void PluginChange::compareShares(const ServerPlugin &now)
{
    if (space() == PluginSpace::Tool && m_planned.present && m_planned.present->isSharedUnlike(now)) {
        note(LogLevel::Warning, tr("The tool is shared differently than before. Look at its access on the server."));
    }
}

void PluginChange::onCreated(const Answer<ServerPlugin> &answer)
{
    if (answer) {
        adopt(*answer.value);
        followUpCreate(true);
        return;
    }
    if (answer.error.kind == ServerErrorKind::IdTaken && m_blindUpdateError) {
        // It was there all along, so it is the update that failed.
        m_planned.kind = PlannedChange::Kind::Update;
        m_stage = DeployStage::Updating;
        afterFailure(m_blindUpdateError);
        return;
    }
    afterFailure(answer.error);
}

/// `readBack` is false where a look has just told that it is there.
void PluginChange::followUpCreate(bool readBack)
{
    m_followUp = new CreateFollowUp(m_planned.payload, m_planned.prepared.content, m_planned.prepared.storedText,
                                    m_result.kind, m_environment, this);
    connect(m_followUp, &CreateFollowUp::stageChanged, this, &PluginChange::enter);
    connect(m_followUp, &CreateFollowUp::noted, this, &PluginChange::note);
    connect(m_followUp, &CreateFollowUp::seen, this, &PluginChange::adopt);
    connect(m_followUp, &CreateFollowUp::switched, this, [this](bool active) { m_result.active = active; });
    connect(m_followUp, &CreateFollowUp::finished, this, [this](bool isThere) {
        if (isThere) {
            succeed(DeployOutcome::Created);
        } else {
            fail({}, tr("The server said that it was created, but does not have it."),
                 tr("Look at the server's log, or ask who deleted it."));
        }
    });
    if (readBack) {
        m_followUp->start();
    } else {
        m_followUp->startWithoutReading();
    }
}

void PluginChange::afterFailure(const ServerError &error)
{
    if (error.outcomeUnknown() || (error.kind == ServerErrorKind::Cancelled && error.requestSent)) {
        FindOutLimits limits = m_environment.findOut;
        limits.cannotTellIsTheEnd = m_planned.blind;
        if (m_cancelled) {
            limits.total = std::chrono::milliseconds(0);
        }
        findOut(error, limits);
        return;
    }
    if (error.kind == ServerErrorKind::Cancelled) {
        m_result.message = tr("Cancelled before anything was sent.");
        finish(DeployOutcome::Cancelled);
        return;
    }
    const DeployStage failedAt = m_stage;
    enter(DeployStage::ReadingBack);
    // Not cancelled either: this look tells whether the function is still on.
    m_environment.server.lookUp(space(), m_result.id, this, [this, error, failedAt](const LookUp &now) {
        m_stage = failedAt;
        if (serverStopped(now)) {
            emit serverLost(now.error);
        }
        explainFailure(error, now);
    });
}

void PluginChange::explainFailure(const ServerError &error, const LookUp &now)
{
    if (now.presence == Presence::Found) {
        adopt(*now.plugin);
    }
    const QString hint = suspicionText(m_planned.prepared.plugin, m_planned.check);
    if (m_planned.kind == PlannedChange::Kind::Update) {
        const FailureStory story = storyOfFailedUpdate(space(), error, m_planned.present, now, hint);
        m_result.deactivated = story.deactivated;
        fail(error, story.message, story.remedy);
        return;
    }
    const bool canAsk = now.presence == Presence::Missing && error.kind == ServerErrorKind::Masked &&
                        m_environment.release.tellsReasonOnUpdateOnly() && !m_cancelled;
    if (canAsk && (!connection().production || m_planned.consents.contains(Consent::RunForReason))) {
        askForReason(error);
        return;
    }
    if (canAsk) {
        m_result.missing = {Consent::RunForReason};
    }
    const FailureStory story =
        storyOfFailedCreate(error, now, hint, canAsk ? HiddenReason::CanBeAskedFor : HiddenReason::InTheLog);
    fail(error, story.message, story.remedy);
}

void PluginChange::askForReason(const ServerError &masked)
{
    enter(DeployStage::FindingReason);
    m_asking = new ReasonRequest(m_environment.server, space(), m_planned.payload, m_planned.prepared.content, this);
    connect(m_asking, &ReasonRequest::applied, this, [this](const ServerPlugin &plugin) {
        adopt(plugin);
        succeed(DeployOutcome::Updated);
    });
    connect(m_asking, &ReasonRequest::finished, this, [this, masked](const ServerError &reason) {
        m_stage = DeployStage::Creating;
        if (space() == PluginSpace::Tool && reason.kind == ServerErrorKind::CodeNoClass) {
            fail(masked,
                 tr("The code loads, but the server cannot use its class Tools: making it, or reading its methods' "
                    "types, fails. Nothing was stored."),
                 tr("Look at Tools.__init__ and at the types of its methods' parameters."));
            return;
        }
        const LookUp missing{.presence = Presence::Missing};
        const FailureStory story = storyOfFailedCreate(reason ? reason : masked, missing,
                                                       suspicionText(m_planned.prepared.plugin, m_planned.check));
        fail(reason ? reason : masked, story.message, story.remedy);
    });
    m_asking->start();
}

void PluginChange::findOut(const ServerError &error, const FindOutLimits &limits)
{
    enter(DeployStage::FindingOut);
    if (!m_cancelled) {
        const QString text = tr("Nobody knows yet whether it was done: %1 Looking again until it is clear.");
        emit noted(LogLevel::Warning, m_result.notes.emplaceBack(text.arg(failureText(error))));
    }
    if (error.serverGone()) {
        emit serverLost(error);
    }
    m_search = new OutcomeSearch(m_environment.server, space(), m_result.id, m_planned.prepared.storedText,
                                 m_planned.present, limits, this);
    connect(m_search, &OutcomeSearch::unreachable, this, &PluginChange::serverLost);
    connect(m_search, &OutcomeSearch::finished, this, [this, error](bool proven, const LookUp &last) {
        m_search->deleteLater();
        m_search = nullptr;
        onFoundOut(error, proven, last);
    });
    m_search->start();
}

void PluginChange::onFoundOut(const ServerError &error, bool proven, const LookUp &last)
{
    if (last.presence == Presence::Found) {
        adopt(*last.plugin);
        m_result.deactivated =
            space() == PluginSpace::Function && m_planned.present && m_planned.present->active && !last.plugin->active;
    }
    if (proven) {
        if (m_cancelled) {
            note(LogLevel::Info, tr("It was cancelled too late: the server had already done it."));
        }
        compareShares(*last.plugin);
        if (m_planned.kind == PlannedChange::Kind::Create && !m_cancelled) {
            followUpCreate(false);
        } else {
            succeed(m_planned.kind == PlannedChange::Kind::Create ? DeployOutcome::Created : DeployOutcome::Updated);
        }
        return;
    }
    m_result.error = error;
    const QString state = m_result.deactivated ? tr("The server switched the function off for everybody. ")
                          : last.presence == Presence::Missing    ? tr("The server does not have it at the moment. ")
                          : last.presence == Presence::Found      ? tr("The server has the old text at the moment. ")
                          : last.presence == Presence::CannotTell ? tr("The server has no way to tell what it has. ")
                                                                  : tr("The server cannot be asked at the moment. ");
    m_result.message = m_cancelled ? tr("Cancelled after it was sent. %1It may still be done.").arg(state)
                                   : tr("Nobody knows whether it was done. %1%2").arg(state, failureText(error));
    m_result.remedy = tr("Wait until the server has finished, then look again or deploy again.");
    finish(DeployOutcome::Unknown);
}

void PluginChange::adopt(const ServerPlugin &now)
{
    emit seen(space(), m_result.id, {.presence = Presence::Found, .plugin = now});
    m_now = now;
    m_result.versionAfter = now.version();
    if (space() == PluginSpace::Function && now.hasActive) {
        m_result.active = now.active;
    }
}

void PluginChange::note(LogLevel level, const QString &text)
{
    m_result.note(text, level == LogLevel::Warning);
    emit noted(level, text);
}

void PluginChange::fail(const ServerError &error, const QString &message, const QString &remedy)
{
    m_result.error = error;
    m_result.message = message;
    m_result.remedy = remedy;
    finish(DeployOutcome::Failed);
}

void PluginChange::succeed(DeployOutcome outcome)
{
    m_stage = DeployStage::Done;
    m_result.outcome = outcome;
    m_result.message = successText(m_result);
    finish(outcome);
}

void PluginChange::finish(DeployOutcome outcome)
{
    if (m_ended) {
        return;
    }
    m_ended = true;
    m_result.outcome = outcome;
    m_result.stage = m_stage;
    m_record.end(historyOutcome(outcome), m_now, m_result.message);
    // Queued: nobody hears of the end from inside start() or cancel().
    QMetaObject::invokeMethod(
        this, [this] { emit finished(m_result); }, Qt::QueuedConnection);
}

} // namespace owui
