// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/parts/sizes.h"

#include <QFontMetrics>
#include <QScreen>
#include <QWidget>

#include <algorithm>

namespace owui {

int lettersWide(const QFontMetrics &metrics, int letters)
{
    return metrics.horizontalAdvance(u'x') * letters;
}

void sizeInLetters(QWidget &window, int letters, int lines)
{
    const QFontMetrics metrics = window.fontMetrics();
    const QSize wanted(lettersWide(metrics, letters), metrics.height() * lines);
    window.resize(wanted.expandedTo(window.sizeHint()).boundedTo(window.screen()->availableSize()));
}

void keepOnScreen(QWidget &window)
{
    const QRect screen = window.screen()->availableGeometry();
    QRect place = window.geometry();
    place.setSize(place.size().boundedTo(screen.size()));
    place.moveRight(std::min(place.right(), screen.right()));
    place.moveBottom(std::min(place.bottom(), screen.bottom()));
    place.moveLeft(std::max(place.left(), screen.left()));
    place.moveTop(std::max(place.top(), screen.top()));
    if (place != window.geometry()) {
        window.setGeometry(place);
    }
}

} // namespace owui
