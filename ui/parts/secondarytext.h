// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QColor>
#include <QPalette>

namespace owui {

/// How well two colours are told apart, as WCAG counts it: from 1 to 21.
[[nodiscard]] double contrast(const QColor &one, const QColor &other);

/// The colour of what is told in passing: weaker than the text, but read on the backgrounds of lists and of windows.
[[nodiscard]] QColor secondaryText(const QPalette &palette, QPalette::ColorGroup group = QPalette::Active);

/// Gives the application's palette that colour for hints. Desktops, such as Qt's own theme for KDE, leave it out, and
/// it is black then, on black.
void makeHintsReadable();

} // namespace owui
