// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/commands/command.h"

namespace owui {

/// Shows the plugins of a folder. Asks no server and starts no Python.
class ListCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;

    void start() override;

private:
    void print(const PluginSelection &selection) const;
};

} // namespace owui
