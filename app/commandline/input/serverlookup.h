// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/arguments/pluginreference.h"
#include "server/openwebui.h"

#include <functional>
#include <optional>

namespace owui {

/// What a server has of a plugin that was named on the command line.
struct ServerLookUp
{
    std::optional<ServerPlugin> plugin{};
    ServerError error{}; ///< why there is none, where a request failed
    Problem problem{};   ///< why there is none, for people
};

/// Asks for a function and for a tool of this id, at the same time.
void lookUpBoth(OpenWebUi &server, const QString &id, QObject *context,
                const std::function<void(const LookUp &function, const LookUp &tool)> &done);

/// Looks in the space that the reference names, or in both. A bare id that is both is a problem, and so is one that is
/// there in one space while the other could not be asked.
void lookUpOnServer(OpenWebUi &server, const PluginReference &reference, QObject *context,
                    std::function<void(const ServerLookUp &)> done);

} // namespace owui
