// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "words.h"

#include <QLocale>
#include <QString>

class QSettings;

namespace owui {

enum class Theme { System, Light, Dark };

template<>
WordTable<Theme> wordsOf();

/// How the program looks and which language it speaks.
struct Appearance
{
    Theme theme = Theme::System;
    QString language; ///< of a translation, such as "zh_CN"; empty: that of the system

    [[nodiscard]] static Appearance from(const QSettings &settings);
    void saveTo(QSettings &settings) const;

    /// What texts follow, and how dates and numbers are written: those of where the computer is, in that language.
    [[nodiscard]] QLocale locale() const;

    friend bool operator==(const Appearance &, const Appearance &) = default;
};

/// Shows the whole program in a theme, and gives it back to the system, whose style had this name.
void showTheme(Theme theme, const QString &systemStyle);

} // namespace owui
