// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QPersistentModelIndex>
#include <QStyledItemDelegate>

namespace owui {

/// Draws the Deploy cell as a button of the present style, without a widget per row, and tells when it was clicked.
class DeployDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

signals:
    void clicked(const QModelIndex &index);

private:
    void setHovered(const QModelIndex &index, const QWidget *view);

    QPersistentModelIndex m_hovered;
    QPersistentModelIndex m_pressed;
};

} // namespace owui
