// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace owui {

/// How many columns a terminal uses for a text: 2 for East Asian wide characters, 0 for combining ones.
[[nodiscard]] int displayWidth(QStringView text);

/// Shortened to `width` columns, with … at the end, where it is longer.
[[nodiscard]] QString elided(const QString &text, int width);

/// Safe to print: a file or a server could otherwise steer the terminal. Line breaks and tabs become blanks; other
/// control characters, and those that nobody sees or that turn the direction of reading, become U+FFFD.
[[nodiscard]] QString printable(const QString &text);

} // namespace owui
