// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/commands/servercommand.h"
#include "server/connectiontest.h"

#include <optional>

namespace owui {

/// Walks through what a deployment needs of a server, and changes nothing.
class TestConnectionCommand final : public ServerCommand
{
    Q_OBJECT

public:
    using ServerCommand::ServerCommand;

protected:
    void connected() override;

private:
    void showStep(int index);
    void report();

    std::optional<ConnectionTest> m_test; // before the session ends
};

} // namespace owui
