// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

namespace owui {

enum class Shell { Bash, Zsh, Fish };

/// A script that lets a shell complete commands, options and their values, made from the same tables as the help.
[[nodiscard]] QString completionScript(Shell shell);

/// "bash"
[[nodiscard]] QString shellName(Shell shell);
[[nodiscard]] const QList<Shell> &allShells();

} // namespace owui
