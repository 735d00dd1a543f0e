// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "plugins/plugin.h"

#include <QString>

namespace owui {

/// What to do where the server says "No module named …" or "cannot import name …": whose module it is decides. Of Open
/// WebUI itself, of the plugin's folder, of a package that the header asks for already, or of one that it does not.
/// Empty for another reason. `root` is the plugin's folder; looks there, so call it on the pool.
[[nodiscard]] QString importRemedy(const QString &reason, const Plugin &plugin, const QString &root);

} // namespace owui
