// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/diff/diffmodel.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

DiffModel::LineKind kindOf(const DiffLine &line)
{
    return line.kind == DiffLine::Kind::Added     ? DiffModel::LineKind::Added
           : line.kind == DiffLine::Kind::Removed ? DiffModel::LineKind::Removed
                                                  : DiffModel::LineKind::Context;
}

QString placeText(const DiffHunk &hunk)
{
    // The lines below have their numbers beside them.
    QString place = hunk.heading.trimmed();
    if (place.endsWith(u':')) {
        place.chop(1);
    }
    return u"@@ "_s + (place.isEmpty() ? DiffModel::tr("line %1").arg(QLocale().toString(hunk.newStart)) : place);
}

// An added line has no old number, and a removed one no new number.
QVariant numberText(int line)
{
    return line > 0 ? QVariant(line) : QVariant();
}

} // namespace

DiffModel::DiffModel(QObject *parent)
    : TableModel({{}, {}, {}}, parent) // nobody shows titles
{
}

void DiffModel::setDiff(const TextDiff &diff)
{
    std::vector<Line> lines;
    m_longest = 0;
    for (const DiffHunk &hunk : diff.hunks) {
        lines.push_back({.text = placeText(hunk)});
        for (const DiffLine &line : hunk.lines) {
            lines.push_back(
                {.kind = kindOf(line), .oldLine = line.oldLine, .newLine = line.newLine, .text = line.text});
            m_longest = std::max(m_longest, static_cast<int>(line.text.size()));
        }
    }
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

bool DiffModel::isChange(int row) const
{
    const LineKind kind = m_lines[static_cast<std::size_t>(row)].kind;
    return kind == LineKind::Added || kind == LineKind::Removed;
}

bool DiffModel::startsChange(int row) const
{
    return isChange(row) && (row == 0 || !isChange(row - 1));
}

int DiffModel::nextChange(int row) const
{
    for (int next = row + 1; next < rowCount(); ++next) {
        if (startsChange(next)) {
            return next;
        }
    }
    return -1;
}

int DiffModel::previousChange(int row) const
{
    for (int previous = std::min(row, rowCount()) - 1; previous >= 0; --previous) {
        if (startsChange(previous)) {
            return previous;
        }
    }
    return -1;
}

QVariant DiffModel::cell(int row, int column, int role) const
{
    const Line &line = m_lines[static_cast<std::size_t>(row)];
    const bool isText = column == TextColumn;
    const QVariant shown = isText ? line.text : numberText(column == OldLineColumn ? line.oldLine : line.newLine);
    switch (role) {
    case Qt::DisplayRole:
        return shown;
    case Qt::TextAlignmentRole:
        return isText ? QVariant() : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return isText && line.kind == LineKind::Added     ? tr("added: %1").arg(line.text)
               : isText && line.kind == LineKind::Removed ? tr("removed: %1").arg(line.text)
                                                          : shown.toString();
    case KindRole:
        return static_cast<int>(line.kind);
    default:
        return {};
    }
}

} // namespace owui
