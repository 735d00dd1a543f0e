// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QString>

namespace owui {

struct DiffLine
{
    enum class Kind { Context, Added, Removed };

    Kind kind = Kind::Context;
    int oldLine = 0;                 ///< from 1; 0 for an added line
    int newLine = 0;                 ///< from 1; 0 for a removed line
    QString text;                    ///< without its line end
    bool endsWithoutNewline = false; ///< the last line of its text

    friend bool operator==(const DiffLine &, const DiffLine &) = default;
};

struct DiffHunk
{
    int oldStart = 0;
    int oldCount = 0;
    int newStart = 0;
    int newCount = 0;
    QString heading; ///< the class or function around it, as git shows it
    QList<DiffLine> lines;

    friend bool operator==(const DiffHunk &, const DiffHunk &) = default;
};

struct TextDiff
{
    QList<DiffHunk> hunks; ///< empty: equal
    int added = 0;
    int removed = 0;

    friend bool operator==(const TextDiff &, const TextDiff &) = default;
};

struct DiffOptions
{
    int contextLines = 3;
    bool ignoreLineEnds = false; ///< CRLF counts as LF
};

/// Pure and blocking: for the pool. Never fails; the texts may hold anything.
[[nodiscard]] TextDiff diffTexts(const QByteArray &oldUtf8, const QByteArray &newUtf8, const DiffOptions &options = {});

/// As `diff -u` writes it, with these names in the first two lines. Empty for equal texts.
[[nodiscard]] QString unifiedText(const TextDiff &diff, const QString &oldName, const QString &newName);

} // namespace owui

Q_DECLARE_METATYPE(owui::TextDiff)
