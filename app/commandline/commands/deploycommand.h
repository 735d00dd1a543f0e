// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/commands/planningcommand.h"
#include "commandline/output/deployreport.h"
#include "deploy/job/deployrequest.h"

namespace owui {

/// Sends plugins to a server: makes the plan, submits what it lets pass, reports. Where no plan can be made, because
/// the server does not answer, the run finds out why.
class DeployCommand final : public PlanningCommand
{
    Q_OBJECT

public:
    DeployCommand(const CommandLineOptions &options, Console &console, const Interrupt &interrupt);

protected:
    [[nodiscard]] PlanMaker::Scope scope() const override;
    void connected() override;
    void planned(const QList<PlanRow> &rows) override;
    void unplanned(const ServerError &error) override;

private:
    void send();
    [[nodiscard]] QList<DeployRequest> makeRequests() const;
    void reportSettled();
    void connectRun();
    void onResult(const DeployResult &result);
    void report();

    DeployReport m_report;
    QList<PlanRow> m_sent;         ///< what goes to the run
    QList<DeployResult> m_settled; ///< what ended before anything was sent
};

} // namespace owui
