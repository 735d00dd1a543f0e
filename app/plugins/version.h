// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace owui {

enum class VersionOrder { Older, Equal, Newer, Unordered };

/// How `left` stands to `right`. Understands 1.10 > 1.9, v1.2.3, 1.2.3-beta, 0.3.9c and 0.3.5.1; anything that would
/// need a guess, such as an empty or a free text, is Unordered.
[[nodiscard]] VersionOrder compareVersions(QStringView left, QStringView right);

enum class VersionPart { Patch, Minor, Major };

/// The next version: the part is raised, what follows it becomes 0, and "v", the number of parts and the width of dates
/// such as 2024.05.01 stay. The next patch of a beta is the release itself. Empty where no version comes of it that is
/// newer by compareVersions().
[[nodiscard]] QString raisedVersion(const QString &version, VersionPart part);

} // namespace owui
