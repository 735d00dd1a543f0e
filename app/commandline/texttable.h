// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/console.h"

#include <QList>
#include <QString>

namespace owui {

/// Aligned columns for people. Where the terminal is too narrow, the widest columns give way.
class TextTable final
{
public:
    struct Cell
    {
        QString text;
        Tone tone = Tone::Plain;
    };

    explicit TextTable(const QList<Cell> &header);

    void addRow(const QList<Cell> &row);
    [[nodiscard]] bool isEmpty() const { return m_rows.size() <= 1; }
    void print(Console &console) const;

private:
    [[nodiscard]] QList<int> widths(int available) const;

    QList<QList<Cell>> m_rows; // the first one is the header
};

/// One line of cells, each as wide as its column; the last one is not filled up.
[[nodiscard]] QString alignedLine(const QList<TextTable::Cell> &cells, const QList<int> &widths,
                                  const Console &console);

/// Column widths that fit into `available` columns; 0 is no limit.
[[nodiscard]] QList<int> fittedWidths(QList<int> widths, int available);

} // namespace owui
