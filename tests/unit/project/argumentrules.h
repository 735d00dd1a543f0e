// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

namespace owui {

/// Calls of QString::arg() on what another one gave: a "%1" in the first text, such as a file's name, would take what
/// is meant for the second place. arg(a, b) fills both at once.
[[nodiscard]] QStringList chainedArguments(const QString &root);

} // namespace owui
