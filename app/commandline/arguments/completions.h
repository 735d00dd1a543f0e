// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "words.h"

#include <QString>

namespace owui {

enum class Shell { Bash, Zsh, Fish };

template<>
WordTable<Shell> wordsOf();

/// A script that lets a shell complete commands, options and their values, made from the same tables as the help.
[[nodiscard]] QString completionScript(Shell shell);

} // namespace owui
