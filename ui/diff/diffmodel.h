// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/parts/tablemodel.h"

#include "compare/git/diff.h"

#include <vector>

namespace owui {

/// The lines of a difference, each part under a line that names its place.
class DiffModel final : public TableModel
{
    Q_OBJECT

public:
    enum Column { OldLineColumn, NewLineColumn, TextColumn };
    enum class LineKind { Place, Context, Added, Removed };
    enum Role { KindRole = Qt::UserRole };

    explicit DiffModel(QObject *parent);

    void setDiff(const TextDiff &diff);
    /// The first line of the next or previous change; -1 where there is none.
    [[nodiscard]] int nextChange(int row) const;
    [[nodiscard]] int previousChange(int row) const;
    /// Letters of the longest line.
    [[nodiscard]] int longestLine() const { return m_longest; }

private:
    struct Line
    {
        LineKind kind = LineKind::Place;
        int oldLine = 0;
        int newLine = 0;
        QString text;
    };

    [[nodiscard]] int size() const override { return static_cast<int>(m_lines.size()); }
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;
    [[nodiscard]] bool isChange(int row) const;
    [[nodiscard]] bool startsChange(int row) const;

    std::vector<Line> m_lines;
    int m_longest = 0;
};

} // namespace owui
