// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/parts/linkbutton.h"

#include <QPainter>

namespace owui {

void LinkButton::paintEvent(QPaintEvent *event)
{
    QCommandLinkButton::paintEvent(event);
    if (hasFocus()) {
        QPainter painter(this);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.drawRoundedRect(rect().adjusted(1, 1, -2, -2), 3, 3);
    }
}

} // namespace owui
