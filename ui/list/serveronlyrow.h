// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/list/pluginrow.h"

#include <QString>

namespace owui {

/// The place of a row's path where there is no file. No path of a folder looks like it.
[[nodiscard]] QString serverKey(PluginSpace space, const QString &id);
/// A row for a plugin that only the server has, described as its text there says.
[[nodiscard]] PluginRow serverOnlyRow(const QString &key, const ServerPlugin &there);

} // namespace owui
