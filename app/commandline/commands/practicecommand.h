// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/arguments/commandlineoptions.h"
#include "commandline/commands/command.h"
#include "server/practiceprocess.h"

namespace owui {

class Console;
class Interrupt;

/// Runs the practice server until it is interrupted. Shows its key: that one opens nothing else.
class PracticeCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PracticeCommand)

public:
    /// `console` and `interrupt` must outlive it.
    PracticeCommand(const CommandLineOptions &options, Console &console, const Interrupt &interrupt,
                    QObject *parent = nullptr);

    void start() override;

private:
    void showAccess();
    void end(ExitCode code);

    CommandLineOptions m_options;
    Console &m_console;
    PracticeProcess m_server;
    bool m_ended = false;
};

} // namespace owui
