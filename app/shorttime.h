// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDateTime>
#include <QLocale>
#include <QString>
#include <QTime>

namespace owui {

/// "12:03" as people there write it, without seconds, which the C locale would add.
[[nodiscard]] inline QString shortTime(QTime time)
{
    return QLocale().toString(time, QLocale().timeFormat(QLocale::ShortFormat).remove(QStringLiteral(":ss")));
}

/// Date and time of where the computer is, likewise.
[[nodiscard]] inline QString shortMoment(const QDateTime &when)
{
    const QString format = QLocale().dateTimeFormat(QLocale::ShortFormat).remove(QStringLiteral(":ss"));
    return QLocale().toString(when.toLocalTime(), format);
}

} // namespace owui
