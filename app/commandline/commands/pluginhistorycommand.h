// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/commands/servercommand.h"

#include <QSet>

namespace owui {

class PluginHistory;

/// A command about the history of one plugin. A bare id is looked for on the server and in what was sent to it; one
/// that is both a function and a tool is refused.
class PluginHistoryCommand : public ServerCommand
{
    Q_OBJECT

public:
    using ServerCommand::ServerCommand;

    void start() override;

protected:
    /// Looks for the plugin's history; there must be a reference.
    void connected() override;
    virtual void found(PluginSpace space, const PluginHistory &history) = 0;

    /// None where the arguments name no plugin.
    [[nodiscard]] const std::optional<PluginReference> &reference() const { return m_reference; }

private:
    void askServer(const QSet<PluginSpace> &spaces);
    void decide(const QSet<PluginSpace> &spaces, const ServerError &error);
    void show(PluginSpace space);

    std::optional<PluginReference> m_reference;
};

} // namespace owui
