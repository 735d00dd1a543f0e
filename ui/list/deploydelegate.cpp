// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/list/deploydelegate.h"

#include "ui/list/cellstyle.h"
#include "ui/list/pluginmodel.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace owui {
namespace {

bool mayDeploy(const QModelIndex &index)
{
    return index.data(PluginModel::CanDeployRole).toBool() || index.data(PluginModel::BusyRole).toBool();
}

// As high as any button, in rows of two lines.
QRect buttonRect(const QStyleOptionViewItem &option)
{
    const int height = std::min(option.rect.height() - 2, option.fontMetrics.height() + 10);
    return QStyle::alignedRect(option.direction, Qt::AlignCenter, {option.rect.width() - 4, height}, option.rect);
}

} // namespace

void DeployDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString text = std::exchange(cell.text, {});
    styleOf(option)->drawControl(QStyle::CE_ItemViewItem, &cell, painter, option.widget);
    if (text.isEmpty()) {
        return;
    }
    QStyleOptionButton button;
    button.initFrom(option.widget);
    button.rect = buttonRect(option);
    button.text = text;
    button.palette = option.palette;
    button.fontMetrics = option.fontMetrics;
    button.state = QStyle::State_None;
    if (mayDeploy(index)) {
        button.state |= QStyle::State_Enabled;
    } else {
        button.palette.setCurrentColorGroup(QPalette::Disabled);
    }
    // The eye finds what is to be done. In a selected row everything has that colour.
    if (index.data(PluginModel::StrongRole).toBool() && !option.state.testFlag(QStyle::State_Selected)) {
        // Styles paint a button lighter than its colour, and the text must be read on it.
        button.palette.setColor(QPalette::Button, option.palette.color(QPalette::Highlight).darker(140));
        button.palette.setColor(QPalette::ButtonText, option.palette.color(QPalette::HighlightedText));
    }
    if (option.state & QStyle::State_Active) {
        button.state |= QStyle::State_Active;
    }
    if (index == m_hovered && (option.state & QStyle::State_MouseOver)) {
        button.state |= QStyle::State_MouseOver;
    }
    button.state |= isPressed(index) ? QStyle::State_Sunken : QStyle::State_Raised;
    painter->save();
    painter->setFont(option.font);
    styleOf(option)->drawControl(QStyle::CE_PushButton, &button, painter, option.widget);
    painter->restore();
}

QSize DeployDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionButton button;
    button.text = index.data(Qt::DisplayRole).toString();
    const QSize text = option.fontMetrics.size(Qt::TextShowMnemonic, button.text);
    const QSize size =
        styleOf(option)->sizeFromContents(QStyle::CT_ItemViewItem, &option, text, option.widget) + QSize(24, 0);
    return size.expandedTo(QSize(0, option.fontMetrics.height() + 10));
}

bool DeployDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                 const QModelIndex &index)
{
    if (event->type() == QEvent::MouseMove) {
        setHovered(index, option.widget);
        return false;
    }
    return ClickDelegate::editorEvent(event, model, option, index);
}

QRect DeployDelegate::clickRect(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    return option.rect;
}

bool DeployDelegate::canClick(const QModelIndex &index) const
{
    return mayDeploy(index) && !index.data().toString().isEmpty();
}

void DeployDelegate::setHovered(const QModelIndex &index, const QWidget *view)
{
    if (m_hovered == index) {
        return;
    }
    const QModelIndex before = m_hovered;
    m_hovered = index;
    if (const auto *items = qobject_cast<const QAbstractItemView *>(view)) {
        items->viewport()->update(items->visualRect(before).united(items->visualRect(index)));
    }
}

} // namespace owui
