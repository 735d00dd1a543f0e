// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

namespace owui {

/// Reads the includes of app/** and ui/** below `root` and returns a line "file:line: what is wrong" for each that a
/// folder must not have: another folder or room that lies further along the arrows of CONTRIBUTING.md, or a part of Qt
/// that is not its job.
[[nodiscard]] QStringList wrongIncludes(const QString &root);

} // namespace owui
