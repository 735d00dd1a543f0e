// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace owui {

/// Writes `count` filters of about `bytes` each into subfolders of `root`, a hundred in each. False if that fails.
[[nodiscard]] bool writeSampleFolder(const QString &root, int count, int bytes);

} // namespace owui
