// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/arguments/commandlineoptions.h"
#include "commandline/commands/command.h"
#include "commandline/input/pluginselection.h"
#include "plugins/localcheck.h"

namespace owui {

class Console;
class Interrupt;

/// Everything that was found in the plugins, with what the local Python says about their code; for CI.
class CheckCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CheckCommand)

public:
    /// `console` and `interrupt` must outlive it.
    CheckCommand(const CommandLineOptions &options, Console &console, const Interrupt &interrupt,
                 QObject *parent = nullptr);

    void start() override;

private:
    void checkNext();
    void add(const LocalCheckResult &result);
    [[nodiscard]] ExitCode report();
    [[nodiscard]] bool writeReport();
    void end(ExitCode code);

    CommandLineOptions m_options;
    Console &m_console;
    const Interrupt &m_interrupt;
    LocalCheck m_localCheck;
    PluginSelection m_selection;
    qsizetype m_next = 0; // the plugin to compile
    bool m_ended = false;
};

} // namespace owui
