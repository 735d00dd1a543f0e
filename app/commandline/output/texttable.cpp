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
constexpr int narrowest = 8; // below this a column says nothing

} // namespace

TextTable::TextTable(const QList<Cell> &header)
    : m_rows{{.cells = header, .notes = {}}}
    , m_headers(1)
{
}

void TextTable::addRow(const QList<Cell> &row)
{
    m_rows.append({.cells = row, .notes = {}});
}

void TextTable::addNote(const Cell &note)
{
    m_rows.last().notes.append(note);
}

void TextTable::print(Console &console) const
{
    if (m_rows.isEmpty()) {
        return;
    }
    const QList<int> columns = widths(console.width());
    for (const Row &row : m_rows) {
        console.line(alignedLine(row.cells, columns, console));
        for (const Cell &note : row.notes) {
            console.line(u"    "_s + console.toned(note.text, note.tone));
        }
    }
}

QList<int> TextTable::widths(int available) const
{
    QList<int> widest(m_rows.first().cells.size(), 0);
    QList<bool> isFixed(widest.size(), false);
    for (const Row &row : m_rows) {
        for (qsizetype i = 0; i < row.cells.size(); ++i) {
            widest[i] = std::max(widest.at(i), displayWidth(printable(row.cells.at(i).text)));
            isFixed[i] = isFixed.at(i) || row.cells.at(i).tone == Tone::Strong;
        }
    }
    return fittedWidths(std::move(widest), available, isFixed);
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
