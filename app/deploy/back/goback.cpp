// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/back/goback.h"

#include "deploy/back/pluginrestore.h"
#include "deploy/job/deploywords.h"
#include "deploy/job/functionswitch.h"

namespace owui {

GoBack::GoBack(const GoBackRequest &request, const DeployEnvironment &environment, HistoryStore &store, QObject *parent)
    : QObject(parent)
    , m_request(request)
    , m_environment(environment)
    , m_store(store)
    , m_record(environment)
{
    m_result.path = request.path;
    m_result.title = request.title.isEmpty() ? request.id : request.title;
    m_result.id = request.id;
    m_result.kind = request.space == PluginSpace::Tool ? PluginKind::Tool : PluginKind::Pipe;
}

GoBack::~GoBack() = default;

void GoBack::start()
{
    m_clock.start();
    const std::optional<HistoryEntry> &before = m_request.before;
    if (connection().production && !m_request.consents.contains(Consent::Production)) {
        block(Consent::Production, tr("“%1” is marked as a production server.").arg(connection().name),
              tr("Confirm that you want to change it."));
    } else if (before && !before->hasWayBack()) {
        fail({}, tr("What the server had then is not known, so there is no way back to it."),
             tr("Choose another entry, or deploy the version that you want from the folder."));
    } else {
        findGoal();
    }
}

void GoBack::cancel()
{
    if (m_ended || m_cancelled) {
        return;
    }
    m_cancelled = true;
    if (m_restore) {
        m_restore->cancel();
    } else if (!m_sent) {
        if (m_running) {
            m_running->cancel();
        }
        m_result.message = tr("Cancelled before anything was sent.");
        finish(DeployOutcome::Cancelled);
    }
}

void GoBack::enter(DeployStage stage)
{
    m_stage = stage;
    emit stageChanged(stage);
}

void GoBack::findGoal()
{
    enter(DeployStage::Reading);
    if (!m_request.before) {
        m_running = server().snapshot(
            m_request.space, m_request.id, m_request.versionId, this, [this](const Answer<ServerSnapshot> &answer) {
                if (m_ended) {
                    return;
                }
                if (!answer) {
                    fail(answer.error, tr("The server does not give that version. %1").arg(failureText(answer.error)),
                         tr("Choose another version."));
                    return;
                }
                m_goal = GoBackGoal::of(*answer.value, m_request.versionId);
                lookUp();
            });
        return;
    }
    if (m_request.undoesCreate()) {
        lookUp();
        return;
    }
    m_store.content(m_request.before->before->contentHash, this, [this](const Result<QString> &content) {
        if (m_ended) {
            return;
        }
        if (!content) {
            fail({}, content.error().text, content.error().remedy);
            return;
        }
        m_goal = GoBackGoal::of(*m_request.before->before, m_request.space, content.value());
        lookUp();
    });
}

void GoBack::lookUp()
{
    enter(DeployStage::LookingUp);
    m_running = server().lookUp(m_request.space, m_request.id, this, [this](const LookUp &lookUp) {
        if (m_ended) {
            return;
        }
        if (lookUp.presence != Presence::Found && lookUp.presence != Presence::Missing) {
            fail(lookUp.error,
                 tr("Nothing was sent, because the server could not be asked what it has. %1")
                     .arg(failureText(lookUp.error)),
                 lookUp.error.remedy());
            return;
        }
        m_present = lookUp.plugin;
        decide();
    });
}

void GoBack::decide()
{
    if (m_present) {
        m_result.kind = m_present->kind.value_or(m_result.kind);
        m_result.versionBefore = m_present->version();
        m_result.versionAfter = m_present->version();
        m_result.active = m_request.space == PluginSpace::Function ? std::optional(m_present->active) : std::nullopt;
    }
    if (!m_goal) {
        decideAboutCreated();
        return;
    }
    if (m_present && m_goal->hasTexts(*m_present) && m_goal->hasFlags(*m_present)) {
        succeed(DeployOutcome::Unchanged, tr("The server has it like that already."));
        return;
    }
    if (!isStoppedByServer()) {
        record(HistoryChange::GoBack, &GoBack::restore);
    }
}

/// What is on the server would be replaced: somebody may have changed it since, or it may not be possible to keep it.
bool GoBack::isStoppedByServer()
{
    const QByteArray hash = m_present && m_present->content ? HistoryState::of(*m_present).contentHash : QByteArray();
    if (m_request.expectedHash && *m_request.expectedHash != hash &&
        !m_request.consents.contains(Consent::ChangedSincePlan)) {
        block(Consent::ChangedSincePlan,
              m_present ? tr("It was changed on the server since.") : tr("It was deleted on the server since."),
              tr("Look at what the server has now, then confirm that it should be taken back all the same."));
        return true;
    }
    if (m_present && !m_present->content) {
        const QString message = tr("The server does not show the text that it has now, so it could not be kept.");
        if (connection().production) {
            fail({}, message, tr("Use the key of an account that may edit it."));
            return true;
        }
        if (!m_request.consents.contains(Consent::NoWayBack)) {
            block(Consent::NoWayBack, message, tr("Confirm that going back cannot be undone."));
            return true;
        }
    }
    return false;
}

void GoBack::decideAboutCreated()
{
    if (!m_present) {
        succeed(DeployOutcome::Unchanged, tr("It was new then, and the server does not have it any more."));
    } else if (m_request.deleteCreated) {
        if (!isStoppedByServer()) {
            record(HistoryChange::Delete, &GoBack::remove);
        }
    } else if (m_request.space == PluginSpace::Tool) {
        succeed(DeployOutcome::Unchanged,
                tr("It was new then. A tool cannot be switched off, so it was left as it is."));
    } else if (!m_present->active) {
        succeed(DeployOutcome::Unchanged, tr("It was new then, and is off already."));
    } else {
        record(HistoryChange::Toggle, &GoBack::switchOff);
    }
}

void GoBack::record(HistoryChange change, void (GoBack::*next)())
{
    const JournalChange entry{.run = {},
                              .serverOrigin = {},
                              .change = change,
                              .space = m_request.space,
                              .id = m_request.id,
                              .title = m_result.title,
                              .path = m_request.path,
                              .looked = true,
                              .present = m_present};
    m_record.begin(entry, [this, next](const QString &problem) {
        if (m_ended) {
            return;
        }
        if (!problem.isEmpty() && connection().production) {
            fail({}, tr("What the server has now could not be stored, so there would be no way back. %1").arg(problem),
                 tr("Mend the history first; nothing was sent."));
            return;
        }
        if (!problem.isEmpty()) {
            const QString text = tr("What the server has now could not be stored. %1").arg(problem);
            m_result.notes.append(text);
            emit noted(LogLevel::Warning, text);
        }
        m_sent = true;
        m_record.setSent();
        (this->*next)();
    });
}

void GoBack::restore()
{
    PlannedRestore planned;
    planned.space = m_request.space;
    planned.id = m_request.id;
    planned.path = m_request.path;
    planned.goal = *m_goal;
    planned.present = m_present;
    planned.byVersion = !m_request.before;
    planned.consents = m_request.consents;
    planned.result = m_result;
    m_restore = new PluginRestore(planned, m_environment, this);
    connect(m_restore, &PluginRestore::stageChanged, this, &GoBack::enter);
    connect(m_restore, &PluginRestore::noted, this, &GoBack::noted);
    connect(m_restore, &PluginRestore::finished, this,
            [this](const DeployResult &result, const std::optional<ServerPlugin> &now) {
                m_result = result;
                m_stage = result.stage;
                m_now = now;
                finish(result.outcome);
            });
    m_restore->start();
}

void GoBack::switchOff()
{
    enter(DeployStage::SwitchingOn);
    auto *functionSwitch = new FunctionSwitch(server(), m_request.id, false, this);
    connect(functionSwitch, &FunctionSwitch::finished, this, [this](bool isOn, const ServerError &error) {
        m_now = m_present;
        m_now->active = isOn;
        m_result.active = isOn;
        if (isOn) {
            fail(error, tr("It could not be switched off. %1").arg(failureText(error)),
                 tr("Switch it off in Open WebUI's admin panel."));
        } else {
            succeed(DeployOutcome::Updated, tr("It was new then, and is switched off now."));
        }
    });
    functionSwitch->start();
}

void GoBack::remove()
{
    enter(DeployStage::Updating);
    server().remove(m_request.space, m_request.id, this, [this](const Answer<bool> &answer) {
        enter(DeployStage::ReadingBack);
        // The answer is "true" for what is not there too, and an error may come after it was done.
        server().lookUp(m_request.space, m_request.id, this,
                        [this, error = answer.error](const LookUp &lookUp) { judgeRemoved(error, lookUp); });
    });
}

void GoBack::judgeRemoved(const ServerError &error, const LookUp &now)
{
    m_now = now.plugin;
    if (now.presence == Presence::Missing) {
        m_result.active = {};
        m_result.versionAfter.clear();
        succeed(DeployOutcome::Updated, tr("It was new then, and is deleted now, with the values of its valves."));
    } else if (now.presence == Presence::Found) {
        fail(error, tr("It could not be deleted. %1").arg(failureText(error)),
             tr("Delete it in Open WebUI's admin panel."));
    } else {
        m_result.error = now.error;
        m_result.message = tr("Nobody knows whether it was deleted. %1").arg(failureText(now.error));
        m_result.remedy = tr("Look again later.");
        finish(DeployOutcome::Unknown);
    }
}

void GoBack::block(Consent consent, const QString &message, const QString &remedy)
{
    m_result.missing = {consent};
    m_result.message = message;
    m_result.remedy = remedy;
    finish(DeployOutcome::Blocked);
}

void GoBack::fail(const ServerError &error, const QString &message, const QString &remedy)
{
    m_result.error = error;
    m_result.message = message;
    m_result.remedy = remedy;
    finish(DeployOutcome::Failed);
}

void GoBack::succeed(DeployOutcome outcome, const QString &message)
{
    m_stage = DeployStage::Done;
    m_result.message = message;
    m_result.remedy.clear();
    finish(outcome);
}

void GoBack::finish(DeployOutcome outcome)
{
    if (m_ended) {
        return;
    }
    m_ended = true;
    m_result.outcome = outcome;
    m_result.stage = m_stage;
    m_result.elapsed = std::chrono::milliseconds(m_clock.elapsed());
    m_record.end(historyOutcome(outcome), m_now, m_result.message);
    // Queued: nobody hears of the end from inside start() or cancel().
    QMetaObject::invokeMethod(
        this, [this] { emit finished(m_result); }, Qt::QueuedConnection);
}

} // namespace owui
