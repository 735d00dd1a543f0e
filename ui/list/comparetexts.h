// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/list/pluginrow.h"

#include <QDateTime>
#include <QIcon>
#include <QString>

namespace owui {

/// Words and icons for how a row compares with the server, and for what the server has.
[[nodiscard]] QString compareText(const PluginRow &row);
[[nodiscard]] QString compareDetails(const PluginRow &row);
[[nodiscard]] QIcon compareIcon(const PluginRow &row);
/// To sort by: what needs a deployment first.
[[nodiscard]] int compareOrder(const PluginRow &row);

/// "on", "off", "on, global", "private", "shared"; empty where nobody knows.
[[nodiscard]] QString onServerText(const PluginRow &row);
[[nodiscard]] QIcon onServerIcon(const PluginRow &row);
[[nodiscard]] int onServerOrder(const PluginRow &row);

/// "seen just now", "seen 2 min ago".
[[nodiscard]] QString seenText(const QDateTime &seenAt, const QDateTime &now);

} // namespace owui
