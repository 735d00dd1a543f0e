// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/parts/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QImageReader>
#include <QPainter>
#include <QPixmapCache>

using namespace Qt::StringLiterals;

namespace owui {
namespace {

class TintedIconEngine final : public QIconEngine
{
public:
    TintedIconEngine(const QString &name, Tone tone)
        : m_name(name)
        , m_tone(tone)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        Q_UNUSED(state)
        const QColor color = tint(mode);
        const QString key = u"owui-icon-%1-%2-%3x%4"_s.arg(
            m_name, color.name(QColor::HexArgb), QString::number(size.width()), QString::number(size.height()));
        QPixmap pixmap;
        if (!QPixmapCache::find(key, &pixmap)) {
            pixmap = QPixmap::fromImage(tinted(size, color));
            QPixmapCache::insert(key, pixmap);
        }
        pixmap.setDevicePixelRatio(scale);
        return pixmap;
    }

    QString iconName() override { return m_name; }
    bool isNull() override { return !QFile::exists(fileName()); }
    QIconEngine *clone() const override { return new TintedIconEngine(m_name, m_tone); }

private:
    QString fileName() const { return u":/icons/%1.svg"_s.arg(m_name); }

    QColor tint(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled) {
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        }
        if (mode == QIcon::Selected) {
            return palette.color(QPalette::HighlightedText);
        }
        return toneColor(m_tone, palette);
    }

    QImage tinted(const QSize &size, const QColor &color) const
    {
        // Without the format every plugin for images would be loaded, to ask each whether it knows this one.
        QImageReader reader(fileName(), "svg");
        reader.setScaledSize(size);
        QImage image = reader.read().convertToFormat(QImage::Format_ARGB32_Premultiplied);
        if (image.isNull()) {
            image = QImage(size, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::transparent);
            return image;
        }
        QPainter painter(&image);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(image.rect(), color);
        return image;
    }

    QString m_name;
    Tone m_tone;
};

} // namespace

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Base).lightness() < palette.color(QPalette::Text).lightness();
}

QColor toneColor(Tone tone, const QPalette &palette)
{
    if (tone == Tone::Neutral) {
        return palette.color(QPalette::WindowText);
    }
    // The hue carries the meaning; the lightness keeps at least 4.5:1 against the palette's own background.
    const int hue = tone == Tone::Good ? 135 : tone == Tone::Warning ? 36 : 2;
    return isDark(palette) ? QColor::fromHsl(hue, 170, 165)
                           : QColor::fromHsl(hue, tone == Tone::Warning ? 230 : 190, 80);
}

QIcon themedIcon(const QString &name, Tone tone)
{
    return QIcon(new TintedIconEngine(name, tone));
}

QIcon themedIcon(const char *name, Tone tone)
{
    return name ? themedIcon(QString::fromLatin1(name), tone) : QIcon();
}

QIcon toneIcon(Tone tone)
{
    constexpr const char *signs[] = {"info", "success", "warning", "error"}; // in the order of the tones
    return themedIcon(signs[static_cast<std::size_t>(tone)], tone);
}

} // namespace owui
