// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/back/pluginrestore.h"

#include "deploy/job/pluginchange.h"
#include "deploy/job/serverjob.h"
#include "onpool.h"
#include "server/servererror.h"

#include <utility>

namespace owui {

PluginRestore::PluginRestore(PlannedRestore planned, ServerJob &job)
    : QObject(&job)
    , m_planned(std::move(planned))
    , m_job(job)
{
}

void PluginRestore::start()
{
    const GoBackGoal &goal = m_planned.goal;
    if (m_planned.present && goal.hasTexts(*m_planned.present)) {
        restoreFlags();
    } else if (m_planned.byVersion && m_planned.present) {
        sendTexts(goal.versionId);
    } else if (m_planned.present && !goal.versionId.isEmpty() && m_job.environment().release.hasVersions()) {
        askForVersion();
    } else {
        sendTexts({});
    }
}

/// The server's own way back is taken only where it leads to the very same; old versions can be deleted there.
void PluginRestore::askForVersion()
{
    const QString versionId = m_planned.goal.versionId;
    m_job.server().snapshot(m_job.space(), m_job.result().id, versionId, this,
                            [this, versionId](const Answer<ServerSnapshot> &answer) {
                                const bool same = answer && m_planned.goal.is(*answer.value);
                                sendTexts(same ? versionId : QString());
                            });
}

void PluginRestore::sendTexts(const QString &versionId)
{
    struct Read
    {
        PreparedPlugin prepared;
        QStringList losses;
    };
    const auto read = [planned = m_planned, subject = m_job.result()] {
        return Read{planned.goal.prepared(subject.path, subject.id, subject.space),
                    planned.goal.losses(subject.space, planned.present)};
    };
    onPool(this, read, [this, versionId](const Read &text) {
        m_losses = text.losses;
        send(text.prepared, versionId);
    });
}

/// It is switched as it was afterwards, and not on for a moment on the way.
void PluginRestore::send(const PreparedPlugin &prepared, const QString &versionId)
{
    DeployResult &result = m_job.result();
    result.kind = prepared.plugin.kind.value_or(result.kind);
    PlannedChange planned{.kind = m_planned.present ? PlannedChange::Kind::Update : PlannedChange::Kind::Create,
                          .prepared = prepared,
                          .check = {},
                          .present = m_planned.present,
                          .payload = m_planned.goal.payload(result.id, result.space, m_planned.present),
                          .versionId = versionId,
                          .switchOn = false,
                          .records = false,
                          .consents = m_planned.consents};
    auto *change = new PluginChange(std::move(planned), m_job);
    connect(change, &PluginChange::finished, this, &PluginRestore::onSent);
    change->start();
}

void PluginRestore::onSent(DeployOutcome outcome)
{
    if (m_job.result().isSuccess()) {
        restoreFlags();
    } else {
        // What the server has now belongs into the history, also where this failed.
        look([this, outcome](const LookUp &) { emit finished(outcome); });
    }
}

void PluginRestore::look(const std::function<void(const LookUp &)> &done)
{
    m_job.server().lookUp(m_job.space(), m_job.result().id, this, [this, done](const LookUp &lookUp) {
        m_job.adopt(lookUp);
        done(lookUp);
    });
}

void PluginRestore::restoreFlags()
{
    m_job.enter(DeployStage::ReadingBack);
    look([this](const LookUp &lookUp) {
        const std::optional<ServerPlugin> &now = m_job.now();
        const GoBackGoal &goal = m_planned.goal;
        const bool canSet = now && !m_job.changes().isCancelled();
        if (canSet && !m_setActive && goal.active.value_or(now->active) != now->active) {
            m_setActive = true;
            setFlag(*goal.active, FunctionFlag::Active);
        } else if (canSet && !m_setGlobal && goal.global.value_or(now->global) != now->global) {
            m_setGlobal = true;
            setFlag(*goal.global, FunctionFlag::Global);
        } else {
            judge(lookUp);
        }
    });
}

void PluginRestore::setFlag(bool wanted, FunctionFlag flag)
{
    m_job.enter(DeployStage::SwitchingOn);
    owui::setFlag(m_job, flag, wanted, [this](bool, const ServerError &error) {
        if (error) {
            m_job.note(LogLevel::Warning, tr("It could not be switched. %1").arg(failureText(error)));
        }
        restoreFlags();
    });
}

void PluginRestore::judge(const LookUp &lookUp)
{
    for (const QString &loss : std::as_const(m_losses)) {
        m_job.note(LogLevel::Warning, loss);
    }
    DeployResult &result = m_job.result();
    const std::optional<ServerPlugin> &now = m_job.now();
    if (!now) {
        result.error = lookUp.error;
        finish(DeployOutcome::Unknown,
               tr("It was sent, but it could not be read back. %1").arg(failureText(lookUp.error)),
               tr("Look again later."));
    } else if (!m_planned.goal.hasTexts(*now)) {
        finish(DeployOutcome::Failed, tr("The server has another text, name or description than it had then."),
               tr("Look at what the server has now. Somebody may have changed it at the same moment."));
    } else if (!m_planned.goal.hasFlags(*now)) {
        finish(DeployOutcome::Failed, tr("Its text is back, but it is not switched as it was then."),
               tr("Switch it in Open WebUI's admin panel."));
    } else {
        const QString &was = result.versionBefore;
        result.stage = DeployStage::Done;
        finish(DeployOutcome::TakenBack, was.isEmpty() || was == result.versionAfter
                                             ? tr("Taken back.")
                                             : tr("Taken back to %1 (was %2).").arg(result.versionAfter, was));
    }
}

void PluginRestore::finish(DeployOutcome outcome, const QString &message, const QString &remedy)
{
    m_job.result().message = message;
    m_job.result().remedy = remedy;
    emit finished(outcome);
}

} // namespace owui
