// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/connections/connectioncolors.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPalette>

namespace owui {

QIcon colorIcon(const QString &value)
{
    QIcon icon;
    for (const int size : {16, 32, 48}) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        const QColor color(value);
        const QColor none = QGuiApplication::palette().color(QPalette::PlaceholderText); // seen on light and on dark
        painter.setPen(QPen(color.isValid() ? color : none, size / 12.0));
        painter.setBrush(color.isValid() ? QBrush(color) : QBrush(Qt::NoBrush));
        const qreal margin = size / 6.0;
        painter.drawEllipse(QRectF(margin, margin, size - 2 * margin, size - 2 * margin));
        icon.addPixmap(pixmap);
        // A selected row would tint the colour.
        icon.addPixmap(pixmap, QIcon::Selected);
    }
    return icon;
}

} // namespace owui
