// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/commands/servercommand.h"
#include "server/servererror.h"
#include "server/serverplugin.h"
#include "words.h"

namespace owui {

struct DeployResult;
struct ServerLookUp;

/// Sets a function to on or off: looks, flips it only if it is not so yet, and believes the server's answer only.
class ToggleCommand final : public ServerCommand
{
    Q_OBJECT

public:
    enum class Outcome { Changed, Unchanged, Failed, Unknown, Blocked };

    using ServerCommand::ServerCommand;

    void start() override;

protected:
    void connected() override;

private:
    void decide(const ServerLookUp &look);
    void flip();
    void onSwitched(const DeployResult &result);
    /// `problem` empty: a success.
    void report(Outcome outcome, const Problem &problem = {}, const ServerError &error = {});

    bool m_wanted = false;
    PluginReference m_reference;
    std::optional<ServerPlugin> m_plugin; // as last seen
};

template<>
WordTable<ToggleCommand::Outcome> wordsOf();

} // namespace owui
