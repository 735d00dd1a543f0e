// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/list/twolinedelegate.h"

#include "ui/list/cellstyle.h"
#include "ui/list/plugincells.h"
#include "ui/list/rowstatetext.h"

#include <QPainter>

#include <algorithm>

namespace owui {
namespace {

constexpr int lineGap = 3; // above, between and below the lines

struct Parts
{
    QRect icon;
    QRect text;
    QRect sign;
};

int signSize(const QStyleOptionViewItem &option)
{
    return styleOf(option)->pixelMetric(QStyle::PM_SmallIconSize, nullptr, option.widget);
}

Parts partsOf(const QStyleOptionViewItem &cell, bool hasSign)
{
    const int margin = marginOf(cell);
    const QRect whole = cell.rect.adjusted(margin, 0, -margin, 0);
    Parts parts{.icon = whole, .text = whole, .sign = whole};
    if (!cell.icon.isNull()) {
        parts.icon.setWidth(cell.decorationSize.width());
        parts.text.setLeft(parts.icon.right() + 1 + margin);
    }
    if (hasSign) {
        parts.sign.setLeft(whole.right() + 1 - signSize(cell));
        parts.text.setRight(parts.sign.left() - 1 - margin);
    }
    for (QRect *part : {&parts.icon, &parts.text, &parts.sign}) {
        *part = QStyle::visualRect(cell.direction, cell.rect, *part);
    }
    return parts;
}

void drawLines(QPainter *painter, const QStyleOptionViewItem &cell, const QRect &place, const QString &second)
{
    const bool selected = cell.state.testFlag(QStyle::State_Selected);
    const QPalette::ColorGroup group =
        cell.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    const QColor color = cell.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
    const int height = cell.fontMetrics.height();
    const int lines = second.isEmpty() ? 1 : 2;
    QRect line(place.left(), 0, place.width(), height);
    line.moveTop(place.center().y() - (lines * height + (lines - 1) * lineGap) / 2);
    const int alignment = static_cast<int>(QStyle::visualAlignment(cell.direction, Qt::AlignLeft | Qt::AlignVCenter)) |
                          Qt::TextSingleLine;
    const auto draw = [&](const QString &text, const QColor &ink) {
        painter->setPen(ink);
        painter->drawText(line, alignment, cell.fontMetrics.elidedText(text, cell.textElideMode, line.width()));
    };
    painter->save();
    painter->setFont(cell.font);
    draw(cell.text, color);
    line.translate(0, height + lineGap);
    draw(second, selected ? color : cell.palette.color(group, QPalette::PlaceholderText));
    painter->restore();
}

} // namespace

void TwoLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QVariant finding = index.data(PluginCells::FindingRole);
    const Parts parts = partsOf(cell, finding.isValid());
    const QIcon::Mode mode = cell.state.testFlag(QStyle::State_Selected) ? QIcon::Selected : QIcon::Normal;
    styleOf(cell)->drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, painter, cell.widget);
    const auto paintIcon = [&](const QIcon &icon, const QRect &place, int size) {
        icon.paint(painter, QStyle::alignedRect(cell.direction, Qt::AlignCenter, {size, size}, place), Qt::AlignCenter,
                   mode);
    };
    if (!cell.icon.isNull()) {
        paintIcon(cell.icon, parts.icon, cell.decorationSize.width());
    }
    drawLines(painter, cell, parts.text, index.data(PluginCells::SecondLineRole).toString());
    if (finding.isValid()) {
        paintIcon(severityIcon(static_cast<Severity>(finding.toInt())), parts.sign, signSize(cell));
    }
}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const int margin = marginOf(cell);
    const QString second =
        index.column() == PluginCells::StateColumn ? QString() : index.data(PluginCells::SecondLineRole).toString();
    int width = std::max(cell.fontMetrics.horizontalAdvance(cell.text), cell.fontMetrics.horizontalAdvance(second)) + 1;
    width += cell.icon.isNull() ? 0 : cell.decorationSize.width() + margin;
    width += index.data(PluginCells::FindingRole).isValid() ? signSize(cell) + margin : 0;
    return {width + 2 * margin, 2 * cell.fontMetrics.height() + 3 * lineGap};
}

} // namespace owui
