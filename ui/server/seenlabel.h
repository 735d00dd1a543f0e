// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDateTime>
#include <QLabel>
#include <QTimer>

namespace owui {

/// How old the picture of the server is: "seen 2 min ago". Keeps itself up to date.
class SeenLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit SeenLabel(QWidget *parent = nullptr);

    void show(bool refreshing, const QDateTime &seenAt);
    /// "seen just now", "seen 2 min ago".
    [[nodiscard]] static QString textFor(const QDateTime &seenAt, const QDateTime &now);

private:
    void refresh();

    bool m_refreshing = false;
    QDateTime m_seenAt;
    QTimer m_timer;
};

} // namespace owui
