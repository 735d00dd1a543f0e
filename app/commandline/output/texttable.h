// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/output/console.h"

#include <QList>
#include <QString>
#include <QStringList>

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
    explicit TextTable(const QStringList &header, Tone tone = Tone::Faint);

    void addRow(const QList<Cell> &row);
    /// A line of its own below the last row, set in and never shortened.
    void addNote(const Cell &note);
    /// Nothing where there is only a header.
    void print(Console &console) const;

    /// For rows that are printed as they come: columns as wide as these texts will need, whatever the terminal's width.
    void makeRoom(const QList<Cell> &row);
    void printRow(const QList<Cell> &row, Console &console);

private:
    struct Row
    {
        QList<Cell> cells;
        QList<Cell> notes;
    };

    QList<int> m_widths;
    QList<bool> m_fixed; ///< columns with something strong
    QList<Row> m_rows;
    qsizetype m_headers = 0;
};

/// Column widths that fit into `available` columns; 0 is no limit. What is fixed keeps its width.
[[nodiscard]] QList<int> fittedWidths(QList<int> widths, int available, const QList<bool> &isFixed = {});

} // namespace owui
