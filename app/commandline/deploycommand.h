// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/command.h"
#include "commandline/commandlineoptions.h"
#include "commandline/deployreport.h"
#include "commandline/pluginselection.h"
#include "commandline/targetfinder.h"
#include "deploy/deployrequest.h"
#include "plugins/localcheck.h"

#include <memory>

namespace owui {

class Console;
class Interrupt;
class ServerSession;

/// Sends plugins to a server: reads the folder, finds the target, submits what was asked for, reports.
class DeployCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeployCommand)

public:
    /// `console` and `interrupt` must outlive it.
    DeployCommand(const CommandLineOptions &options, Console &console, const Interrupt &interrupt,
                  QObject *parent = nullptr);
    ~DeployCommand() override;

    void start() override;

private:
    [[nodiscard]] bool readFolder();
    void deploy(const Target &target);
    [[nodiscard]] bool isAgreed(const Connection &connection, qsizetype count);
    [[nodiscard]] QList<DeployRequest> makeRequests() const;
    void connectQueue();
    void onResult(const DeployResult &result);
    void stopSending();
    void stopNow();
    void report();
    void end(ExitCode code);

    CommandLineOptions m_options;
    Console &m_console;
    const Interrupt &m_interrupt;
    DeployReport m_report;
    LocalCheck m_localCheck;
    PluginSelection m_selection;
    QList<Plugin> m_sent;    ///< what goes to the queue
    QList<Plugin> m_refused; ///< what may not be sent at all
    std::unique_ptr<TargetFinder> m_finder;
    std::unique_ptr<ServerSession> m_session;
    bool m_submitted = false;
    bool m_ended = false;
};

} // namespace owui
