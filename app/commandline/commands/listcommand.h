// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/arguments/commandlineoptions.h"
#include "commandline/commands/command.h"

namespace owui {

class Console;
class Interrupt;
struct Plugin;

/// Shows the plugins of a folder. Asks no server and starts no Python.
class ListCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ListCommand)

public:
    /// `console` and `interrupt` must outlive it.
    ListCommand(const CommandLineOptions &options, Console &console, const Interrupt &interrupt,
                QObject *parent = nullptr);

    void start() override;

private:
    [[nodiscard]] ExitCode run();
    void print(const QList<Plugin> &plugins) const;

    CommandLineOptions m_options;
    Console &m_console;
    const Interrupt &m_interrupt;
};

} // namespace owui
