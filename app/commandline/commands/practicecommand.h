// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/commands/command.h"
#include "server/practiceprocess.h"

namespace owui {

/// Runs the practice server until it is interrupted. Shows its key: that one opens nothing else.
class PracticeCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;

    void start() override;

protected:
    void interrupted() override;

private:
    void showAccess();

    PracticeProcess m_server;
};

} // namespace owui
