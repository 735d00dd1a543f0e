// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringView>

namespace owui {

/// How two texts of Python differ, the least that explains it all.
enum class TextDifference {
    None,
    LineEnds, ///< CRLF or CR against LF, and line ends at the end of the file
    /// The code means the same. Equal are: white space between tokens, blank lines, how lines are broken inside
    /// brackets or by a backslash, the quotes and the letter case of the prefix of strings without escapes, parentheses
    /// around nothing else, and a comma before a closing bracket. Comments count as text, but not the white space
    /// around them. Not covered: whatever else a formatter may change, such as the digits of numbers; it is then
    /// Content.
    Formatting,
    Content,
};

[[nodiscard]] TextDifference textDifference(QStringView left, QStringView right);

} // namespace owui
