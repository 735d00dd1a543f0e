// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/list/switchdelegate.h"

#include "ui/list/cellstyle.h"
#include "ui/list/plugincells.h"

#include <QPainter>

#include <utility>

namespace owui {
namespace {

QSize switchSize(const QStyleOptionViewItem &option)
{
    const int height = option.fontMetrics.ascent() + 2;
    return {height * 2, height};
}

void drawSwitch(QPainter *painter, const QStyleOptionViewItem &option, bool isOn, bool isBusy)
{
    const QRectF track = QRectF(SwitchDelegate::switchRect(option)).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QColor ink = option.palette.color(selected ? QPalette::HighlightedText
                                            : isOn   ? QPalette::Highlight
                                                     : QPalette::Text);
    const double radius = track.height() / 2;
    const bool knobAtRight = isOn == (option.direction == Qt::LeftToRight);
    const QPointF knob(knobAtRight ? track.right() - radius : track.left() + radius, track.center().y());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setOpacity(isBusy ? 0.4 : isOn ? 1.0 : 0.7);
    painter->setPen(QPen(ink, 1));
    painter->setBrush(isOn ? QBrush(ink) : QBrush(Qt::NoBrush));
    painter->drawRoundedRect(track, radius, radius);
    // On is full and its knob a hole; the place alone tells it without any colour.
    painter->setPen(Qt::NoPen);
    painter->setBrush(isOn ? option.palette.color(selected ? QPalette::Highlight : QPalette::Base) : ink);
    painter->drawEllipse(knob, radius - 3, radius - 3);
    painter->restore();
}

} // namespace

QRect SwitchDelegate::switchRect(const QStyleOptionViewItem &option)
{
    const QRect inner = option.rect.adjusted(marginOf(option), 0, -marginOf(option), 0);
    return QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignVCenter, switchSize(option), inner);
}

void SwitchDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant position = index.data(PluginCells::SwitchRole);
    if (!position.isValid()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString text = std::exchange(cell.text, {});
    cell.icon = {};
    styleOf(cell)->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
    drawSwitch(painter, cell, position.toBool(), index.data(PluginCells::BusyRole).toBool());
    const int before = marginOf(cell) + switchSize(cell).width() + 2 * marginOf(cell);
    const QRect place =
        QStyle::visualRect(cell.direction, cell.rect, cell.rect.adjusted(before, 0, -marginOf(cell), 0));
    const bool selected = cell.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setFont(cell.font);
    painter->setPen(cell.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    const auto alignment = QStyle::visualAlignment(cell.direction, Qt::AlignLeft | Qt::AlignVCenter);
    painter->drawText(place, static_cast<int>(alignment) | Qt::TextSingleLine,
                      cell.fontMetrics.elidedText(text, cell.textElideMode, place.width()));
    painter->restore();
}

QSize SwitchDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    if (!index.data(PluginCells::SwitchRole).isValid()) {
        return QStyledItemDelegate::sizeHint(option, index);
    }
    const int width = switchSize(cell).width() + cell.fontMetrics.horizontalAdvance(cell.text) + 4 * marginOf(cell) + 1;
    return {width, switchSize(cell).height() + 2};
}

QRect SwitchDelegate::clickRect(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return index.data(PluginCells::SwitchRole).isValid() ? switchRect(option) : QRect();
}

bool SwitchDelegate::canClick(const QModelIndex &index) const
{
    return index.data(PluginCells::SwitchRole).isValid() && !index.data(PluginCells::BusyRole).toBool();
}

} // namespace owui
