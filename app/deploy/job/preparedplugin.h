// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/job/deployrequest.h"
#include "plugins/plugin.h"
#include "plugins/pluginfile.h"
#include "result.h"

#include <QByteArray>
#include <QString>

namespace owui {

/// A plugin's file as it is now, just before it is sent.
struct PreparedPlugin
{
    Plugin plugin;
    QString root;       ///< the folder, absolute
    QByteArray utf8;    ///< for the local check
    QString content;    ///< to send
    QString storedText; ///< what the server will keep of it
    bool hadByteOrderMark = false;
    QByteArray digest; ///< SHA-256 of `utf8`
};

/// Reads the file of a request afresh. Fails where it cannot be read, is no plugin any more, or would now get another
/// id or kind of endpoint than the one the user saw. Blocking: call it on the pool.
[[nodiscard]] Result<PreparedPlugin> preparePlugin(const DeployRequest &request);

/// The same for a text that is known to be what the file got.
[[nodiscard]] Result<PreparedPlugin> preparePlugin(const DeployRequest &request, const PluginSource &source);

} // namespace owui
