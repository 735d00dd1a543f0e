// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/job/pluginchange.h"

#include "deploy/job/deploywords.h"
#include "deploy/job/failurestory.h"
#include "deploy/job/functionswitch.h"
#include "deploy/job/importremedy.h"
#include "deploy/job/reasonrequest.h"
#include "deploy/job/serverjob.h"
#include "deploy/job/sharedlooks.h"
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
        m_job.adopt(*answer.value);
        if (hasSentText(*answer.value)) {
            acceptUpdate(*answer.value);
        } else {
            lookForProof(answer.value->content.has_value());
        }
        return;
    }
    const ServerError &error = answer.error;
    const int status = error.httpStatus;
    const bool mayBeMissing =
        status == 400 || status == 404 || status == 405 || error.kind == ServerErrorKind::NotFound;
    if (m_planned.blind && mayBeMissing && !isCancelled()) {
        m_job.note(LogLevel::Info, tr("The update was answered with HTTP %1, creating it.").arg(status));
        m_job.endRecord(HistoryOutcome::Failed, failureText(error));
        emit missed(error);
        return;
    }
    afterFailure(error);
}

/// An answer is no proof: something in front of the server may answer in its place.
void PluginChange::lookForProof(bool answerHasText)
{
    m_job.enter(DeployStage::ReadingBack);
    m_job.server().lookUp(space(), m_job.result().id, this, [this, answerHasText](const LookUp &now) {
        m_job.result().stage = DeployStage::Updating;
        if (now.isSeen()) {
            m_job.adopt(now);
        }
        if (now.plugin && hasSentText(*now.plugin)) {
            acceptUpdate(*now.plugin);
        } else if (now.plugin && now.plugin->content) {
            fail({}, tr("The server answered that it was updated, but it has another text than was sent."),
                 tr("Look at the difference: somebody may have saved there at the same moment."));
        } else if (m_planned.blind && !answerHasText && now.presence == Presence::CannotTell) {
            m_job.note(LogLevel::Warning, tr("It is not proved: only the server's answer says so, without the text."));
            succeed(DeployOutcome::Updated);
        } else {
            leaveOpen(now.error, now);
        }
    });
}

void PluginChange::acceptUpdate(const ServerPlugin &now)
{
    if (now.kind && *now.kind != m_job.result().kind) {
        m_job.note(LogLevel::Warning, tr("The server took it for another kind of function than it is here."));
    }
    compareShares(now);
    succeed(DeployOutcome::Updated);
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
        readBackCreated(answer.value->versionId);
    } else if (answer.error.kind == ServerErrorKind::IdTaken && m_planned.isPresumed && !isCancelled()) {
        emit found(answer.error);
    } else if (answer.error.kind == ServerErrorKind::IdTaken && m_planned.refusedUpdate) {
        // It was there all along, so it is the update that failed.
        m_planned.kind = PlannedChange::Kind::Update;
        m_job.result().stage = DeployStage::Updating;
        afterFailure(m_planned.refusedUpdate);
    } else {
        afterFailure(answer.error);
    }
}

void PluginChange::readBackCreated(const QString &versionId)
{
    const auto prove = [this](const LookUp &now) { proveCreate(now); };
    SharedLooks *looks = m_job.environment().looks;
    // What follows the proof would be done for all of them at once.
    if (looks && !m_looksAgain && !storesToggleAgain() && !switchesOn()) {
        m_job.enter(DeployStage::BeingProved);
        connect(&m_job.changes(), &ServerChanges::cancelled, this, [this, looks] { looks->cancel(this); });
        const QString &text = m_planned.prepared.storedText;
        looks->lookAfter({.space = space(), .id = m_job.result().id, .content = text, .versionId = versionId}, this,
                         prove);
        emit m_job.awaitsProof();
        return;
    }
    m_job.enter(DeployStage::ReadingBack);
    const OpenWebUi::Request look = m_job.server().lookUp(space(), m_job.result().id, this, prove);
    connect(&m_job.changes(), &ServerChanges::cancelled, look.data(), &ApiRequest::cancel);
}

void PluginChange::proveCreate(const LookUp &now)
{
    const bool contradicts =
        now.presence == Presence::Missing || (now.plugin && now.plugin->content && !hasSentText(*now.plugin));
    if (contradicts && !m_looksAgain) {
        m_looksAgain = true;
        readBackCreated({});
        return;
    }
    if (now.isSeen()) {
        m_job.adopt(now);
    }
    if (contradicts) {
        m_job.note(LogLevel::Warning, tr("The server had answered that it was created."));
        leaveOpen({}, now);
        return;
    }
    if (!now.plugin) {
        m_job.note(LogLevel::Warning,
                   tr("It could not be read back, so only the server's answer says that it is there. %1")
                       .arg(failureText(now.error)));
    }
    storeToggleFlag();
}

/// 0.6.30 to 0.6.43 forget a filter's toggle on create; one update stores it (contract 3.4).
bool PluginChange::storesToggleAgain() const
{
    return m_job.result().kind == PluginKind::Filter && m_job.environment().release.losesToggleOnCreate() &&
           m_planned.prepared.content.contains(u"toggle"_s) && !isCancelled();
}

bool PluginChange::switchesOn() const
{
    return m_planned.switchOn && space() == PluginSpace::Function && !isCancelled();
}

void PluginChange::storeToggleFlag()
{
    if (!storesToggleAgain()) {
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
                        m_planned.payload.toJson(m_planned.prepared.content));
}

void PluginChange::switchOnIfWanted()
{
    if (!switchesOn()) {
        succeed(DeployOutcome::Created);
        return;
    }
    m_job.enter(DeployStage::SwitchingOn);
    setFlag(m_job, FunctionFlag::Active, true, [this](std::optional<bool> active, const ServerError &error) {
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
            m_planned.refusedUpdate ? tr("Cancelled: the update was refused, and nothing was created.") : unsentText();
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
    if (now.plugin) {
        m_job.adopt(*now.plugin);
        m_job.result().deactivated = wasSwitchedOff(space(), m_planned.present, now);
    }
    // A create that Open WebUI refused in words may have stored what cannot be used, as an id that is too long.
    const bool isRefusedCreate =
        m_planned.kind == PlannedChange::Kind::Create && error.kind != ServerErrorKind::IdTaken && !error.mayBeDone();
    if (now.plugin && hasSentText(*now.plugin) && !isRefusedCreate) {
        acceptInSpiteOf(error, now);
        return;
    }
    withReason(error, [this, now](FailureReason reason) {
        reason.isThere = now.plugin && hasSentText(*now.plugin);
        tellFailure(reason, now);
    });
}

/// What to do about an import depends on the plugin's folder, which is looked at on the pool.
void PluginChange::withReason(const ServerError &error, std::function<void(const FailureReason &)> done)
{
    const Plugin &plugin = m_planned.prepared.plugin;
    const FailureReason reason{
        .error = error, .remedy = error.remedy(), .hint = suspicionText(plugin, m_planned.check)};
    if (error.kind != ServerErrorKind::CodeImport) {
        done(reason);
        return;
    }
    const auto look = [detail = error.detail, plugin, root = m_planned.prepared.root] {
        return importRemedy(detail, plugin, root);
    };
    onPool(this, look, [reason, done = std::move(done)](const QString &remedy) {
        done({.error = reason.error, .remedy = remedy.isEmpty() ? reason.remedy : remedy, .hint = reason.hint});
    });
}

void PluginChange::tellFailure(const FailureReason &reason, const LookUp &now)
{
    const ServerError &error = reason.error;
    if (m_planned.kind == PlannedChange::Kind::Update) {
        failAfter(error, now, storyOfFailedUpdate(space(), reason, m_planned.present, now));
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
    failAfter(error, now,
              storyOfFailedCreate(reason, now, canAsk ? HiddenReason::CanBeAskedFor : HiddenReason::InTheLog));
}

/// Where nobody can look, only a refusal of Open WebUI's own tells that it was not done.
void PluginChange::failAfter(const ServerError &error, const LookUp &now, const FailureStory &story)
{
    if (now.isSeen() || !error.mayBeDone()) {
        fail(error, story.message, story.remedy);
        return;
    }
    m_job.result().error = error;
    m_job.result().message = tr("Nobody knows whether it was done.") + u' ' + story.message;
    m_job.result().remedy = story.remedy;
    finish(DeployOutcome::Unknown);
}

/// The text is there, whatever was answered: an error may come after the deed, or from a proxy.
void PluginChange::acceptInSpiteOf(const ServerError &error, const LookUp &now)
{
    const bool creates = m_planned.kind == PlannedChange::Kind::Create;
    if (creates && error.kind == ServerErrorKind::IdTaken) {
        m_job.note(LogLevel::Info, tr("Someone else created exactly this at the same moment."));
        succeed(DeployOutcome::Unchanged);
        return;
    }
    const bool isKnownToDiffer = m_planned.present && m_planned.present->content && !hasSentText(*m_planned.present);
    if (!creates && !isKnownToDiffer) {
        leaveOpen(error, now);
        return;
    }
    m_job.note(LogLevel::Warning,
               tr("The server has exactly what was sent, though it answered otherwise. %1").arg(failureText(error)));
    acceptSeen(*now.plugin);
}

/// A look has told that the text is there.
void PluginChange::acceptSeen(const ServerPlugin &now)
{
    if (m_planned.kind == PlannedChange::Kind::Create) {
        switchOnIfWanted();
        return;
    }
    compareShares(now);
    succeed(DeployOutcome::Updated);
}

void PluginChange::askForReason(const ServerError &masked)
{
    m_job.enter(DeployStage::FindingReason);
    const auto told = [this, masked](const Answer<ServerPlugin> &reason) {
        if (reason) {
            onUpdated(reason);
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
        withReason(reason.error ? reason.error : masked, [this](const FailureReason &why) {
            const FailureStory story = storyOfFailedCreate(why, {.presence = Presence::Missing});
            fail(why.error, story.message, story.remedy);
        });
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
    if (last.plugin) {
        m_job.adopt(*last.plugin);
        m_job.result().deactivated = wasSwitchedOff(space(), m_planned.present, last);
    }
    if (!proven) {
        leaveOpen(error, last);
        return;
    }
    if (isCancelled()) {
        m_job.note(LogLevel::Info, tr("It was cancelled too late: the server had already done it."));
    }
    acceptSeen(*last.plugin);
}

/// Only what was seen.
QString PluginChange::stateText(const LookUp &last) const
{
    switch (last.presence) {
    case Presence::Missing:
        return tr("The server does not have it at the moment.");
    case Presence::CannotTell:
        return tr("The server has no way to tell what it has.");
    case Presence::Failed:
        return tr("The server cannot be asked at the moment.");
    case Presence::Found:
        break;
    }
    if (!last.plugin->content) {
        return tr("The server does not show its text.");
    }
    if (hasSentText(*last.plugin)) {
        return tr("The server has exactly this text, but it may have had it before.");
    }
    return m_planned.present && m_planned.present->content == last.plugin->content
               ? tr("The server has the old text at the moment.")
               : tr("The server has another text at the moment.");
}

void PluginChange::leaveOpen(const ServerError &error, const LookUp &last)
{
    DeployResult &result = m_job.result();
    result.error = error;
    QStringList sentences{isCancelled() ? tr("Cancelled after it was sent.") : tr("Nobody knows whether it was done.")};
    if (result.deactivated) {
        sentences.prepend(switchedOffText());
    }
    sentences.append(stateText(last));
    if (isCancelled()) {
        sentences.append(tr("It may still be done."));
    } else if (error) {
        sentences.append(failureText(error));
    }
    result.message = sentences.join(u' ');
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
    result.message = result.deactivated ? switchedOffText() + u' ' + successText(result) : successText(result);
    finish(outcome);
}

void PluginChange::finish(DeployOutcome outcome)
{
    m_job.result().outcome = outcome;
    emit finished(outcome);
}

} // namespace owui
