// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/list/clickdelegate.h"

namespace owui {

/// Draws the Deploy cell as a button of the present style, without a widget per row, and tells when it was clicked.
class DeployDelegate final : public ClickDelegate
{
    Q_OBJECT

public:
    using ClickDelegate::ClickDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

protected:
    [[nodiscard]] QRect clickRect(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] bool canClick(const QModelIndex &index) const override;

private:
    void setHovered(const QModelIndex &index, const QWidget *view);

    QPersistentModelIndex m_hovered;
};

} // namespace owui
