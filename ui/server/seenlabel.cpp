// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/server/seenlabel.h"

#include "deploy/run/serversession.h"
#include "shorttime.h"

#include <algorithm>
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

void SeenLabel::setSession(ServerSession *session)
{
    if (m_session) {
        m_session->disconnect(this);
    }
    m_session = session;
    if (session) {
        connect(session, &ServerSession::heard, this, &SeenLabel::refresh);
    }
    refresh();
}

void SeenLabel::show(bool refreshing, const QDateTime &lookedAt)
{
    m_refreshing = refreshing;
    m_lookedAt = lookedAt;
    if (lookedAt.isValid()) {
        m_timer.start();
        setToolTip(tr("Everything there was looked at at %1").arg(shortMoment(lookedAt)));
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
    return tr("seen %1", "date").arg(shortMoment(seenAt));
}

void SeenLabel::refresh()
{
    const QDateTime heardAt = m_session ? m_session->heardAt() : QDateTime();
    const QDateTime seenAt = heardAt.isValid() ? std::max(m_lookedAt, heardAt) : m_lookedAt;
    setText(m_refreshing           ? tr("looking…", "at the server")
            : m_lookedAt.isValid() ? textFor(seenAt, QDateTime::currentDateTimeUtc())
                                   : QString());
}

} // namespace owui
