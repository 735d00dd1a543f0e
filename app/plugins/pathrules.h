// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "pluginkind.h"
#include "plugins/skipreason.h"

#include <QStringView>

#include <optional>

namespace owui {

/// What the path of a file, relative to its folder, says about it. The code decides; the path only advises.

/// Why a file of this name is not deployed by default.
[[nodiscard]] std::optional<SkipReason> skipReasonOfPath(QStringView relativePath);

/// True for a title such as "Report (Template)": it says what the plugin makes, not that it is a template.
[[nodiscard]] bool saysTemplateInBrackets(QStringView title);

[[nodiscard]] bool isPythonFile(QStringView name);

/// True for a folder from which nothing is read: hidden, __pycache__, node_modules, site-packages. Virtual environments
/// under other names are told by their pyvenv.cfg.
[[nodiscard]] bool isSkippedFolder(QStringView name);

/// The innermost folder whose name is that of a kind, such as "filters"; empty where there is none.
[[nodiscard]] QStringView kindFolder(QStringView relativePath);
[[nodiscard]] std::optional<PluginKind> kindOfFolder(QStringView name);

/// For `notes_de.py` the name of the file of which it may be a copy in another language, `notes.py`; else empty.
[[nodiscard]] QString originalOfLocalizedCopy(QStringView fileName);

/// True for a file below a folder of sources (src, source, parts), of which another file may be made.
[[nodiscard]] bool isBelowSources(QStringView relativePath);

} // namespace owui
