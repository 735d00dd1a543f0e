// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "plugins/plugin.h"

#include "ui/icons.h"

#include <QIcon>
#include <QString>

#include <chrono>

namespace owui {

/// Words and icons for plugins, in the user's language.
[[nodiscard]] QString kindText(PluginKind kind);
[[nodiscard]] QIcon kindIcon(PluginKind kind);
[[nodiscard]] QString idOriginText(IdOrigin origin);

/// The gravest of the plugin's findings; none where it has none.
[[nodiscard]] std::optional<Severity> gravestFinding(const Plugin &plugin);
[[nodiscard]] QIcon severityIcon(Severity severity);
/// All findings, a paragraph each, with what to do.
[[nodiscard]] QString findingsText(const Plugin &plugin);

/// "8 s", "2 min 5 s".
[[nodiscard]] QString elapsedText(std::chrono::milliseconds elapsed);

} // namespace owui
