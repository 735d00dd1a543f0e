// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/list/pluginview.h"

#include "ui/list/deploydelegate.h"
#include "ui/list/namedelegate.h"
#include "ui/list/pluginfilter.h"
#include "ui/list/pluginmodel.h"
#include "ui/parts/sizes.h"
#include "ui/parts/tableview.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>
#include <vector>

namespace owui {

PluginView::PluginView(PluginFilter &filter, QWidget *parent)
    : QTreeView(parent)
    , m_filter(filter)
{
    setModel(&filter);
    setAccessibleName(tr("Plugins"));
    setExpandsOnDoubleClick(false);
    setAlternatingRowColors(true);
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    setSortingEnabled(true);

    auto *deploy = new DeployDelegate(this);
    setItemDelegateForColumn(PluginModel::DeployColumn, deploy);
    connect(deploy, &DeployDelegate::clicked, this, &PluginView::deployCellClicked);
    setItemDelegateForColumn(PluginModel::NameColumn, new NameDelegate(this));
    connect(this, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) {
        if (index.column() != PluginModel::DeployColumn) {
            emit detailsRequested();
        }
    });
    setUpColumns();
}

void PluginView::setUpColumns()
{
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(true);
    header()->setMinimumSectionSize(lettersWide(fontMetrics(), 6));
    setUpTable(*this, {28, 9, 20, 10, 22, 15, 0, 40, 13});
    header()->setSectionResizeMode(PluginModel::ResultColumn, QHeaderView::Stretch);
    header()->setSectionResizeMode(PluginModel::DeployColumn, QHeaderView::Fixed);
    setColumnHidden(PluginModel::PathColumn, true);
    sortByColumn(PluginModel::NameColumn, Qt::AscendingOrder);
    header()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header(), &QHeaderView::customContextMenuRequested, this, &PluginView::showColumnMenu);
}

void PluginView::showColumnMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const int column :
         {PluginModel::KindColumn, PluginModel::IdColumn, PluginModel::VersionColumn, PluginModel::CompareColumn,
          PluginModel::ServerColumn, PluginModel::ResultColumn, PluginModel::PathColumn}) {
        QAction *action = menu->addAction(m_filter.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool shown) { setColumnHidden(column, !shown); });
    }
    menu->popup(header()->mapToGlobal(position));
}

QStringList PluginView::selectedPaths() const
{
    std::vector<int> rows;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            rows.push_back(row);
        }
    }
    std::ranges::sort(rows);
    QStringList paths;
    for (const int row : rows) {
        paths.append(m_filter.rowAt(row).plugin.path);
    }
    return paths;
}

QStringList PluginView::shownPaths() const
{
    QStringList paths;
    for (int row = 0; row < m_filter.rowCount(); ++row) {
        paths.append(m_filter.rowAt(row).plugin.path);
    }
    return paths;
}

QString PluginView::currentPath() const
{
    return currentIndex().isValid() ? m_filter.rowAt(currentIndex().row()).plugin.path : QString();
}

void PluginView::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && event->modifiers().testFlag(Qt::ControlModifier)) {
        event->ignore();
    } else if (isReturn && currentIndex().isValid()) {
        emit detailsRequested();
    } else {
        QTreeView::keyPressEvent(event);
    }
}

void PluginView::contextMenuEvent(QContextMenuEvent *event)
{
    if (!currentIndex().isValid()) {
        return;
    }
    // The key for menus has no place of its own; the row that it is for has.
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    emit menuRequested(byKey ? viewport()->mapToGlobal(visualRect(currentIndex()).center()) : event->globalPos());
}

void PluginView::deployCellClicked(const QModelIndex &index)
{
    const PluginRow &row = m_filter.rowAt(index.row());
    row.isBusy() ? emit cancelClicked(row.plugin.path) : emit deployClicked(row.plugin.path);
}

} // namespace owui
