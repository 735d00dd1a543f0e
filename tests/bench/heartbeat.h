// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QTimer>

namespace owui {

/// Tells how long the main thread does not come back to its event loop, by a timer that is late then.
class Heartbeat final : public QObject
{
public:
    Heartbeat();

    void start();
    /// Milliseconds.
    [[nodiscard]] double latest() const;
    /// Beats that came more than 16 ms late, of a hundred: frames that a person misses.
    [[nodiscard]] double lateShare() const;

private:
    QTimer m_beats;
    QElapsedTimer m_sinceBeat;
    QList<double> m_late; ///< milliseconds
};

} // namespace owui
