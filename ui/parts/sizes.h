// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

class QFontMetrics;
class QWidget;

namespace owui {

/// The width of so many letters, in pixels. Not averageCharWidth(), which in a font with Chinese is that of an
/// ideograph, twice as wide as the letters, digits and ids that most of a column is.
[[nodiscard]] int lettersWide(const QFontMetrics &metrics, int letters);

/// Gives a window its first size, at least what its layout wants and at most the screen. Before it is shown.
void sizeInLetters(QWidget &window, int letters, int lines);

/// Makes a window with a size from another time or screen fit the present one.
void keepOnScreen(QWidget &window);

} // namespace owui
