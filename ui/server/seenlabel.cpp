// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/server/seenlabel.h"

#include <QLocale>

#include <chrono>

using namespace std::chrono_literals;

namespace owui {

SeenLabel::SeenLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setForegroundRole(QPalette::PlaceholderText);
    m_timer.setInterval(15s);
    connect(&m_timer, &QTimer::timeout, this, &SeenLabel::refresh);
}

void SeenLabel::show(bool refreshing, const QDateTime &seenAt)
{
    m_refreshing = refreshing;
    m_seenAt = seenAt;
    if (seenAt.isValid()) {
        m_timer.start();
        setToolTip(tr("Seen at %1").arg(QLocale().toString(seenAt.toLocalTime(), QLocale::ShortFormat)));
    } else {
        m_timer.stop();
        setToolTip({});
    }
    refresh();
}

QString SeenLabel::textFor(const QDateTime &seenAt, const QDateTime &now)
{
    if (!seenAt.isValid()) {
        return tr("not looked yet", "at the server");
    }
    const std::chrono::seconds age(seenAt.secsTo(now));
    if (age < 1min) {
        return tr("seen just now");
    }
    if (age < 1h) {
        return tr("seen %L1 min ago").arg(std::chrono::duration_cast<std::chrono::minutes>(age).count());
    }
    if (age < 24h) {
        return tr("seen %L1 h ago").arg(std::chrono::duration_cast<std::chrono::hours>(age).count());
    }
    return tr("seen %1", "date").arg(QLocale().toString(seenAt.toLocalTime(), QLocale::ShortFormat));
}

void SeenLabel::refresh()
{
    setText(m_refreshing         ? tr("looking…", "at the server")
            : m_seenAt.isValid() ? textFor(m_seenAt, QDateTime::currentDateTimeUtc())
                                 : QString());
}

} // namespace owui
