// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/run/runjson.h"
#include "plugins/folderscan.h"

namespace owui {

/// {"root", "plugins", "skipped"} of `list` and `check`.
[[nodiscard]] QJsonObject listDocument(const QString &root, const QList<Plugin> &plugins);

/// One of its "plugins".
[[nodiscard]] QJsonObject pluginObject(const Plugin &plugin);

} // namespace owui
