// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/job/deployrequest.h"
#include "deploy/job/pluginchange.h"
#include "deploy/job/serverjob.h"

#include <optional>

namespace owui {

class ServerCheck;

/// Deploys one plugin: read the file ▸ look up and check ▸ update or create ▸ proof.
class DeployJob final : public ServerJob
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeployJob)

public:
    DeployJob(const DeployRequest &request, const DeployEnvironment &environment, QObject *parent = nullptr);
    ~DeployJob() override;

protected:
    void run() override;

private:
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
    void onChanged(DeployOutcome outcome);
    [[nodiscard]] bool settingsAreInDoubt() const;
    void checkSettings();

    DeployRequest m_request;
    PreparedPlugin m_prepared;
    std::optional<LocalCheckResult> m_check;
    std::optional<LookUp> m_lookUp;
    Payload m_payload;
    ServerCheck *m_serverCheck = nullptr; ///< a child, from the look-up on
};

} // namespace owui
