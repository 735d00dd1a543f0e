// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/parts/secondarytext.h"

#include <QApplication>

#include <algorithm>
#include <cmath>

namespace owui {
namespace {

/// WCAG's relative luminance.
double luminance(const QColor &color)
{
    const auto linear = [](float part) {
        const double value = static_cast<double>(part);
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

QColor mixed(const QColor &text, const QColor &base, float share)
{
    const auto part = [share](float one, float other) { return one * share + other * (1 - share); };
    return QColor::fromRgbF(part(text.redF(), base.redF()), part(text.greenF(), base.greenF()),
                            part(text.blueF(), base.blueF()));
}

} // namespace

double contrast(const QColor &one, const QColor &other)
{
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

QColor secondaryText(const QPalette &palette, QPalette::ColorGroup group)
{
    constexpr double readable = 4.5;
    const QColor text = palette.color(group, QPalette::Text);
    const QColor base = palette.color(group, QPalette::Base);
    const QColor window = palette.color(group, QPalette::Window);
    for (const float share : {0.6F, 0.7F, 0.8F, 0.9F}) {
        const QColor color = mixed(text, base, share);
        if (std::min(contrast(color, base), contrast(color, window)) >= readable) {
            return color;
        }
    }
    return text;
}

void makeHintsReadable()
{
    QPalette palette = QApplication::palette();
    for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
        palette.setColor(group, QPalette::PlaceholderText, secondaryText(palette, group));
    }
    if (palette != QApplication::palette()) {
        QApplication::setPalette(palette);
    }
}

} // namespace owui
