// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/deployresult.h"
#include "server/serverplugin.h"

#include <QString>

#include <functional>
#include <optional>

namespace owui {

/// Told before and after each change of a server, so that it can be taken back. "Know before you send" stores it.
class Journal
{
public:
    Journal() = default;
    virtual ~Journal() = default;
    Q_DISABLE_COPY_MOVE(Journal)

    /// What the server had, before the request is sent; none for a create. The job waits until `stored` is called, from
    /// the event loop, with an empty text, or with the reason why it could not be stored.
    virtual void before(const QString &serverOrigin, PluginSpace space, const QString &id,
                        const std::optional<ServerPlugin> &present,
                        std::function<void(const QString &problem)> stored) = 0;
    virtual void after(const QString &serverOrigin, const DeployResult &result) = 0;
};

} // namespace owui
