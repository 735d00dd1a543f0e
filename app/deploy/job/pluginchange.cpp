// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/job/pluginchange.h"

#include "deploy/job/deploywords.h"
#include "deploy/job/failurestory.h"
#include "deploy/job/functionswitch.h"
#include "deploy/job/reasonrequest.h"
#include "deploy/job/serverjob.h"
#include "onpool.h"
#include "server/apirequest.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace owui {

PluginChange::PluginChange(PlannedChange planned, ServerJob &job)
    : QObject(&job)
    , m_planned(std::move(planned))
    , m_job(job)
{
}

PluginSpace PluginChange::space() const
{
    return m_job.space();
}

bool PluginChange::isCancelled() const
{
    return m_job.changes().isCancelled();
}

void PluginChange::start()
{
    begin(m_planned.kind);
}

void PluginChange::begin(PlannedChange::Kind kind)
{
    m_planned.kind = kind;
    const bool updates = kind == PlannedChange::Kind::Update;
    m_job.enter(updates ? DeployStage::Updating : DeployStage::Creating);
    if (m_planned.records) {
        m_job.record(updates ? HistoryChange::Update : HistoryChange::Create, !m_planned.blind || !updates,
                     m_planned.present, [this] { send(); });
    } else {
        send();
    }
}

void PluginChange::send()
{
    const auto makeBody = [payload = m_planned.payload, content = m_planned.prepared.content] {
        return payload.toJson(content);
    };
    onPool(this, makeBody, [this](const QByteArray &body) {
        ServerChanges &changes = m_job.changes();
        const QString &id = m_job.result().id;
        const auto updated = [this](const Answer<ServerPlugin> &answer) { onUpdated(answer); };
        if (!m_planned.versionId.isEmpty()) {
            changes.ask(&OpenWebUi::updateToVersion, this, updated, space(), id, m_planned.versionId);
        } else if (m_planned.kind == PlannedChange::Kind::Update) {
            changes.ask(&OpenWebUi::update, this, updated, space(), id, body);
        } else {
            const auto created = [this](const Answer<ServerPlugin> &answer) { onCreated(answer); };
            changes.ask(&OpenWebUi::create, this, created, space(), id, body);
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
    if (m_planned.blind && mayBeMissing && !isCancelled()) {
        m_blindUpdateError = error;
        m_job.note(LogLevel::Info, tr("The update was answered with HTTP %1, creating it.").arg(status));
        m_job.endRecord(HistoryOutcome::Failed, failureText(error));
        begin(PlannedChange::Kind::Create);
        return;
    }
    afterFailure(error);
}

void PluginChange::proveUpdate(const ServerPlugin &now)
{
    m_job.adopt(now);
    if (now.content) {
        compareText(*now.content);
    } else {
        m_job.note(LogLevel::Info, tr("The server's answer does not carry the text, so it could not be compared."));
    }
    if (now.kind && *now.kind != m_job.result().kind) {
        m_job.note(LogLevel::Warning, tr("The server took it for another kind of function than it is here."));
    }
    compareShares(now);
    succeed(DeployOutcome::Updated);
}

void PluginChange::compareText(const QString &stored)
{
    if (stored != m_planned.prepared.storedText) {
        m_job.note(LogLevel::Warning, tr("The server stored a different text than was sent."));
    }
}

void PluginChange::compareShares(const ServerPlugin &now)
{
    if (space() == PluginSpace::Tool && m_planned.present && m_planned.present->isSharedUnlike(now)) {
        m_job.note(LogLevel::Warning,
                   tr("The tool is shared differently than before. Look at its access on the server."));
    }
}

void PluginChange::onCreated(const Answer<ServerPlugin> &answer)
{
    if (answer) {
        m_job.adopt(*answer.value);
        readBackCreated();
        return;
    }
    if (answer.error.kind == ServerErrorKind::IdTaken && m_blindUpdateError) {
        // It was there all along, so it is the update that failed.
        m_planned.kind = PlannedChange::Kind::Update;
        m_job.result().stage = DeployStage::Updating;
        afterFailure(m_blindUpdateError);
        return;
    }
    afterFailure(answer.error);
}

void PluginChange::readBackCreated()
{
    m_job.enter(DeployStage::ReadingBack);
    const OpenWebUi::Request look =
        m_job.server().lookUp(space(), m_job.result().id, this, [this](const LookUp &now) { proveCreate(now); });
    connect(&m_job.changes(), &ServerChanges::cancelled, look.data(), &ApiRequest::cancel);
}

void PluginChange::proveCreate(const LookUp &now)
{
    if (now.presence == Presence::Missing) {
        m_job.adopt(now);
        fail({}, tr("The server said that it was created, but does not have it."),
             tr("Look at the server's log, or ask who deleted it."));
        return;
    }
    if (now.presence == Presence::Found) {
        m_job.adopt(*now.plugin);
        if (now.plugin->content) {
            compareText(*now.plugin->content);
        }
    } else {
        m_job.note(LogLevel::Warning,
                   tr("It could not be read back, so only the server's answer says that it is there. %1")
                       .arg(failureText(now.error)));
    }
    storeToggleFlag();
}

void PluginChange::storeToggleFlag()
{
    // 0.6.30 to 0.6.43 forget a filter's toggle on create; one update stores it (contract 3.4).
    const QString &content = m_planned.prepared.content;
    const bool needed = m_job.result().kind == PluginKind::Filter &&
                        m_job.environment().release.losesToggleOnCreate() && content.contains(u"toggle"_s) &&
                        !isCancelled();
    if (!needed) {
        switchOnIfWanted();
        return;
    }
    m_job.note(LogLevel::Info, tr("This release forgets a new filter's switch for users, so it is sent once more."));
    const auto updated = [this](const Answer<ServerPlugin> &answer) {
        if (!answer) {
            m_job.note(LogLevel::Warning, tr("The switch for users was not stored. %1").arg(failureText(answer.error)));
        }
        switchOnIfWanted();
    };
    m_job.changes().ask(&OpenWebUi::update, this, updated, space(), m_job.result().id,
                        m_planned.payload.toJson(content));
}

void PluginChange::switchOnIfWanted()
{
    if (!m_planned.switchOn || space() != PluginSpace::Function || isCancelled()) {
        succeed(DeployOutcome::Created);
        return;
    }
    m_job.enter(DeployStage::SwitchingOn);
    setFlag(m_job, FunctionFlag::Active, true, [this](bool active, const ServerError &error) {
        m_job.result().active = active;
        if (error) {
            m_job.note(LogLevel::Warning, tr("It could not be switched on. %1").arg(failureText(error)));
        }
        succeed(DeployOutcome::Created);
    });
}

void PluginChange::afterFailure(const ServerError &error)
{
    if (error.neverSent()) {
        m_job.result().message =
            m_blindUpdateError ? tr("Cancelled: the update was refused, and nothing was created.") : unsentText();
        finish(DeployOutcome::Cancelled);
        return;
    }
    if (error.outcomeUnknown()) {
        findOut(error);
        return;
    }
    const DeployStage failedAt = m_job.result().stage;
    m_job.enter(DeployStage::ReadingBack);
    // Not cancelled either: this look tells whether the function is still on.
    m_job.server().lookUp(space(), m_job.result().id, this, [this, error, failedAt](const LookUp &now) {
        m_job.result().stage = failedAt;
        if (serverStopped(now)) {
            emit m_job.serverLost(now.error);
        }
        explainFailure(error, now);
    });
}

void PluginChange::explainFailure(const ServerError &error, const LookUp &now)
{
    if (now.presence == Presence::Found) {
        m_job.adopt(*now.plugin);
    }
    const QString hint = suspicionText(m_planned.prepared.plugin, m_planned.check);
    if (m_planned.kind == PlannedChange::Kind::Update) {
        const FailureStory story = storyOfFailedUpdate(space(), error, m_planned.present, now, hint);
        m_job.result().deactivated = story.deactivated;
        fail(error, story.message, story.remedy);
        return;
    }
    const bool canAsk = now.presence == Presence::Missing && error.kind == ServerErrorKind::Masked &&
                        m_job.environment().release.tellsReasonOnUpdateOnly() && !isCancelled();
    if (canAsk && (!m_job.connection().production || m_planned.consents.contains(Consent::RunForReason))) {
        askForReason(error);
        return;
    }
    if (canAsk) {
        m_job.result().missing = {Consent::RunForReason};
    }
    const FailureStory story =
        storyOfFailedCreate(error, now, hint, canAsk ? HiddenReason::CanBeAskedFor : HiddenReason::InTheLog);
    fail(error, story.message, story.remedy);
}

void PluginChange::askForReason(const ServerError &masked)
{
    m_job.enter(DeployStage::FindingReason);
    const auto told = [this, masked](const Answer<ServerPlugin> &reason) {
        if (reason) {
            m_job.adopt(*reason.value);
            succeed(DeployOutcome::Updated);
            return;
        }
        m_job.result().stage = DeployStage::Creating;
        if (space() == PluginSpace::Tool && reason.error.kind == ServerErrorKind::CodeNoClass) {
            fail(masked,
                 tr("The code loads, but the server cannot use its class Tools: making it, or reading its methods' "
                    "types, fails. Nothing was stored."),
                 tr("Look at Tools.__init__ and at the types of its methods' parameters."));
            return;
        }
        const ServerError &error = reason.error ? reason.error : masked;
        const FailureStory story = storyOfFailedCreate(error, {.presence = Presence::Missing},
                                                       suspicionText(m_planned.prepared.plugin, m_planned.check));
        fail(error, story.message, story.remedy);
    };
    requestReason(m_job, m_planned.payload, m_planned.prepared.content, told);
}

void PluginChange::findOut(const ServerError &error)
{
    FindOutLimits limits = m_job.environment().findOut;
    limits.cannotTellIsTheEnd = m_planned.blind;
    m_job.enter(DeployStage::FindingOut);
    if (isCancelled()) {
        limits.total = std::chrono::milliseconds(0);
    } else {
        const QString text = tr("Nobody knows yet whether it was done: %1 Looking again until it is clear.");
        emit m_job.noted(LogLevel::Warning, m_job.result().notes.emplaceBack(text.arg(failureText(error))));
    }
    if (error.serverGone()) {
        emit m_job.serverLost(error);
    }
    auto *search = new OutcomeSearch(m_job.server(), space(), m_job.result().id, m_planned.prepared.storedText,
                                     m_planned.present, limits, this);
    connect(&m_job.changes(), &ServerChanges::cancelled, search, &OutcomeSearch::stop);
    connect(search, &OutcomeSearch::unreachable, &m_job, &ServerJob::serverLost);
    connect(search, &OutcomeSearch::finished, this, [this, error, search](bool proven, const LookUp &last) {
        search->deleteLater();
        onFoundOut(error, proven, last);
    });
    search->start();
}

void PluginChange::onFoundOut(const ServerError &error, bool proven, const LookUp &last)
{
    DeployResult &result = m_job.result();
    if (last.presence == Presence::Found) {
        m_job.adopt(*last.plugin);
        result.deactivated =
            space() == PluginSpace::Function && m_planned.present && m_planned.present->active && !last.plugin->active;
    }
    const bool creates = m_planned.kind == PlannedChange::Kind::Create;
    if (proven) {
        if (isCancelled()) {
            m_job.note(LogLevel::Info, tr("It was cancelled too late: the server had already done it."));
        }
        compareShares(*last.plugin);
        if (creates) {
            switchOnIfWanted(); // a look has just told that it is there
        } else {
            succeed(DeployOutcome::Updated);
        }
        return;
    }
    result.error = error;
    const QString state = result.deactivated ? tr("The server switched the function off for everybody. ")
                          : last.presence == Presence::Missing    ? tr("The server does not have it at the moment. ")
                          : last.presence == Presence::Found      ? tr("The server has the old text at the moment. ")
                          : last.presence == Presence::CannotTell ? tr("The server has no way to tell what it has. ")
                                                                  : tr("The server cannot be asked at the moment. ");
    result.message = isCancelled() ? tr("Cancelled after it was sent. %1It may still be done.").arg(state)
                                   : tr("Nobody knows whether it was done. %1%2").arg(state, failureText(error));
    result.remedy = tr("Wait until the server has finished, then look again or deploy again.");
    finish(DeployOutcome::Unknown);
}

void PluginChange::fail(const ServerError &error, const QString &message, const QString &remedy)
{
    m_job.result().error = error;
    m_job.result().message = message;
    m_job.result().remedy = remedy;
    finish(DeployOutcome::Failed);
}

void PluginChange::succeed(DeployOutcome outcome)
{
    DeployResult &result = m_job.result();
    result.stage = DeployStage::Done;
    result.outcome = outcome;
    result.message = successText(result);
    finish(outcome);
}

void PluginChange::finish(DeployOutcome outcome)
{
    m_job.result().outcome = outcome;
    emit finished(outcome);
}

} // namespace owui
