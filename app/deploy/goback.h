// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/changerecord.h"
#include "deploy/deployenvironment.h"
#include "deploy/deployresult.h"
#include "deploy/gobackrequest.h"
#include "deploy/logentry.h"
#include "history/historystore.h"

#include <QElapsedTimer>
#include <QObject>

#include <optional>

namespace owui {

class PluginChange;

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
    /// Created, Updated (also for a delete and a switch) or Unchanged are successes.
    void finished(const owui::DeployResult &result);

private:
    /// What the plugin shall be again.
    struct Goal
    {
        QString name;
        QJsonObject meta;
        QString content;
        std::optional<bool> active; ///< none: as it is
        std::optional<bool> global;
        std::optional<HistoryState> state; ///< none: a version of the server's
        QString versionId;
    };

    void enter(DeployStage stage);
    void readContent();
    void readSnapshot(const QString &versionId, const std::function<void(const Answer<ServerSnapshot> &)> &done);
    void lookUp();
    void decide(const LookUp &lookUp);
    [[nodiscard]] bool isStopped(const LookUp &lookUp);
    void decideAboutCreated();
    void record(HistoryChange change, void (GoBack::*next)());
    void changeText();
    void sendVersion();
    void sendText();
    void onChanged(const DeployResult &result);
    void restoreFlags();
    void setFlag(bool wanted, FunctionFlag flag);
    void switchOff();
    void remove();
    void readBack();
    void judge(const LookUp &now);
    void note(LogLevel level, const QString &text);
    void block(Consent consent, const QString &message, const QString &remedy);
    void fail(const ServerError &error, const QString &message, const QString &remedy);
    void finish(DeployOutcome outcome);

    [[nodiscard]] const Connection &connection() const { return m_environment.server.connection(); }

    GoBackRequest m_request;
    const DeployEnvironment &m_environment;
    HistoryStore &m_store;
};

} // namespace owui
