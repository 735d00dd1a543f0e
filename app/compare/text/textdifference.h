// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QStringView>

namespace owui {

/// How two texts of Python differ, the least that explains it all.
enum class TextDifference {
    None,
    LineEnds, ///< CRLF or CR against LF, and line ends at the end of the file
    /// The code means the same. Equal are: white space between tokens, the width of an indentation, blank lines, how
    /// lines are broken inside brackets, by a backslash or between statements, the quotes of a string, the letter case
    /// of its prefix and of numbers, white space at the ends of a docstring's lines, parentheses around a whole value,
    /// and a comma before a closing bracket. Comments must be the same in the same order, but for the white space
    /// around them and behind their sign. Not covered: whatever else a formatter may change, such as the letter case
    /// of escapes in strings; that is Content.
    Formatting,
    Content,
};

[[nodiscard]] TextDifference textDifference(QStringView left, QStringView right);

/// The text with every line end a \n and none at its end: equal for texts that differ in line ends only.
[[nodiscard]] QString withPlainLineEnds(QStringView text);

/// Equal for texts that differ only in their headers and in line ends. The size tells most others apart without
/// hashing.
struct CodeMark
{
    qsizetype size = 0; ///< 0: there is none, or too little to tell plugins apart
    QByteArray hash;

    friend bool operator==(const CodeMark &, const CodeMark &) = default;
};

[[nodiscard]] CodeMark codeMark(QStringView text);
/// That of the mark, for a part of its cost.
[[nodiscard]] qsizetype codeSize(QStringView text);

/// Equal for texts that differ in formatting only. Not Python any more.
[[nodiscard]] QByteArray withoutFormatting(QByteArrayView utf8);

} // namespace owui
