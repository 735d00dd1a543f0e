// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/back/goback.h"

#include "compare/planloss.h"
#include "deploy/back/pluginrestore.h"
#include "deploy/job/deletejob.h"
#include "deploy/job/functionswitch.h"
#include "server/servererror.h"

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
    auto *restore = new PluginRestore(
        {.goal = *m_goal, .present = m_present, .byVersion = !m_request.before, .consents = m_request.consents}, *this);
    connect(restore, &PluginRestore::finished, this, &GoBack::finish);
    restore->start();
}

void GoBack::switchOff()
{
    enter(DeployStage::SwitchingOn);
    setFlag(*this, FunctionFlag::Active, false, [this](bool isOn, const ServerError &error) {
        const DeployOutcome outcome = judgeSwitch(result(), false, isOn, error);
        if (isOn) {
            finish(outcome);
        } else {
            succeed(outcome, tr("It was new then, and is switched off now."));
        }
    });
}

} // namespace owui
