// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/command.h"
#include "commandline/commandlineoptions.h"
#include "commandline/targetfinder.h"
#include "plugins/localcheck.h"

#include <memory>

namespace owui {

class ConnectionTest;
class Console;
class Interrupt;
class ServerRelease;
class ServerSession;

/// Walks through what a deployment needs of a server, and changes nothing.
class TestConnectionCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TestConnectionCommand)

public:
    /// `console` and `interrupt` must outlive it.
    TestConnectionCommand(const CommandLineOptions &options, Console &console, const Interrupt &interrupt,
                          QObject *parent = nullptr);
    ~TestConnectionCommand() override;

    void start() override;

private:
    void test(const Target &target);
    void showStep(int index);
    void report();
    void writeDocument(const ServerRelease &release);
    void end(ExitCode code);

    CommandLineOptions m_options;
    Console &m_console;
    TargetFinder m_finder;
    LocalCheck m_localCheck; // the session wants one; it starts no Python unless it is asked
    std::unique_ptr<ServerSession> m_session;
    std::unique_ptr<ConnectionTest> m_test; // before the session ends
    bool m_ended = false;
};

} // namespace owui
