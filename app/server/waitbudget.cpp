// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/waitbudget.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

/// RFC 9110, 5.6.7, in the form that is sent today.
QDateTime dateIn(const QByteArray &header)
{
    QDateTime date =
        QLocale::c().toDateTime(QString::fromLatin1(header).trimmed(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    date.setTimeSpec(Qt::UTC);
    return date;
}

} // namespace

bool WaitBudget::grants(std::chrono::milliseconds pause, Clock::time_point now)
{
    const Clock::time_point until = now + pause;
    const Clock::time_point from = std::max(now, m_grantedUntil);
    const auto more =
        until > from ? std::chrono::ceil<std::chrono::milliseconds>(until - from) : std::chrono::milliseconds::zero();
    if (more > m_left) {
        return false;
    }
    m_left -= more;
    m_grantedUntil = std::max(until, m_grantedUntil);
    return true;
}

std::optional<std::chrono::seconds> retryAfter(const QByteArray &header, const QByteArray &date)
{
    constexpr qint64 least = 1;
    bool isNumber = false;
    const qint64 seconds = header.trimmed().toLongLong(&isNumber);
    if (isNumber) {
        return seconds >= 0 ? std::optional(std::chrono::seconds(std::max(seconds, least))) : std::nullopt;
    }
    const QDateTime then = dateIn(header);
    if (!then.isValid()) {
        return {};
    }
    // The server's clock and ours need not agree.
    const QDateTime sent = dateIn(date);
    const qint64 left = (sent.isValid() ? sent : QDateTime::currentDateTimeUtc()).secsTo(then);
    return std::chrono::seconds(std::max(left, least));
}

} // namespace owui
