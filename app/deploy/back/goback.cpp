// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/back/goback.h"

#include "compare/plan/planloss.h"
#include "deploy/job/deletejob.h"
#include "deploy/job/functionswitch.h"
#include "deploy/job/pluginchange.h"
#include "onpool.h"
#include "server/servererror.h"

#include <utility>

namespace owui {

GoBack::GoBack(const GoBackRequest &request, const DeployEnvironment &environment, QObject *parent)
    : ServerJob(request.subject(), environment, parent)
    , m_request(request)
{
    connect(this, &ServerJob::finished, this, [this](const DeployResult &result) {
        const QString &run = this->environment().run.takesBack;
        if (this->environment().journal && !run.isEmpty() && result.isSuccess()) {
            this->environment().journal->setTakenBack(run, result.space, result.id);
        }
    });
}

void GoBack::run()
{
    const std::optional<HistoryEntry> &before = m_request.before;
    if (isStoppedByProduction(m_request.consents)) {
        return;
    }
    if (before && !before->hasWayBack()) {
        fail({}, tr("What the server had then is not known, so there is no way back to it."),
             tr("Choose another entry, or deploy the version that you want from the folder."));
    } else {
        findGoal();
    }
}

void GoBack::findGoal()
{
    enter(DeployStage::Reading);
    if (!m_request.before) {
        server().snapshot(
            space(), m_request.id, m_request.versionId, this, [this](const Answer<ServerSnapshot> &answer) {
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
    if (environment().journal == nullptr) {
        fail({}, tr("No history is kept for this server, so there is no text to go back to."),
             tr("Choose a version that the server keeps, or deploy from the folder."));
        return;
    }
    const HistoryState then = *m_request.before->before;
    environment().journal->content(then.contentHash, this, [this, then](const Result<QString> &content) {
        if (!content) {
            fail({}, content.error().text, content.error().remedy);
            return;
        }
        m_goal = GoBackGoal::of(then, space(), content.value());
        lookUp();
    });
}

void GoBack::lookUp()
{
    if (hasEnded()) {
        return;
    }
    enter(DeployStage::LookingUp);
    server().lookUp(space(), m_request.id, this, [this](const LookUp &lookUp) {
        if (!isStoppedByLook(lookUp)) {
            decide(lookUp.plugin);
        }
    });
}

void GoBack::decide(const std::optional<ServerPlugin> &present)
{
    if (hasEnded()) {
        return;
    }
    m_present = present;
    if (present) {
        result().kind = present->kind.value_or(result().kind);
        result().versionBefore = present->version();
        result().versionAfter = present->version();
        result().active = space() == PluginSpace::Function ? std::optional(present->active) : std::nullopt;
    }
    if (!m_goal) {
        decideAboutCreated();
    } else if (present && m_goal->hasTexts(*present) && m_goal->hasFlags(*present)) {
        succeed(DeployOutcome::Unchanged, tr("The server has it like that already."));
    } else if (!isStoppedByServer(true)) {
        record(HistoryChange::GoBack, true, m_present, [this] { restore(); });
    }
}

/// What is on the server would be lost, or switched off for everybody: somebody may have put it there since.
bool GoBack::isStoppedByServer(bool isReplaced)
{
    const bool isShown = !m_present || m_present->content;
    const QByteArray hash = m_present && isShown ? HistoryState::of(*m_present).contentHash : QByteArray();
    return isStoppedBy(objectionTo({.isThere = m_present.has_value(),
                                    .isChanged = isShown && m_request.expectedHash.value_or(hash) != hash,
                                    .canBeKept = isShown || !isReplaced,
                                    .isProduction = connection().production,
                                    .agreed = m_request.consents}));
}

void GoBack::decideAboutCreated()
{
    if (!m_present) {
        succeed(DeployOutcome::Unchanged, tr("It was new then, and the server does not have it any more."));
    } else if (m_request.deleteCreated) {
        if (!isStoppedByServer(true)) {
            record(HistoryChange::Delete, true, m_present,
                   [this] { removeFromServer(*this, [this](DeployOutcome outcome) { finish(outcome); }); });
        }
    } else if (space() == PluginSpace::Tool) {
        succeed(DeployOutcome::Unchanged,
                tr("It was new then. A tool cannot be switched off, so it was left as it is."));
    } else if (!m_present->active) {
        succeed(DeployOutcome::Unchanged, tr("It was new then, and is off already."));
    } else if (!isStoppedByServer(false)) {
        record(HistoryChange::Toggle, true, m_present, [this] { switchOff(); });
    }
}

void GoBack::restore()
{
    if (m_present && m_goal->hasTexts(*m_present)) {
        restoreFlags();
    } else if (!m_request.before && m_present) {
        sendTexts(m_goal->versionId); // the server surely keeps the goal under its version
    } else if (m_present && !m_goal->versionId.isEmpty() && environment().release.hasVersions()) {
        askForVersion();
    } else {
        sendTexts({});
    }
}

/// The server's own way back is taken only where it leads to the very same; old versions can be deleted there.
void GoBack::askForVersion()
{
    server().snapshot(space(), m_request.id, m_goal->versionId, this, [this](const Answer<ServerSnapshot> &answer) {
        const bool same = answer && m_goal->is(*answer.value);
        sendTexts(same ? m_goal->versionId : QString());
    });
}

void GoBack::sendTexts(const QString &versionId)
{
    struct Read
    {
        PreparedPlugin prepared;
        QStringList losses;
    };
    const auto read = [goal = *m_goal, present = m_present, subject = result()] {
        return Read{goal.prepared(subject.path, subject.id, subject.space), goal.losses(subject.space, present)};
    };
    onPool(this, read, [this, versionId](const Read &text) {
        m_losses = text.losses;
        send(text.prepared, versionId);
    });
}

/// It is switched as it was afterwards, and not on for a moment on the way.
void GoBack::send(const PreparedPlugin &prepared, const QString &versionId)
{
    result().kind = prepared.plugin.kind.value_or(result().kind);
    PlannedChange planned{.kind = m_present ? PlannedChange::Kind::Update : PlannedChange::Kind::Create,
                          .prepared = prepared,
                          .check = {},
                          .present = m_present,
                          .payload = m_goal->payload(m_request.id, space(), m_present),
                          .versionId = versionId,
                          .switchOn = false,
                          .records = false,
                          .consents = m_request.consents};
    auto *change = new PluginChange(std::move(planned), *this);
    connect(change, &PluginChange::finished, this, &GoBack::onSent);
    change->start();
}

void GoBack::onSent(DeployOutcome outcome)
{
    if (result().isSuccess()) {
        restoreFlags();
    } else {
        // What the server has now belongs into the history, also where this failed.
        readBack([this, outcome](const LookUp &) { finish(outcome); });
    }
}

void GoBack::readBack(const std::function<void(const LookUp &)> &done)
{
    server().lookUp(space(), m_request.id, this, [this, done](const LookUp &lookUp) {
        adopt(lookUp);
        done(lookUp);
    });
}

void GoBack::restoreFlags()
{
    enter(DeployStage::ReadingBack);
    readBack([this](const LookUp &lookUp) {
        const bool canSet = now() && !changes().isCancelled();
        if (canSet && !m_setActive && m_goal->active.value_or(now()->active) != now()->active) {
            m_setActive = true;
            restoreFlag(*m_goal->active, FunctionFlag::Active);
        } else if (canSet && !m_setGlobal && m_goal->global.value_or(now()->global) != now()->global) {
            m_setGlobal = true;
            restoreFlag(*m_goal->global, FunctionFlag::Global);
        } else {
            judge(lookUp);
        }
    });
}

void GoBack::restoreFlag(bool wanted, FunctionFlag flag)
{
    enter(DeployStage::SwitchingOn);
    setFlag(*this, flag, wanted, [this](std::optional<bool>, const ServerError &error) {
        if (error) {
            note(LogLevel::Warning, tr("It could not be switched. %1").arg(failureText(error)));
        }
        restoreFlags();
    });
}

void GoBack::judge(const LookUp &lookUp)
{
    for (const QString &loss : std::as_const(m_losses)) {
        note(LogLevel::Warning, loss);
    }
    if (!now()) {
        result().error = lookUp.error;
        result().message = tr("It was sent, but it could not be read back. %1").arg(failureText(lookUp.error));
        result().remedy = tr("Look again later.");
        finish(DeployOutcome::Unknown);
    } else if (!m_goal->hasTexts(*now())) {
        fail({}, tr("The server has another text, name or description than it had then."),
             tr("Look at what the server has now. Somebody may have changed it at the same moment."));
    } else if (!m_goal->hasFlags(*now())) {
        fail({}, tr("Its text is back, but it is not switched as it was then."),
             tr("Switch it in Open WebUI's admin panel."));
    } else {
        const QString &was = result().versionBefore;
        const QString &is = result().versionAfter;
        succeed(DeployOutcome::TakenBack,
                was.isEmpty() || was == is ? tr("Taken back.") : tr("Taken back to %1 (was %2).").arg(is, was));
    }
}

void GoBack::switchOff()
{
    enter(DeployStage::SwitchingOn);
    setFlag(*this, FunctionFlag::Active, false, [this](std::optional<bool> isOn, const ServerError &error) {
        const DeployOutcome outcome = judgeSwitch(result(), false, isOn, error);
        if (outcome != DeployOutcome::SwitchedOff) {
            finish(outcome);
        } else {
            succeed(outcome, tr("It was new then, and is switched off now."));
        }
    });
}

} // namespace owui
