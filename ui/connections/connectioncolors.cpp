// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/connections/connectioncolors.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QPainter>
#include <QPalette>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

QString named(const char *name)
{
    return QCoreApplication::translate("ConnectionColors", name);
}

} // namespace

const QList<ConnectionColor> &connectionColors()
{
    // Told apart on a light and on a dark background.
    static const QList<ConnectionColor> colors{
        {.name = named(QT_TRANSLATE_NOOP("ConnectionColors", "Red")), .value = u"#d93a3a"_s},
        {.name = named(QT_TRANSLATE_NOOP("ConnectionColors", "Orange")), .value = u"#e0791b"_s},
        {.name = named(QT_TRANSLATE_NOOP("ConnectionColors", "Yellow")), .value = u"#c9a400"_s},
        {.name = named(QT_TRANSLATE_NOOP("ConnectionColors", "Green")), .value = u"#2f9e44"_s},
        {.name = named(QT_TRANSLATE_NOOP("ConnectionColors", "Teal")), .value = u"#159a9c"_s},
        {.name = named(QT_TRANSLATE_NOOP("ConnectionColors", "Blue")), .value = u"#3b7dd8"_s},
        {.name = named(QT_TRANSLATE_NOOP("ConnectionColors", "Violet")), .value = u"#8a4fd3"_s},
        {.name = named(QT_TRANSLATE_NOOP("ConnectionColors", "Grey")), .value = u"#868e96"_s},
    };
    return colors;
}

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
