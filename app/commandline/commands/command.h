// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/arguments/commandlineoptions.h"
#include "commandline/arguments/exitcode.h"
#include "commandline/arguments/pluginreference.h"
#include "commandline/input/pluginselection.h"

#include <QObject>

namespace owui {

class Console;
class Interrupt;

/// What one call of the program does. `finished` comes once. Ctrl+C ends it; a command that is changing something says
/// so and finishes that first.
class Command : public QObject
{
    Q_OBJECT

public:
    /// `console` and `interrupt` must outlive it.
    Command(const CommandLineOptions &options, Console &console, const Interrupt &interrupt);

    /// Called once, from the event loop. May read files first, blocking: nothing else runs then.
    virtual void start() = 0;

signals:
    void finished(owui::ExitCode code);

protected:
    /// The first Ctrl+C, and each later one.
    virtual void interrupted();
    virtual void insisted();

    /// Only the first one counts.
    void end(ExitCode code);
    /// The same, but with Interrupted after a Ctrl+C.
    void conclude(ExitCode code);
    /// Says what is wrong, and ends.
    void fail(const Problem &problem, ExitCode code);
    /// Whoever reads the document gets one, whatever happens.
    virtual void writeFailure(const Problem &problem);

    /// What the arguments name, or nothing after a failure. Tells what of it could not be read.
    [[nodiscard]] std::optional<PluginSelection> readSelection();
    /// Nothing after a failure.
    [[nodiscard]] std::optional<PluginReference> readReference(const QString &text);

    [[nodiscard]] CommandLineOptions &options() { return m_options; }
    [[nodiscard]] const CommandLineOptions &options() const { return m_options; }
    [[nodiscard]] Console &console() const { return m_console; }
    [[nodiscard]] const Interrupt &interrupt() const { return m_interrupt; }
    [[nodiscard]] bool hasEnded() const { return m_ended; }

private:
    CommandLineOptions m_options;
    Console &m_console;
    const Interrupt &m_interrupt;
    bool m_incomplete = false; ///< a folder was not read: what was may be done, but all is not
    bool m_ended = false;
};

} // namespace owui
