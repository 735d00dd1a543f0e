// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

// The second half of DeployJob: what happens once a request was sent.

#include "deploy/deployjob.h"

#include "compare/twinfinder.h"
#include "deploy/deploywords.h"
#include "deploy/functionswitch.h"
#include "deploy/outcomesearch.h"

#include <QUuid>
#include <QtConcurrent>

using namespace Qt::StringLiterals;

namespace owui {

void DeployJob::onUpdated(const Answer<ServerPlugin> &answer)
{
    if (answer) {
        proveUpdate(*answer.value);
        return;
    }
    const ServerError &error = answer.error;
    const int status = error.httpStatus;
    const bool mayBeMissing =
        status == 400 || status == 404 || status == 405 || error.kind == ServerErrorKind::NotFound;
    if (m_blind && mayBeMissing && !m_cancelled) {
        m_blindUpdateError = error;
        note(LogLevel::Info, tr("The update was answered with HTTP %1, creating it.").arg(status));
        change(Change::Create);
        return;
    }
    afterFailure(Change::Update, error);
}

void DeployJob::proveUpdate(const ServerPlugin &now)
{
    adopt(now);
    if (now.content && *now.content != m_prepared.storedText) {
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

void DeployJob::compareShares(const ServerPlugin &now)
{
    if (space() != PluginSpace::Tool || !m_lookUp.plugin) {
        return;
    }
    const ServerPlugin &before = *m_lookUp.plugin;
    const bool lost =
        (before.accessControl && now.accessControl && *before.accessControl != *now.accessControl) ||
        (before.hasAccessGrants && now.hasAccessGrants && before.accessGrants.size() != now.accessGrants.size());
    if (lost) {
        note(LogLevel::Warning, tr("The tool is shared differently than before. Look at its access on the server."));
    }
}

void DeployJob::onCreated(const Answer<ServerPlugin> &answer)
{
    if (answer) {
        adopt(*answer.value);
        readBackCreated();
        return;
    }
    if (answer.error.kind == ServerErrorKind::IdTaken && m_blindUpdateError) {
        afterFailure(Change::Update, m_blindUpdateError);
        return;
    }
    afterFailure(Change::Create, answer.error);
}

void DeployJob::readBackCreated()
{
    enter(DeployStage::ReadingBack);
    m_running = m_environment.server.lookUp(space(), m_result.id, this, [this](const LookUp &lookUp) {
        if (lookUp.presence == Presence::Found) {
            adopt(*lookUp.plugin);
            if (lookUp.plugin->content && *lookUp.plugin->content != m_prepared.storedText) {
                note(LogLevel::Warning, tr("The server stored a different text than was sent."));
            }
        } else if (lookUp.presence == Presence::Missing) {
            m_result.remedy = tr("Look at the server's log, or ask who deleted it.");
            fail({}, tr("The server said that it was created, but does not have it."), m_result.remedy);
            return;
        } else {
            note(LogLevel::Warning,
                 tr("It could not be read back, so only the server's answer says that it is there. %1")
                     .arg(failureText(lookUp.error)));
        }
        storeToggleFlag();
    });
}

void DeployJob::storeToggleFlag()
{
    // 0.6.30 to 0.6.43 forget a filter's toggle on create; one update stores it (contract 3.4).
    const bool needed = m_result.kind == PluginKind::Filter && m_environment.release.losesToggleOnCreate() &&
                        m_prepared.content.contains(u"toggle"_s) && !m_cancelled;
    if (!needed) {
        switchOnIfWanted();
        return;
    }
    note(LogLevel::Info, tr("This release forgets a new filter's switch for users, so it is sent once more."));
    const QByteArray body = m_payload.toJson(m_prepared.content);
    m_running =
        m_environment.server.update(space(), m_result.id, body, this, [this](const Answer<ServerPlugin> &answer) {
            if (!answer) {
                note(LogLevel::Warning, tr("The switch for users was not stored. %1").arg(failureText(answer.error)));
            }
            switchOnIfWanted();
        });
}

void DeployJob::switchOnIfWanted()
{
    if (!connection().switchOnNewFunctions || space() != PluginSpace::Function || m_cancelled) {
        succeed(DeployOutcome::Created);
        return;
    }
    enter(DeployStage::SwitchingOn);
    auto *functionSwitch = new FunctionSwitch(m_environment.server, m_result.id, this);
    connect(functionSwitch, &FunctionSwitch::finished, this, [this](bool active, const ServerError &error) {
        m_result.active = active;
        if (error) {
            note(LogLevel::Warning, tr("It could not be switched on. %1").arg(failureText(error)));
        }
        succeed(DeployOutcome::Created);
    });
    functionSwitch->start();
}

void DeployJob::afterFailure(Change change, const ServerError &error)
{
    if (error.outcomeUnknown() || (error.kind == ServerErrorKind::Cancelled && error.requestSent)) {
        if (m_cancelled) {
            findOut(change, error, {.total = std::chrono::milliseconds(0)});
        } else {
            findOut(change, error, m_environment.findOut);
        }
        return;
    }
    if (error.kind == ServerErrorKind::Cancelled) {
        m_result.message = tr("Cancelled before anything was sent.");
        finish(DeployOutcome::Cancelled);
        return;
    }
    const DeployStage failedAt = m_stage;
    enter(DeployStage::ReadingBack);
    m_running =
        m_environment.server.lookUp(space(), m_result.id, this, [this, change, error, failedAt](const LookUp &now) {
            m_stage = failedAt;
            if (change == Change::Update) {
                explainFailedUpdate(error, now);
            } else {
                explainFailedCreate(error, now);
            }
        });
}

void DeployJob::explainFailedUpdate(const ServerError &error, const LookUp &now)
{
    QString before;
    QString after;
    QString remedy = error.remedy();
    const bool isFunction = space() == PluginSpace::Function;
    if (now.presence == Presence::Missing && m_lookUp.plugin) {
        fail(error, tr("It was deleted on the server while it was being deployed. %1").arg(failureText(error)),
             tr("Deploy it again to create it."));
        return;
    }
    if (now.presence == Presence::Found) {
        adopt(*now.plugin);
        m_result.deactivated = isFunction && m_lookUp.plugin && m_lookUp.plugin->active && !now.plugin->active;
        if (m_result.deactivated) {
            before = tr("The server switched the function off for everybody. ");
            remedy = tr("Switch the old version on again, then mend the file.") + u' ' + remedy;
        } else if (m_lookUp.plugin && now.plugin->content == m_lookUp.plugin->content) {
            after = u' ' + tr("The server keeps what it had.");
        } else if (isFunction && !m_lookUp.plugin && !now.plugin->active) {
            after = u' ' + tr("The function is off now; whether it was on before is not known.");
        }
    } else {
        after = u' ' + tr("What the server has now could not be read.");
    }
    if (error.kind == ServerErrorKind::Masked) {
        after +=
            u' ' + tr("The reason is only in the server's log.") + u' ' + suspicionText(m_prepared.plugin, m_check);
    }
    fail(error, before + failureText(error) + after, remedy.trimmed());
}

void DeployJob::explainFailedCreate(const ServerError &error, const LookUp &now)
{
    if (now.presence == Presence::Found && error.kind == ServerErrorKind::IdTaken) {
        adopt(*now.plugin);
        fail(error, tr("Someone else created “%1” while it was being deployed. It was left as it is.").arg(m_result.id),
             tr("Deploy it again to update it."));
        return;
    }
    if (now.presence == Presence::Found) {
        adopt(*now.plugin);
        fail(error, tr("The server refused to create it, yet it is there now. %1").arg(failureText(error)),
             tr("Look at it on the server; delete it there if it should not stay."));
        return;
    }
    if (now.presence == Presence::Missing && error.kind == ServerErrorKind::Masked &&
        m_environment.release.tellsReasonOnUpdateOnly() && !m_cancelled) {
        if (!connection().production || m_request.consents.contains(Consent::RunForReason)) {
            askForReason(error);
            return;
        }
        m_result.missing = {Consent::RunForReason};
    }
    QString after = now.presence == Presence::Missing ? u' ' + tr("Nothing was stored.") : QString();
    if (error.kind == ServerErrorKind::Masked) {
        after +=
            u' ' + tr("The reason is only in the server's log.") + u' ' + suspicionText(m_prepared.plugin, m_check);
    }
    fail(error, failureText(error) + after.trimmed().prepend(u' '), error.remedy());
}

void DeployJob::askForReason(const ServerError &masked)
{
    // 0.12 masks the reason of a create but tells that of an update, and loads the code before it looks for the id. A
    // tool's text is asked through the functions' route with an id that nobody has (contract 7).
    enter(DeployStage::FindingReason);
    const bool isTool = space() == PluginSpace::Tool;
    const QString id = isTool ? u"reason_"_s + QUuid::createUuid().toString(QUuid::Id128) : m_result.id;
    Payload payload = m_payload;
    payload.id = id;
    payload.accessControl.reset();
    m_running = m_environment.server.update(
        PluginSpace::Function, id, payload.toJson(m_prepared.content), this,
        [this, masked, isTool](const Answer<ServerPlugin> &answer) {
            m_stage = DeployStage::Creating;
            if (answer) {
                // Someone created it meanwhile, and our update took effect.
                adopt(*answer.value);
                succeed(DeployOutcome::Updated);
                return;
            }
            const QString nothing = u' ' + tr("Nothing was stored.");
            if (isTool && answer.error.kind == ServerErrorKind::CodeNoClass) {
                fail(masked,
                     tr("The code loads, but the server cannot use its class Tools: making it, or reading its "
                        "methods' types, fails.") +
                         nothing,
                     tr("Look at Tools.__init__ and at the types of its methods' parameters."));
                return;
            }
            const bool told = answer.error.kind != ServerErrorKind::NotFound && !answer.error.outcomeUnknown();
            const ServerError &reason = told ? answer.error : masked;
            fail(reason, failureText(reason) + nothing, reason.remedy());
        });
}

void DeployJob::findOut(Change change, const ServerError &error, const FindOutLimits &limits)
{
    enter(DeployStage::FindingOut);
    if (!m_cancelled) {
        note(LogLevel::Warning,
             tr("Nobody knows yet whether it was done: %1 Looking again until it is clear.").arg(failureText(error)));
    }
    if (error.serverGone()) {
        emit serverLost(error);
    }
    m_search = new OutcomeSearch(m_environment.server, space(), m_result.id, m_prepared.storedText, m_lookUp.plugin,
                                 limits, this);
    connect(m_search, &OutcomeSearch::unreachable, this, &DeployJob::serverLost);
    connect(m_search, &OutcomeSearch::finished, this, [this, change, error](bool proven, const LookUp &last) {
        m_search->deleteLater();
        m_search = nullptr;
        onFoundOut(change, error, proven, last);
    });
    m_search->start();
}

void DeployJob::onFoundOut(Change change, const ServerError &error, bool proven, const LookUp &last)
{
    if (last.presence == Presence::Found) {
        adopt(*last.plugin);
        m_result.deactivated =
            space() == PluginSpace::Function && m_lookUp.plugin && m_lookUp.plugin->active && !last.plugin->active;
    }
    if (proven) {
        if (m_cancelled) {
            note(LogLevel::Info, tr("It was cancelled too late: the server had already done it."));
        }
        compareShares(*last.plugin);
        if (change == Change::Create && !m_cancelled) {
            switchOnIfWanted();
        } else {
            succeed(change == Change::Create ? DeployOutcome::Created : DeployOutcome::Updated);
        }
        return;
    }
    m_result.error = error;
    const QString state = m_result.deactivated ? tr("The server switched the function off for everybody. ")
                          : last.presence == Presence::Missing ? tr("The server does not have it at the moment. ")
                          : last.presence == Presence::Found   ? tr("The server has the old text at the moment. ")
                                                               : tr("The server cannot be asked at the moment. ");
    m_result.message = m_cancelled ? tr("Cancelled after it was sent. %1It may still be done.").arg(state)
                                   : tr("Nobody knows whether it was done. %1%2").arg(state, failureText(error));
    m_result.remedy = tr("Wait until the server has finished, then look again or deploy again.");
    finish(DeployOutcome::Unknown);
}

void DeployJob::adopt(const ServerPlugin &now)
{
    m_result.versionAfter = now.version();
    if (space() == PluginSpace::Function) {
        m_result.active = now.active;
    }
}

} // namespace owui
