// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/parts/production.h"

#include "ui/parts/edgedbutton.h"
#include "ui/parts/icons.h"

#include "isolated.h"
#include "server/connection.h"

#include <QCoreApplication>
#include <QPalette>
#include <QPushButton>
#include <QWidget>

namespace owui {
namespace {

constexpr int brightest = 150; // that white letters are read on

QColor productionColor(const Connection &connection, const QPalette &palette)
{
    const QColor own(connection.color);
    return own.isValid() ? own : toneColor(Tone::Bad, palette);
}

QString productionText(const Connection &connection)
{
    return QCoreApplication::translate("ConnectionColors", "This is a production server: %1.")
        .arg(isolated(connection.name));
}

} // namespace

void markProduction(EdgedButton &button, const Connection *connection, const QPalette &palette)
{
    const bool isProduction = connection && connection->production;
    button.setEdge(isProduction ? productionColor(*connection, palette) : QColor());
    button.setAccessibleDescription(isProduction ? productionText(*connection) : QString());
}

void paintAsProduction(QWidget &widget, const Connection &connection)
{
    QPalette palette = widget.palette();
    const QColor fill = productionColor(connection, palette);
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

void guardProduction(QPushButton &button, const Connection &connection)
{
    if (connection.production) {
        button.setDefault(false);
        button.setAutoDefault(false);
        paintAsProduction(button, connection);
    }
}

} // namespace owui
