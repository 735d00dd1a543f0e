// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QPersistentModelIndex>
#include <QStyledItemDelegate>

namespace owui {

/// Tells when what it draws was clicked, without a widget per row: pressed and let go there. The view takes a press for
/// an edit and leaves the selection alone.
class ClickDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

signals:
    void clicked(const QModelIndex &index);

protected:
    /// Where a click counts, in a cell; also the second one of a hasty double click, which then does nothing.
    [[nodiscard]] virtual QRect clickRect(const QStyleOptionViewItem &option, const QModelIndex &index) const = 0;
    [[nodiscard]] virtual bool canClick(const QModelIndex &index) const = 0;
    [[nodiscard]] bool isPressed(const QModelIndex &index) const { return index == m_pressed; }

private:
    QPersistentModelIndex m_pressed;
};

} // namespace owui
