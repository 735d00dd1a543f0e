// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/output/console.h"

#include <QList>
#include <QString>

namespace owui {

/// Aligned columns for people. Where the terminal is too narrow, the widest columns give way, but for what is strong:
/// that is what people copy.
class TextTable final
{
public:
    struct Cell
    {
        QString text;
        Tone tone = Tone::Plain;
    };

    /// Without a header.
    TextTable() = default;
    explicit TextTable(const QList<Cell> &header);

    void addRow(const QList<Cell> &row);
    /// A line of its own below the last row, set in and never shortened.
    void addNote(const Cell &note);
    /// Nothing but a header.
    [[nodiscard]] bool isEmpty() const { return m_rows.size() <= m_headers; }
    void print(Console &console) const;

private:
    struct Row
    {
        QList<Cell> cells;
        QList<Cell> notes;
    };

    [[nodiscard]] QList<int> widths(int available) const;

    QList<Row> m_rows;
    qsizetype m_headers = 0;
};

/// One line of cells, each as wide as its column; the last one is not filled up.
[[nodiscard]] QString alignedLine(const QList<TextTable::Cell> &cells, const QList<int> &widths,
                                  const Console &console);

/// Column widths that fit into `available` columns; 0 is no limit. What is fixed keeps its width.
[[nodiscard]] QList<int> fittedWidths(QList<int> widths, int available, const QList<bool> &isFixed = {});

} // namespace owui
