// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/commands/servercommand.h"

#include <memory>

namespace owui {

class ConnectionTest;
class ServerRelease;

/// Walks through what a deployment needs of a server, and changes nothing.
class TestConnectionCommand final : public ServerCommand
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TestConnectionCommand)

public:
    /// `console` and `interrupt` must outlive it.
    TestConnectionCommand(const CommandLineOptions &options, Console &console, const Interrupt &interrupt,
                          QObject *parent = nullptr);
    ~TestConnectionCommand() override;

    void start() override;

protected:
    void connected() override;

private:
    void showStep(int index);
    void report();
    void writeDocument(const ServerRelease &release);

    std::unique_ptr<ConnectionTest> m_test; // before the session ends
};

} // namespace owui
