// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/texttable.h"

#include "commandline/textwidth.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

constexpr int gap = 2;
constexpr int narrowest = 8; // below this a column says nothing

} // namespace

TextTable::TextTable(const QList<Cell> &header)
    : m_rows{header}
{
}

void TextTable::addRow(const QList<Cell> &row)
{
    m_rows.append(row);
}

void TextTable::print(Console &console) const
{
    const QList<int> columns = widths(console.width());
    for (const QList<Cell> &row : m_rows) {
        console.line(alignedLine(row, columns, console));
    }
}

QList<int> TextTable::widths(int available) const
{
    QList<int> widest(m_rows.first().size(), 0);
    for (const QList<Cell> &row : m_rows) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            widest[i] = std::max(widest.at(i), displayWidth(printable(row.at(i).text)));
        }
    }
    return fittedWidths(std::move(widest), available);
}

QString alignedLine(const QList<TextTable::Cell> &cells, const QList<int> &widths, const Console &console)
{
    qsizetype count = cells.size();
    while (count > 0 && cells.at(count - 1).text.isEmpty()) {
        --count;
    }
    QString line;
    for (qsizetype i = 0; i < count; ++i) {
        const QString text = elided(printable(cells.at(i).text), widths.at(i));
        line += console.toned(text, cells.at(i).tone);
        if (i + 1 < count) {
            line += QString(widths.at(i) - displayWidth(text) + gap, u' ');
        }
    }
    return line;
}

QList<int> fittedWidths(QList<int> widths, int available)
{
    if (available <= 0) {
        return widths;
    }
    const auto total = [&widths] {
        return std::accumulate(widths.begin(), widths.end(), gap * int(widths.size() - 1));
    };
    for (int over = total() - available; over > 0; --over) {
        const auto widest = std::ranges::max_element(widths);
        if (*widest <= narrowest) {
            break;
        }
        --*widest;
    }
    return widths;
}

} // namespace owui
