// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/diff.h"

#include <QAbstractTableModel>

#include <vector>

namespace owui {

/// The lines of a difference, each part under a line that names its place.
class DiffModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { OldLineColumn, NewLineColumn, TextColumn, ColumnCount };
    enum class LineKind { Place, Context, Added, Removed };
    enum Role { KindRole = Qt::UserRole };

    using QAbstractTableModel::QAbstractTableModel;

    /// Once.
    void setDiff(const TextDiff &diff);
    /// The first line of the next or previous change; -1 where there is none.
    [[nodiscard]] int nextChange(int row) const;
    [[nodiscard]] int previousChange(int row) const;
    /// Letters of the longest line.
    [[nodiscard]] int longestLine() const { return m_longest; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Line
    {
        int hunk = 0;
        int line = -1; ///< in the hunk; -1: its place
    };

    [[nodiscard]] LineKind kindOf(int row) const;
    [[nodiscard]] bool isChange(int row) const;
    [[nodiscard]] bool startsChange(int row) const;
    [[nodiscard]] QString placeText(const DiffHunk &hunk) const;
    [[nodiscard]] QVariant display(int row, int column) const;

    TextDiff m_diff;
    std::vector<Line> m_lines;
    int m_longest = 0;
};

} // namespace owui
