// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/list/clickdelegate.h"

#include <QMouseEvent>

namespace owui {

bool ClickDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                const QModelIndex &index)
{
    Q_UNUSED(model)
    const auto isInside = [&] {
        return clickRect(option, index).contains(static_cast<QMouseEvent *>(event)->position().toPoint());
    };
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        if (static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton && canClick(index) && isInside()) {
            m_pressed = index;
            return true;
        }
        return false;
    case QEvent::MouseButtonDblClick:
        return isInside();
    case QEvent::MouseButtonRelease: {
        const bool hit = m_pressed.isValid() && index == m_pressed && isInside();
        m_pressed = QModelIndex();
        if (hit && canClick(index)) {
            emit clicked(index);
        }
        return hit;
    }
    default:
        return false;
    }
}

} // namespace owui
