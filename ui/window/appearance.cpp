// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/window/appearance.h"

#include <QApplication>
#include <QColor>
#include <QPalette>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace owui {
namespace {

QPalette paletteOf(bool isDark)
{
    QPalette palette(isDark ? QColor(49, 51, 56) : QColor(239, 240, 241));
    palette.setColor(QPalette::Base, isDark ? QColor(33, 35, 39) : QColor(255, 255, 255));
    palette.setColor(QPalette::AlternateBase, isDark ? QColor(40, 42, 47) : QColor(246, 247, 248));
    palette.setColor(QPalette::ToolTipBase, isDark ? QColor(61, 64, 70) : QColor(255, 255, 225));
    palette.setColor(QPalette::Highlight, QColor(41, 108, 184));
    palette.setColor(QPalette::HighlightedText, QColor(255, 255, 255));
    palette.setColor(QPalette::Link, isDark ? QColor(116, 178, 250) : QColor(0, 87, 174));
    const QColor text = isDark ? QColor(234, 236, 239) : QColor(27, 30, 32);
    const QColor disabled = isDark ? QColor(132, 136, 142) : QColor(140, 142, 145);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText}) {
        palette.setColor(role, text);
        palette.setColor(QPalette::Disabled, role, disabled);
    }
    return palette;
}

} // namespace

template<>
WordTable<Theme> wordsOf()
{
    static constexpr Word<Theme> words[] = {
        {Theme::System, "system", QT_TRANSLATE_NOOP("Appearance", "As the system")},
        {Theme::Light, "light", QT_TRANSLATE_NOOP("Appearance", "Light")},
        {Theme::Dark, "dark", QT_TRANSLATE_NOOP("Appearance", "Dark")},
    };
    return {.words = words, .context = "Appearance"};
}

Appearance Appearance::from(const QSettings &settings)
{
    return {.theme = fromName<Theme>(settings.value("window/theme").toString()).value_or(Theme::System),
            .language = settings.value("window/language").toString()};
}

void Appearance::saveTo(QSettings &settings) const
{
    settings.setValue("window/theme", nameOf(theme));
    settings.setValue("window/language", language);
}

QLocale Appearance::locale() const
{
    const QLocale system = QLocale::system();
    return language.isEmpty() ? system : QLocale(QLocale(language).language(), system.territory());
}

void showTheme(Theme theme, const QString &systemStyle)
{
    // Others draw with the colours of the desktop, whatever palette they get.
    QApplication::setStyle(theme == Theme::System ? systemStyle : u"fusion"_s);
    QApplication::setPalette(theme == Theme::System ? QPalette() : paletteOf(theme == Theme::Dark));
}

} // namespace owui
