// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/deployenvironment.h"
#include "deploy/deployrequest.h"
#include "deploy/deployresult.h"
#include "deploy/logentry.h"
#include "deploy/payload.h"
#include "deploy/preparedplugin.h"
#include "plugins/localcheck.h"

#include <QElapsedTimer>
#include <QObject>

#include <functional>

namespace owui {

class OutcomeSearch;

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
    [[nodiscard]] DeployStage stage() const { return m_stage; }

signals:
    void stageChanged(owui::DeployStage stage);
    void noted(owui::LogLevel level, const QString &text);
    /// After a POST the server does not answer any more; the job looks on.
    void serverLost(const owui::ServerError &error);
    void finished(const owui::DeployResult &result);

private:
    enum class Change { Update, Create };

    void enter(DeployStage stage);
    void onPrepared(const Result<PreparedPlugin> &prepared);
    void lookUp();
    void decide();
    [[nodiscard]] bool blockedByCheck();
    [[nodiscard]] bool blockedByServer(const ServerPlugin &present);
    void decideUpdate(const ServerPlugin &present);
    void decideCreate();
    void change(Change change);
    void send(Change change);
    void onUpdated(const Answer<ServerPlugin> &answer);
    void onCreated(const Answer<ServerPlugin> &answer);
    void proveUpdate(const ServerPlugin &now);
    void readBackCreated();
    void storeToggleFlag();
    void switchOnIfWanted();
    void afterFailure(Change change, const ServerError &error);
    void explainFailedUpdate(const ServerError &error, const LookUp &now);
    void explainFailedCreate(const ServerError &error, const LookUp &now);
    void askForReason(const ServerError &masked);
    void findOut(Change change, const ServerError &error, const FindOutLimits &limits);
    void onFoundOut(Change change, const ServerError &error, bool proven, const LookUp &last);
    void adopt(const ServerPlugin &now);
    void compareShares(const ServerPlugin &now);
    void note(LogLevel level, const QString &text);
    void block(Consent consent, const QString &message, const QString &remedy);
    void fail(const ServerError &error, const QString &message, const QString &remedy);
    void succeed(DeployOutcome outcome);
    void finish(DeployOutcome outcome);

    [[nodiscard]] PluginSpace space() const { return spaceOf(m_result.kind); }
    [[nodiscard]] const Connection &connection() const { return m_environment.server.connection(); }

    DeployRequest m_request;
    const DeployEnvironment &m_environment;
    DeployResult m_result;
    DeployStage m_stage = DeployStage::Waiting;
    QElapsedTimer m_clock;

    PreparedPlugin m_prepared;
    LocalCheckResult m_check;
    LookUp m_lookUp;
    bool m_checked = false;
    bool m_lookedUp = false;
    Payload m_payload;
    ServerError m_blindUpdateError; ///< of an update without a look-up, before the create that follows it
    bool m_blind = false;           ///< nobody could look, or the connection wants the scripts' order
    bool m_sent = false;            ///< a POST went out; from then on a cancel needs a look
    bool m_cancelled = false;
    bool m_ended = false;
    OpenWebUi::Request m_running;
    OutcomeSearch *m_search = nullptr; ///< a child, while it runs
};

} // namespace owui
