// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/back/gobackgoal.h"
#include "deploy/job/deployenvironment.h"
#include "deploy/job/deployresult.h"
#include "deploy/job/functionswitch.h"
#include "deploy/job/logentry.h"

#include <QObject>

#include <optional>

namespace owui {

class PluginChange;

/// What to bring a plugin to, decided and kept in the journal.
struct PlannedRestore
{
    PluginSpace space = PluginSpace::Function;
    QString id;
    QString path;
    GoBackGoal goal;
    std::optional<ServerPlugin> present; ///< what the server has; none: it is created again
    bool byVersion = false;              ///< the server surely keeps the goal under its version
    Consents consents;
    DeployResult result; ///< to be completed
};

/// Brings a plugin to a goal: text, name and description first, by the server's own version where it has the very same,
/// then on and global, and reads everything back. Each POST goes out once. `finished` comes exactly once. Lives in the
/// main thread.
class PluginRestore final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PluginRestore)

public:
    /// Records nothing: who makes it does. `environment` must outlive it.
    PluginRestore(const PlannedRestore &planned, const DeployEnvironment &environment, QObject *parent);
    ~PluginRestore() override;

    void start();
    /// What runs is looked at once more; nothing more is begun.
    void cancel();

signals:
    void stageChanged(owui::DeployStage stage);
    void noted(owui::LogLevel level, const QString &text);
    /// `now` is what the server had when it was looked at last; none: nobody saw it.
    void finished(const owui::DeployResult &result, const std::optional<owui::ServerPlugin> &now);

private:
    void enter(DeployStage stage);
    void askForVersion();
    void sendTexts(const QString &versionId);
    void onSent(const DeployResult &result);
    void restoreFlags();
    void setFlag(bool wanted, FunctionFlag flag);
    void judge(const LookUp &lookUp);
    void note(LogLevel level, const QString &text);
    void finish(DeployOutcome outcome, const QString &message, const QString &remedy = {});

    [[nodiscard]] OpenWebUi &server() const { return m_environment.server; }

    PlannedRestore m_planned;
    DeployEnvironment m_environment; ///< without a journal
    DeployResult m_result;
    std::optional<ServerPlugin> m_now;
    QStringList m_losses;
    bool m_setActive = false; ///< done once each, whatever came of it
    bool m_setGlobal = false;
    bool m_cancelled = false;
    PluginChange *m_change = nullptr; ///< a child, while it runs
};

} // namespace owui
