// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/list/namedelegate.h"

#include "ui/list/pluginmodel.h"
#include "ui/list/rowstatetext.h"

#include <QApplication>

namespace owui {

void NameDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant finding = index.data(PluginModel::FindingRole);
    if (!finding.isValid()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    const int size = style->pixelMetric(QStyle::PM_SmallIconSize, nullptr, option.widget);
    // The whole cell first, for its background, then the name again in what the sign leaves free.
    const QString name = std::exchange(cell.text, {});
    const QIcon kind = std::exchange(cell.icon, {});
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, painter, option.widget);
    const QRect whole = cell.rect;
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, option.widget) + 1;
    QRect sign(whole.right() - size - margin, whole.center().y() - size / 2, size, size);
    sign = QStyle::visualRect(option.direction, whole, sign);
    cell.rect = QStyle::visualRect(option.direction, whole, whole.adjusted(0, 0, -size - 2 * margin, 0));
    cell.text = name;
    cell.icon = kind;
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, option.widget);
    severityIcon(static_cast<Severity>(finding.toInt()))
        .paint(painter, sign, Qt::AlignCenter, option.state & QStyle::State_Selected ? QIcon::Selected : QIcon::Normal);
}

} // namespace owui
