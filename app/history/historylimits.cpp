// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "history/historylimits.h"

#include <QSettings>
#include <QString>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

constexpr qint64 megabyte = qint64(1024) * 1024;

QString sizeKey()
{
    return u"history/megabytes"_s;
}

QString ageKey()
{
    return u"history/days"_s;
}

} // namespace

HistoryLimits HistoryLimits::from(const QSettings &settings)
{
    HistoryLimits limits;
    const qint64 megabytes = settings.value(sizeKey()).toLongLong();
    const qint64 days = settings.value(ageKey()).toLongLong();
    if (megabytes > 0) {
        limits.bytes = std::min(megabytes, mostMegabytes) * megabyte;
    }
    if (days > 0) {
        limits.age = std::chrono::days(std::min(days, mostDays));
    }
    return limits;
}

void HistoryLimits::saveTo(QSettings &settings) const
{
    settings.setValue(sizeKey(), bytes / megabyte);
    settings.setValue(ageKey(), static_cast<qint64>(age.count()));
}

} // namespace owui
