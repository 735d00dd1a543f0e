// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QStringView>

namespace owui {

/// A part of a line of Python that is painted in a colour of its own.
struct PythonSpan
{
    enum class Kind { Keyword, String, Comment, Number };

    Kind kind = Kind::Keyword;
    qsizetype start = 0;
    qsizetype length = 0;

    friend bool operator==(const PythonSpan &, const PythonSpan &) = default;
};

/// Of one line alone, so that any line of a long text can be painted by itself: inside a string over several lines the
/// colours may be those of code.
[[nodiscard]] QList<PythonSpan> pythonSpans(QStringView line);

} // namespace owui
