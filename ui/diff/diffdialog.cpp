// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/diff/diffdialog.h"

#include "ui/diff/difflinedelegate.h"
#include "ui/diff/diffmodel.h"
#include "ui/parts/named.h"
#include "ui/parts/plaintext.h"
#include "ui/parts/sizes.h"
#include "ui/parts/tableview.h"

#include "onpool.h"
#include "plugins/frontmatter.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
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
            lines.append(!before.contains(key)  ? DiffDialog::tr("%1: %2 (new)", "header field").arg(key, is)
                         : !after.contains(key) ? DiffDialog::tr("%1: %2 (gone)", "header field").arg(key, was)
                                                : DiffDialog::tr("%1: %2 → %3", "header field").arg(key, was, is));
        }
    }
    return lines;
}

} // namespace

DiffDialog::DiffDialog(const QString &title, QWidget *parent)
    : QDialog(parent)
    , m_model(new DiffModel(this))
    , m_table(named(u"diffLines"_s, new QTreeView(this)))
    , m_summary(named(u"diffSummary"_s, plainLabel(tr("Comparing…"), this)))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_summary);
    m_table->setAccessibleName(tr("Lines that differ"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new DiffLineDelegate(this));
    m_table->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_table->setHeaderHidden(true);
    setUpTable(*m_table, {});
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->header()->setStretchLastSection(true);
    layout->addWidget(m_table, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    const auto addButton = [buttons](const QString &text, const QString &name, const QKeySequence &key) {
        QPushButton *button = namedButton(name, text, buttons);
        button->setShortcut(key);
        button->setEnabled(false);
        return button;
    };
    m_previous = addButton(tr("&Previous change"), u"previousChange"_s, Qt::SHIFT | Qt::Key_F7);
    m_next = addButton(tr("&Next change"), u"nextChange"_s, Qt::Key_F7);
    m_copy = addButton(tr("&Copy"), u"copyDiff"_s, {});
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_next, &QPushButton::clicked, this, [this] { goTo(m_model->nextChange(m_table->currentIndex().row())); });
    connect(m_previous, &QPushButton::clicked, this,
            [this] { goTo(m_model->previousChange(m_table->currentIndex().row())); });
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_unified); });
    sizeInLetters(*this, 150, 44);
}

DiffDialog::Found DiffDialog::find(const DiffSides &sides)
{
    const TextDiff diff = diffTexts(sides.oldText, sides.newText);
    return {.diff = diff,
            .headerLines = headerChanges(sides.oldText, sides.newText),
            .unified = unifiedText(diff, sides.oldName, sides.newName)};
}

void DiffDialog::show(const DiffSides &sides)
{
    onPool(
        this, [sides] { return find(sides); }, [this](const Found &found) { take(found); });
}

void DiffDialog::showProblem(const QString &text)
{
    m_summary->setText(text);
    emit ready();
}

void DiffDialog::take(const Found &found)
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
    m_copy->setEnabled(!m_unified.isEmpty());
    goTo(m_model->nextChange(-1));
    m_table->setFocus(Qt::OtherFocusReason);
    emit ready();
}

void DiffDialog::goTo(int row)
{
    if (row >= 0) {
        const QModelIndex index = m_model->index(row, DiffModel::OldLineColumn);
        m_table->setCurrentIndex(index);
        m_table->scrollTo(index, QAbstractItemView::PositionAtCenter);
    }
    const int current = m_table->currentIndex().row();
    m_next->setEnabled(m_model->nextChange(current) >= 0);
    m_previous->setEnabled(m_model->previousChange(current) >= 0);
}

} // namespace owui
