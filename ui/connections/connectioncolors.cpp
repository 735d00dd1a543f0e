// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/connections/connectioncolors.h"

#include <QPainter>
#include <QPixmap>

namespace owui {

QIcon colorIcon(const QString &value)
{
    QIcon icon;
    const QColor color(value);
    if (!color.isValid()) {
        return icon;
    }
    for (const int size : {16, 32, 48}) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        const qreal margin = size / 6.0;
        painter.drawEllipse(QRectF(margin, margin, size - 2 * margin, size - 2 * margin));
        icon.addPixmap(pixmap);
        // A selected row would tint the colour.
        icon.addPixmap(pixmap, QIcon::Selected);
    }
    return icon;
}

} // namespace owui
