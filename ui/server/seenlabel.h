// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDateTime>
#include <QLabel>
#include <QPointer>
#include <QTimer>

namespace owui {

class ServerSession;

/// How old what is known of the server is: "seen 2 min ago". Keeps itself up to date.
class SeenLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit SeenLabel(QWidget *parent = nullptr);

    /// Whoever hears from the server has seen it. Null where none is chosen.
    void setSession(ServerSession *session);
    /// `lookedAt`: when all that it has was looked at; invalid: never.
    void show(bool refreshing, const QDateTime &lookedAt);
    /// "seen just now", "seen 2 min ago".
    [[nodiscard]] static QString textFor(const QDateTime &seenAt, const QDateTime &now);

private:
    void refresh();

    bool m_refreshing = false;
    QDateTime m_lookedAt;
    QPointer<ServerSession> m_session;
    QTimer m_timer;
};

} // namespace owui
