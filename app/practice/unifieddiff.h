// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace owui {

/// A unified diff with one hunk around everything that differs; empty for equal texts.
[[nodiscard]] QString unifiedDiff(const QString &from, const QString &to);

} // namespace owui
