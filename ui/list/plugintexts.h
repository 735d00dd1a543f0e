// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "plugins/plugin.h"

#include "ui/parts/icons.h"

#include <QIcon>
#include <QString>

#include <chrono>

namespace owui {

/// Words and icons for plugins, in the user's language.

/// The gravest of the findings that deserve a sign; none where there is none.
[[nodiscard]] std::optional<Severity> gravestFinding(const QList<Finding> &findings);
[[nodiscard]] QIcon severityIcon(Severity severity);
/// All findings, a paragraph each, with what to do.
[[nodiscard]] QString findingsText(const QList<Finding> &findings);

/// "8 s", "2 min 5 s".
[[nodiscard]] QString elapsedText(std::chrono::milliseconds elapsed);

} // namespace owui
