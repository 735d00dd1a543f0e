// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/deployreport.h"
#include "commandline/pluginselection.h"
#include "commandline/servercommand.h"
#include "deploy/deployrequest.h"

namespace owui {

/// Sends plugins to a server: reads the folder, finds the target, submits what was asked for, reports.
class DeployCommand final : public ServerCommand
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeployCommand)

public:
    /// `console` and `interrupt` must outlive it.
    DeployCommand(const CommandLineOptions &options, Console &console, const Interrupt &interrupt,
                  QObject *parent = nullptr);
    void start() override;

protected:
    void connected() override;
    void interrupted() override;
    void insisted() override;

private:
    [[nodiscard]] bool readFolder();
    [[nodiscard]] QList<DeployRequest> makeRequests() const;
    void connectQueue();
    void onResult(const DeployResult &result);
    void cancelUnsent();
    void report();

    DeployReport m_report;
    PluginSelection m_selection;
    QList<Plugin> m_sent;    ///< what goes to the queue
    QList<Plugin> m_refused; ///< what may not be sent at all
    bool m_submitted = false;
};

} // namespace owui
