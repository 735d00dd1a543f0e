// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/parts/edgedbutton.h"

#include <QPainter>

namespace owui {

void EdgedButton::setEdge(const QColor &color)
{
    if (m_edge != color) {
        m_edge = color;
        update();
    }
}

void EdgedButton::paintEvent(QPaintEvent *event)
{
    if (m_edge.isValid()) {
        QColor fill = m_edge;
        fill.setAlphaF(0.15F);
        QPainter(this).fillRect(rect(), fill);
    }
    QToolButton::paintEvent(event);
    if (m_edge.isValid()) {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_edge, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 3, 3);
    }
}

} // namespace owui
