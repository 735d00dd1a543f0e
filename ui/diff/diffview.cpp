// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/diff/diffview.h"

#include "ui/diff/difflinedelegate.h"
#include "ui/diff/diffmodel.h"
#include "ui/parts/named.h"
#include "ui/parts/plaintext.h"
#include "ui/parts/sizes.h"
#include "ui/parts/tableview.h"

#include "onpool.h"
#include "plugins/frontmatter.h"

#include <QBoxLayout>
#include <QFontDatabase>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {
namespace {

constexpr int widestLine = 400; // letters

QStringList headerChanges(const QByteArray &oldText, const QByteArray &newText)
{
    const Frontmatter before = Frontmatter::read(oldText);
    const Frontmatter after = Frontmatter::read(newText);
    QStringList keys;
    for (const Frontmatter *header : {&after, &before}) {
        for (const Frontmatter::Field &field : header->fields()) {
            if (!keys.contains(field.key)) {
                keys.append(field.key);
            }
        }
    }
    QStringList lines;
    for (const QString &key : std::as_const(keys)) {
        const QString was = before.value(key);
        const QString is = after.value(key);
        if (before.contains(key) != after.contains(key) || was != is) {
            lines.append(!before.contains(key)  ? DiffView::tr("%1: %2 (new)", "header field").arg(key, is)
                         : !after.contains(key) ? DiffView::tr("%1: %2 (gone)", "header field").arg(key, was)
                                                : DiffView::tr("%1: %2 → %3", "header field").arg(key, was, is));
        }
    }
    return lines;
}

} // namespace

DiffView::DiffView(QWidget *parent)
    : QWidget(parent)
    , m_model(new DiffModel(this))
    , m_table(named(u"diffLines"_s, new QTreeView(this)))
    , m_summary(named(u"diffSummary"_s, plainLabel(tr("Comparing…"), this)))
{
    lined<QVBoxLayout>(this, {m_summary, m_table})->setStretch(1, 1);
    m_table->setAccessibleName(tr("Lines that differ"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new DiffLineDelegate(this));
    m_table->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_table->setHeaderHidden(true);
    setUpTable(*m_table, {});
    // A line that was selected would hide whether it was added or removed. The frame shows where one is.
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->header()->setStretchLastSection(true);
    setFocusProxy(m_table);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &DiffView::moved);
}

DiffView::Found DiffView::find(const DiffSides &sides)
{
    const TextDiff diff = diffTexts(sides.oldText, sides.newText);
    return {.diff = diff,
            .headerLines = headerChanges(sides.oldText, sides.newText),
            .unified = unifiedText(diff, sides.oldName, sides.newName)};
}

int DiffView::begin()
{
    m_model->setDiff({});
    m_summary->setText(tr("Comparing…"));
    return ++m_number;
}

void DiffView::compare(const DiffSides &sides)
{
    onPool(
        this, [sides] { return find(sides); },
        [this, number = ++m_number](const Found &found) {
            if (number == m_number) {
                take(found);
            }
        });
}

void DiffView::tell(const QString &text)
{
    ++m_number;
    m_unified.clear();
    m_model->setDiff({});
    m_summary->setText(text);
    emit ready();
}

void DiffView::take(const Found &found)
{
    m_unified = found.unified;
    m_model->setDiff(found.diff);
    const int letter = lettersWide(QFontMetrics(m_table->font()), 1);
    m_table->header()->resizeSection(DiffModel::OldLineColumn, letter * 8);
    m_table->header()->resizeSection(DiffModel::NewLineColumn, letter * 8);
    m_table->header()->setMinimumSectionSize(letter * 4);
    const int width = letter * (std::min(m_model->longestLine(), widestLine) + 6);
    m_table->header()->setStretchLastSection(width < m_table->viewport()->width() - letter * 16);
    m_table->header()->resizeSection(DiffModel::TextColumn,
                                     std::max(width, m_table->viewport()->width() - letter * 16));
    QStringList summary = found.headerLines;
    summary.append(found.diff.hunks.isEmpty()
                       ? tr("The texts are equal.")
                       : tr("%L1 lines added, %L2 removed.")
                             .arg(QLocale().toString(found.diff.added), QLocale().toString(found.diff.removed)));
    m_summary->setText(summary.join(u'\n'));
    goTo(m_model->nextChange(-1));
    emit ready();
}

int DiffView::nextChange() const
{
    return m_model->nextChange(m_table->currentIndex().row());
}

int DiffView::previousChange() const
{
    return m_model->previousChange(m_table->currentIndex().row());
}

void DiffView::goTo(int row)
{
    if (row >= 0) {
        const QModelIndex index = m_model->index(row, DiffModel::OldLineColumn);
        m_table->setCurrentIndex(index);
        m_table->scrollTo(index, QAbstractItemView::PositionAtCenter);
    }
}

} // namespace owui
