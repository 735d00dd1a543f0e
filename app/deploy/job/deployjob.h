// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/job/deployrequest.h"
#include "deploy/job/pluginchange.h"

#include <QElapsedTimer>
#include <QObject>

#include <optional>

namespace owui {

class ServerCheck;
class ValveCheck;

/// Deploys one plugin: read the file ▸ look up and check ▸ update or create ▸ proof. It never asks; a consent that is
/// needed and absent ends it as blocked. `finished` comes exactly once, from the event loop. Lives in the main thread.
class DeployJob final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeployJob)

public:
    /// `environment` must outlive the job.
    DeployJob(const DeployRequest &request, const DeployEnvironment &environment, QObject *parent = nullptr);
    ~DeployJob() override;

    void start();
    /// Before the POST nothing was changed and nothing will be. After it the server may still finish: one more look
    /// tells.
    void cancel();

    [[nodiscard]] const DeployRequest &request() const { return m_request; }

signals:
    void stageChanged(owui::DeployStage stage);
    void noted(owui::LogLevel level, const QString &text);
    /// What a look or an answer said; CannotTell after a change whose outcome is unknown.
    void seen(owui::PluginSpace space, const QString &id, const owui::Sighting &now);
    /// After a POST the server does not answer any more; the job looks on.
    void serverLost(const owui::ServerError &error);
    void finished(const owui::DeployResult &result);

private:
    void enter(DeployStage stage);
    void onPrepared(const Result<PreparedPlugin> &prepared);
    void lookUp();
    void decide();
    [[nodiscard]] bool stoppedByCheck();
    [[nodiscard]] bool stoppedByDisk();
    void checkServer(PlannedChange::Kind kind);
    void decideUpdate(bool unchanged);
    void decideCreate();
    void change(PlannedChange::Kind kind);
    void send(PlannedChange::Kind kind);
    void onChanged(const DeployResult &result);
    [[nodiscard]] bool settingsAreInDoubt() const;
    void checkSettings();
    void note(LogLevel level, const QString &text);
    void block(Consent consent, const QString &message, const QString &remedy);
    void fail(const ServerError &error, const QString &message, const QString &remedy);
    void finish(DeployOutcome outcome);

    [[nodiscard]] const Connection &connection() const { return m_environment.server.connection(); }

    DeployRequest m_request;
    const DeployEnvironment &m_environment;
    DeployResult m_result;
    DeployStage m_stage = DeployStage::Waiting;
    QElapsedTimer m_clock;
    PreparedPlugin m_prepared;
    std::optional<LocalCheckResult> m_check;
    std::optional<LookUp> m_lookUp;
    Payload m_payload;
    bool m_ended = false;
    OpenWebUi::Request m_running;
    ServerCheck *m_serverCheck = nullptr; ///< a child, from the look-up on
    PluginChange *m_change = nullptr;     ///< a child, from the moment it is decided
    ValveCheck *m_valveCheck = nullptr;   ///< a child, while it runs
};

} // namespace owui
