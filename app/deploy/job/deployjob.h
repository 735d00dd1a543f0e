// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/plan/plan.h"
#include "deploy/job/deployrequest.h"
#include "deploy/job/pluginchange.h"
#include "deploy/job/serverjob.h"

namespace owui {

class LastLook;

/// Deploys one plugin: read the file ▸ look, and have it judged ▸ update or create ▸ proof.
class DeployJob final : public ServerJob
{
    Q_OBJECT

public:
    DeployJob(const DeployRequest &request, const DeployEnvironment &environment, QObject *parent = nullptr);

protected:
    void run() override;

private:
    void onPrepared(const Result<PreparedPlugin> &prepared);
    void look();
    void onJudged(const PlanRow &row);
    void begin(PlanAction action);
    void raiseVersionFirst();
    void writeRaised(const FileChange &change);
    void takeRaised(const Result<PreparedPlugin> &raised);
    void tellWhatIsSent();
    void change(PlannedChange::Kind kind);
    void send(PlannedChange::Kind kind);
    void createAfter(const ServerError &refusal);
    void lookAgain(const ServerError &refusal);
    void onChanged(DeployOutcome outcome);
    [[nodiscard]] bool settingsAreInDoubt() const;
    void checkSettings();

    DeployRequest m_request;
    PreparedPlugin m_prepared;
    PlanRow m_row;               ///< as the judge saw it
    ServerError m_refusedUpdate; ///< of a blind update, before the create that follows it
    Payload m_payload;
    LastLook *m_look = nullptr; ///< a child, once the file is read
};

} // namespace owui
