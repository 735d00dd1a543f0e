// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/back/pluginrestore.h"

#include "deploy/job/deploywords.h"
#include "deploy/job/pluginchange.h"

#include <QtConcurrent>

#include <utility>

namespace owui {

PluginRestore::PluginRestore(const PlannedRestore &planned, const DeployEnvironment &environment, QObject *parent)
    : QObject(parent)
    , m_planned(planned)
    , m_environment(environment)
    , m_result(planned.result)
{
    m_environment.journal = nullptr;
}

PluginRestore::~PluginRestore() = default;

void PluginRestore::start()
{
    const GoBackGoal &goal = m_planned.goal;
    if (m_planned.present && goal.hasTexts(*m_planned.present)) {
        restoreFlags();
    } else if (m_planned.byVersion && m_planned.present) {
        sendTexts(goal.versionId);
    } else if (m_planned.present && !goal.versionId.isEmpty() && m_environment.release.hasVersions()) {
        askForVersion();
    } else {
        sendTexts({});
    }
}

void PluginRestore::cancel()
{
    m_cancelled = true;
    if (m_change) {
        m_change->cancel();
    }
}

void PluginRestore::enter(DeployStage stage)
{
    m_result.stage = stage;
    emit stageChanged(stage);
}

/// The server's own way back is taken only where it leads to the very same; old versions can be deleted there.
void PluginRestore::askForVersion()
{
    const QString versionId = m_planned.goal.versionId;
    server().snapshot(m_planned.space, m_planned.id, versionId, this,
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
    const auto read = [planned = m_planned] {
        return Read{planned.goal.prepared(planned.path, planned.id, planned.space),
                    planned.goal.losses(planned.space, planned.present)};
    };
    QtConcurrent::run(read).then(this, [this, versionId](const Read &text) {
        m_losses = text.losses;
        PlannedChange change;
        change.kind = m_planned.present ? PlannedChange::Kind::Update : PlannedChange::Kind::Create;
        change.prepared = text.prepared;
        change.present = m_planned.present;
        change.payload = m_planned.goal.payload(m_planned.id, m_planned.space, m_planned.present);
        change.versionId = versionId;
        change.consents = m_planned.consents;
        change.result = m_result;
        change.result.kind = text.prepared.plugin.kind.value_or(m_result.kind);
        m_change = new PluginChange(change, m_environment, this);
        connect(m_change, &PluginChange::stageChanged, this, &PluginRestore::enter);
        connect(m_change, &PluginChange::noted, this, &PluginRestore::noted);
        connect(m_change, &PluginChange::finished, this, &PluginRestore::onSent);
        m_change->start();
        if (m_cancelled) {
            m_change->cancel();
        }
    });
}

void PluginRestore::onSent(const DeployResult &result)
{
    m_change->deleteLater();
    m_change = nullptr;
    m_result = result;
    if (result.isSuccess()) {
        restoreFlags();
        return;
    }
    // What the server has now belongs into the history, also where this failed.
    server().lookUp(m_planned.space, m_planned.id, this, [this](const LookUp &lookUp) {
        m_now = lookUp.plugin;
        emit finished(m_result, m_now);
    });
}

void PluginRestore::restoreFlags()
{
    enter(DeployStage::ReadingBack);
    server().lookUp(m_planned.space, m_planned.id, this, [this](const LookUp &lookUp) {
        m_now = lookUp.plugin;
        const GoBackGoal &goal = m_planned.goal;
        const bool canSet = m_now && !m_cancelled;
        if (canSet && !m_setActive && goal.active.value_or(m_now->active) != m_now->active) {
            m_setActive = true;
            setFlag(*goal.active, FunctionFlag::Active);
        } else if (canSet && !m_setGlobal && goal.global.value_or(m_now->global) != m_now->global) {
            m_setGlobal = true;
            setFlag(*goal.global, FunctionFlag::Global);
        } else {
            judge(lookUp);
        }
    });
}

void PluginRestore::setFlag(bool wanted, FunctionFlag flag)
{
    enter(DeployStage::SwitchingOn);
    auto *functionSwitch = new FunctionSwitch(server(), m_planned.id, wanted, this, flag);
    connect(functionSwitch, &FunctionSwitch::finished, this, [this](bool, const ServerError &error) {
        if (error) {
            note(LogLevel::Warning, tr("It could not be switched. %1").arg(failureText(error)));
        }
        restoreFlags();
    });
    functionSwitch->start();
}

void PluginRestore::judge(const LookUp &lookUp)
{
    for (const QString &loss : std::as_const(m_losses)) {
        note(LogLevel::Warning, loss);
    }
    if (!m_now) {
        m_result.error = lookUp.error;
        finish(DeployOutcome::Unknown,
               tr("It was sent, but it could not be read back. %1").arg(failureText(lookUp.error)),
               tr("Look again later."));
        return;
    }
    m_result.versionAfter = m_now->version();
    m_result.active = m_planned.space == PluginSpace::Function ? std::optional(m_now->active) : std::nullopt;
    if (!m_planned.goal.hasTexts(*m_now)) {
        finish(DeployOutcome::Failed, tr("The server has another text, name or description than it had then."),
               tr("Look at what the server has now. Somebody may have changed it at the same moment."));
    } else if (!m_planned.goal.hasFlags(*m_now)) {
        finish(DeployOutcome::Failed, tr("Its text is back, but it is not switched as it was then."),
               tr("Switch it in Open WebUI's admin panel."));
    } else {
        const QString &was = m_result.versionBefore;
        m_result.stage = DeployStage::Done;
        finish(m_planned.present ? DeployOutcome::Updated : DeployOutcome::Created,
               was.isEmpty() || was == m_result.versionAfter
                   ? tr("Taken back.")
                   : tr("Taken back to %1 (was %2).").arg(m_result.versionAfter, was));
    }
}

void PluginRestore::note(LogLevel level, const QString &text)
{
    m_result.notes.append(text);
    emit noted(level, text);
}

void PluginRestore::finish(DeployOutcome outcome, const QString &message, const QString &remedy)
{
    m_result.outcome = outcome;
    m_result.message = message;
    m_result.remedy = remedy;
    emit finished(m_result, m_now);
}

} // namespace owui
