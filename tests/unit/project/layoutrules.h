// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

namespace owui {

/// A folder that a newcomer can look over. A unit is a .cpp with its .h, and with its form.
inline constexpr int mostUnits = 30;
/// A guard, no aim: what has to be short is the function (.clang-tidy).
inline constexpr int mostLines = 500;

/// The folders of app/ and ui/ below `root` that hold more units than that, or units beside rooms; app/ itself may hold
/// both: main.cpp and the words that plugins and server share.
[[nodiscard]] QStringList wrongFolders(const QString &root);

/// The C++ files of app/ and ui/ below `root` that are longer than that.
[[nodiscard]] QStringList longFiles(const QString &root);

} // namespace owui
