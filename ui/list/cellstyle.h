// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QApplication>
#include <QStyle>
#include <QStyleOptionViewItem>
#include <QWidget>

namespace owui {

/// The style that draws a cell.
[[nodiscard]] inline QStyle *styleOf(const QStyleOptionViewItem &option)
{
    return option.widget ? option.widget->style() : QApplication::style();
}

/// Between the edge of a cell and what it shows, in pixels.
[[nodiscard]] inline int marginOf(const QStyleOptionViewItem &option)
{
    return styleOf(option)->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, option.widget) + 1;
}

} // namespace owui
