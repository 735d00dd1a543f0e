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

/// {"root", "problems"} of a command that does not go on because of them. `root` is empty where no folder is known.
[[nodiscard]] QJsonObject problemsDocument(const QString &root, const QList<Problem> &problems);

} // namespace owui
