// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/run/productionbutton.h"

#include "ui/parts/icons.h"

#include "server/connection.h"

#include <QPalette>
#include <QWidget>

namespace owui {
namespace {

constexpr int brightest = 150; // that white letters are read on

} // namespace

void paintAsProduction(QWidget &widget, const Connection &connection)
{
    QPalette palette = widget.palette();
    const QColor chosen(connection.color);
    const QColor fill = chosen.isValid() ? chosen : toneColor(Tone::Bad, palette);
    const QColor letters = qGray(fill.rgb()) > brightest ? Qt::black : Qt::white;
    for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive}) {
        palette.setColor(group, QPalette::Button, fill);
        palette.setColor(group, QPalette::ButtonText, letters);
        palette.setColor(group, QPalette::Window, fill);
        palette.setColor(group, QPalette::WindowText, letters);
    }
    widget.setPalette(palette);
    widget.setAutoFillBackground(true);
}

} // namespace owui
