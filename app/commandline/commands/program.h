// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

namespace owui {

/// Does what the arguments say and returns the exit code. Needs a QCoreApplication whose event loop does not run yet.
[[nodiscard]] int runProgram(const QStringList &arguments);

} // namespace owui
