// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/serverplugin.h"

#include <QByteArray>
#include <QList>

namespace owui {

/// Functions or tools in the shape of the server's export, which its web page imports. Without valves, switches, owners
/// and grants: people hand such files around.
[[nodiscard]] QByteArray exportDocument(const QList<ServerPlugin> &plugins);

} // namespace owui
