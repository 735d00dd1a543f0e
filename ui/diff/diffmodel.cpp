// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/diff/diffmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

void DiffModel::setDiff(const TextDiff &diff)
{
    std::vector<Line> lines;
    for (int hunk = 0; hunk < diff.hunks.size(); ++hunk) {
        lines.push_back({.hunk = hunk, .line = -1});
        const QList<DiffLine> &parts = diff.hunks.at(hunk).lines;
        for (int line = 0; line < parts.size(); ++line) {
            lines.push_back({.hunk = hunk, .line = line});
            m_longest = std::max(m_longest, static_cast<int>(parts.at(line).text.size()));
        }
    }
    if (lines.empty()) {
        return;
    }
    beginInsertRows({}, 0, static_cast<int>(lines.size()) - 1);
    m_diff = diff;
    m_lines = std::move(lines);
    endInsertRows();
}

DiffModel::LineKind DiffModel::kindOf(int row) const
{
    const Line &line = m_lines[static_cast<std::size_t>(row)];
    if (line.line < 0) {
        return LineKind::Place;
    }
    switch (m_diff.hunks.at(line.hunk).lines.at(line.line).kind) {
    case DiffLine::Kind::Added:
        return LineKind::Added;
    case DiffLine::Kind::Removed:
        return LineKind::Removed;
    case DiffLine::Kind::Context:
        break;
    }
    return LineKind::Context;
}

bool DiffModel::isChange(int row) const
{
    const LineKind kind = kindOf(row);
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

int DiffModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int DiffModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString DiffModel::placeText(const DiffHunk &hunk) const
{
    const QString place =
        tr("Old line %L1, new line %L2", "where a part of a difference begins").arg(hunk.oldStart).arg(hunk.newStart);
    return hunk.heading.isEmpty() ? place : place + u" · "_s + hunk.heading;
}

QVariant DiffModel::display(int row, int column) const
{
    const Line &place = m_lines[static_cast<std::size_t>(row)];
    const DiffHunk &hunk = m_diff.hunks.at(place.hunk);
    if (place.line < 0) {
        return column == TextColumn ? placeText(hunk) : QVariant();
    }
    const DiffLine &line = hunk.lines.at(place.line);
    switch (column) {
    case OldLineColumn:
        return line.oldLine > 0 ? QVariant(line.oldLine) : QVariant();
    case NewLineColumn:
        return line.newLine > 0 ? QVariant(line.newLine) : QVariant();
    case TextColumn:
        return line.text;
    default:
        return {};
    }
}

QVariant DiffModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return display(index.row(), index.column());
    case Qt::TextAlignmentRole:
        return index.column() == TextColumn ? QVariant() : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::AccessibleTextRole: {
        const QString text = display(index.row(), index.column()).toString();
        if (index.column() != TextColumn) {
            return text;
        }
        switch (kindOf(index.row())) {
        case LineKind::Added:
            return tr("added: %1").arg(text);
        case LineKind::Removed:
            return tr("removed: %1").arg(text);
        case LineKind::Place:
        case LineKind::Context:
            break;
        }
        return text;
    }
    case KindRole:
        return static_cast<int>(kindOf(index.row()));
    default:
        return {};
    }
}

} // namespace owui
