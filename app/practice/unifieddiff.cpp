// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "practice/unifieddiff.h"

#include <QStringList>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

QStringList linesOf(const QString &text)
{
    QStringList lines = text.split(u'\n');
    if (lines.last().isEmpty()) {
        lines.removeLast();
    }
    return lines;
}

QString prefixed(const QStringList &lines, qsizetype from, qsizetype to, QChar prefix)
{
    QString text;
    for (qsizetype line = from; line < to; ++line) {
        text += prefix + lines.at(line) + u'\n';
    }
    return text;
}

/// Removed, added and kept lines between two texts, by their longest common subsequence.
QString changes(const QStringList &before, const QStringList &after)
{
    const auto rows = static_cast<size_t>(before.size());
    const auto columns = static_cast<size_t>(after.size());
    constexpr size_t largestTable = 4'000'000;
    if (rows * columns > largestTable) {
        return prefixed(before, 0, before.size(), u'-') + prefixed(after, 0, after.size(), u'+');
    }
    // common[row][column]: length of the longest common subsequence of what follows there.
    std::vector<std::vector<int>> common(rows + 1, std::vector<int>(columns + 1, 0));
    for (size_t row = rows; row-- > 0;) {
        for (size_t column = columns; column-- > 0;) {
            const bool same = before.at(static_cast<qsizetype>(row)) == after.at(static_cast<qsizetype>(column));
            common[row][column] =
                same ? common[row + 1][column + 1] + 1 : std::max(common[row + 1][column], common[row][column + 1]);
        }
    }
    QString text;
    size_t row = 0;
    size_t column = 0;
    while (row < rows || column < columns) {
        const auto oldLine = static_cast<qsizetype>(row);
        const auto newLine = static_cast<qsizetype>(column);
        if (row < rows && column < columns && before.at(oldLine) == after.at(newLine)) {
            text += prefixed(before, oldLine, oldLine + 1, u' ');
            ++row;
            ++column;
        } else if (row < rows && (column == columns || common[row + 1][column] >= common[row][column + 1])) {
            text += prefixed(before, oldLine, oldLine + 1, u'-');
            ++row;
        } else {
            text += prefixed(after, newLine, newLine + 1, u'+');
            ++column;
        }
    }
    return text;
}

} // namespace

QString unifiedDiff(const QString &from, const QString &to)
{
    if (from == to) {
        return {};
    }
    constexpr qsizetype context = 3;
    const QStringList before = linesOf(from);
    const QStringList after = linesOf(to);
    const qsizetype shorter = std::min(before.size(), after.size());
    qsizetype head = 0;
    while (head < shorter && before.at(head) == after.at(head)) {
        ++head;
    }
    qsizetype tail = 0;
    while (tail < shorter - head && before.at(before.size() - 1 - tail) == after.at(after.size() - 1 - tail)) {
        ++tail;
    }
    const qsizetype start = std::max<qsizetype>(0, head - context);
    const qsizetype shown = std::min(tail, context);
    const qsizetype beforeEnd = before.size() - tail;
    const qsizetype afterEnd = after.size() - tail;
    const QString text = u"--- selected.py\n+++ production.py\n@@ -%1,%2 +%3,%4 @@\n"_s.arg(
                             QString::number(start + 1), QString::number(beforeEnd + shown - start),
                             QString::number(start + 1), QString::number(afterEnd + shown - start)) +
                         prefixed(before, start, head, u' ') +
                         changes(before.mid(head, beforeEnd - head), after.mid(head, afterEnd - head)) +
                         prefixed(before, beforeEnd, beforeEnd + shown, u' ');
    return text.chopped(1); // joined by line ends, as Python does it
}

} // namespace owui
