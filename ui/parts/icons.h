// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QColor>
#include <QIcon>
#include <QPalette>

namespace owui {

/// What a colour stands for; the shade follows the palette, light or dark.
enum class Tone { Neutral, Good, Warning, Bad };

[[nodiscard]] bool isDark(const QPalette &palette);
[[nodiscard]] QColor toneColor(Tone tone, const QPalette &palette);

/// The icon `name` of the resources, drawn in the palette's text colour, or in a tone. It is tinted whenever it is
/// drawn, so it follows a change between light and dark without being made again.
[[nodiscard]] QIcon themedIcon(const QString &name, Tone tone = Tone::Neutral);
/// Likewise, for tables; none where `name` is null.
[[nodiscard]] QIcon themedIcon(const char *name, Tone tone = Tone::Neutral);

/// The sign of a tone: a tick, a warning, a cross; for Neutral that something is told.
[[nodiscard]] QIcon toneIcon(Tone tone);

} // namespace owui
