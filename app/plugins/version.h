// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace owui {

enum class VersionOrder { Older, Equal, Newer, Unordered };

/// How `left` stands to `right`. Understands 1.10 > 1.9, v1.2.3, 1.2.3-beta, 0.3.9c and 0.3.5.1; anything that would
/// need a guess, such as an empty or a free text, is Unordered.
[[nodiscard]] VersionOrder compareVersions(QStringView left, QStringView right);

} // namespace owui
