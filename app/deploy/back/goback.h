// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/back/gobackgoal.h"
#include "deploy/back/gobackrequest.h"
#include "deploy/job/deployenvironment.h"
#include "deploy/job/deployresult.h"
#include "deploy/job/logentry.h"
#include "deploy/journal/changerecord.h"
#include "history/historystore.h"

#include <QElapsedTimer>
#include <QObject>

#include <optional>

namespace owui {

class PluginRestore;

/// Takes one plugin on a server back: text, name and description, then on and global. Since 0.12 by the server's own
/// version, where it has the very same; else the stored text is sent. One entry of the history covers all of it, so
/// that going back can be undone. Never asks: a consent that is needed and absent ends it as blocked. Each POST goes
/// out once. `finished` comes exactly once, from the event loop. Lives in the main thread.
class GoBack final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GoBack)

public:
    /// `environment` and `store` must outlive it.
    GoBack(const GoBackRequest &request, const DeployEnvironment &environment, HistoryStore &store,
           QObject *parent = nullptr);
    ~GoBack() override;

    void start();
    /// Before the first POST nothing was changed and nothing will be. After it the plugin is looked at once more.
    void cancel();

signals:
    void stageChanged(owui::DeployStage stage);
    void noted(owui::LogLevel level, const QString &text);
    /// Created, Updated (also for a switch and a delete) and Unchanged are successes.
    void finished(const owui::DeployResult &result);

private:
    void enter(DeployStage stage);
    void findGoal();
    void lookUp();
    void decide();
    [[nodiscard]] bool isStoppedByServer();
    void decideAboutCreated();
    void record(HistoryChange change, void (GoBack::*next)());
    void restore();
    void switchOff();
    void remove();
    void judgeRemoved(const ServerError &error, const LookUp &now);
    void block(Consent consent, const QString &message, const QString &remedy);
    void fail(const ServerError &error, const QString &message, const QString &remedy);
    void succeed(DeployOutcome outcome, const QString &message);
    void finish(DeployOutcome outcome);

    [[nodiscard]] const Connection &connection() const { return m_environment.server.connection(); }
    [[nodiscard]] OpenWebUi &server() const { return m_environment.server; }

    GoBackRequest m_request;
    const DeployEnvironment &m_environment;
    HistoryStore &m_store;
    ChangeRecord m_record;
    DeployResult m_result;
    DeployStage m_stage = DeployStage::Waiting;
    QElapsedTimer m_clock;
    std::optional<GoBackGoal> m_goal;      ///< none: it shall not be there
    std::optional<ServerPlugin> m_present; ///< what the server had first
    std::optional<ServerPlugin> m_now;     ///< as last seen
    bool m_sent = false;                   ///< from now on a cancel needs a look
    bool m_cancelled = false;
    bool m_ended = false;
    OpenWebUi::Request m_running;       ///< before the first POST
    PluginRestore *m_restore = nullptr; ///< a child
};

} // namespace owui
