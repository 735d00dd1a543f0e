// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/server/seenlabel.h"

#include "ui/list/comparetexts.h"

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

void SeenLabel::refresh()
{
    setText(m_refreshing         ? tr("looking…", "at the server")
            : m_seenAt.isValid() ? seenText(m_seenAt, QDateTime::currentDateTimeUtc())
                                 : QString());
}

} // namespace owui
