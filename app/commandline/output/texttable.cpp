// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/output/texttable.h"

#include "commandline/output/textwidth.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

constexpr int gap = 2;
constexpr int narrowest = 8;  // below this a column says nothing
constexpr int broadest = 250; // a text of a server may have any length, and every row is filled up to the longest one

/// Each cell as wide as its column; the last one is not filled up.
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

} // namespace

TextTable::TextTable(const QStringList &header, Tone tone)
    : m_headers(1)
{
    QList<Cell> cells;
    std::ranges::transform(header, std::back_inserter(cells), [tone](const QString &text) { return Cell{text, tone}; });
    addRow(cells);
}

void TextTable::addRow(const QList<Cell> &row)
{
    makeRoom(row);
    m_rows.append({.cells = row, .notes = {}});
}

void TextTable::addNote(const Cell &note)
{
    m_rows.last().notes.append(note);
}

void TextTable::print(Console &console) const
{
    if (m_rows.size() <= m_headers) {
        return;
    }
    const QList<int> widths = fittedWidths(m_widths, console.width(), m_fixed);
    for (const Row &row : m_rows) {
        console.line(alignedLine(row.cells, widths, console));
        for (const Cell &note : row.notes) {
            console.indentedLine(note.text, note.tone);
        }
    }
}

void TextTable::makeRoom(const QList<Cell> &row)
{
    m_widths.resize(std::max(m_widths.size(), row.size()));
    m_fixed.resize(m_widths.size());
    for (qsizetype i = 0; i < row.size(); ++i) {
        m_widths[i] = std::max(m_widths.at(i), std::min(broadest, displayWidth(printable(row.at(i).text))));
        m_fixed[i] = m_fixed.at(i) || row.at(i).tone == Tone::Strong;
    }
}

void TextTable::printRow(const QList<Cell> &row, Console &console)
{
    makeRoom(row);
    console.line(alignedLine(row, m_widths, console));
}

QList<int> fittedWidths(QList<int> widths, int available, const QList<bool> &isFixed)
{
    if (available <= 0) {
        return widths;
    }
    const auto total = [&widths] {
        return std::accumulate(widths.begin(), widths.end(), gap * int(widths.size() - 1));
    };
    for (int over = total() - available; over > 0; --over) {
        int *widest = nullptr;
        for (qsizetype i = 0; i < widths.size(); ++i) {
            if (!isFixed.value(i) && widths.at(i) > narrowest && (!widest || widths.at(i) > *widest)) {
                widest = &widths[i];
            }
        }
        if (!widest) {
            break;
        }
        --*widest;
    }
    return widths;
}

} // namespace owui
