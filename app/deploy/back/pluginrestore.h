// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/consent.h"
#include "deploy/back/gobackgoal.h"
#include "deploy/job/deployresult.h"
#include "deploy/job/functionswitch.h"

#include <QObject>

#include <optional>

namespace owui {

class ServerJob;

/// What to bring a plugin to, decided and kept in the journal.
struct PlannedRestore
{
    GoBackGoal goal;
    std::optional<ServerPlugin> present; ///< what the server has; none: it is created again
    bool byVersion = false;              ///< the server surely keeps the goal under its version
    Consents consents;
};

/// A step of a job: brings its plugin to a goal. Text, name and description first, by the server's own version where it
/// has the very same, then on and global, and reads everything back. Each POST goes out once. Lives in the main thread.
class PluginRestore final : public QObject
{
    Q_OBJECT

public:
    /// A child of `job`, whose result it completes and which records.
    PluginRestore(PlannedRestore planned, ServerJob &job);

    void start();

signals:
    /// Exactly once. The job's now() is what the server had when it was looked at last.
    void finished(owui::DeployOutcome outcome);

private:
    void askForVersion();
    void sendTexts(const QString &versionId);
    void send(const PreparedPlugin &prepared, const QString &versionId);
    void onSent(DeployOutcome outcome);
    void restoreFlags();
    void setFlag(bool wanted, FunctionFlag flag);
    void judge(const LookUp &lookUp);
    void look(const std::function<void(const LookUp &)> &done);
    void finish(DeployOutcome outcome, const QString &message, const QString &remedy = {});

    PlannedRestore m_planned;
    ServerJob &m_job;
    QStringList m_losses;
    bool m_setActive = false; ///< done once each, whatever came of it
    bool m_setGlobal = false;
};

} // namespace owui
