// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/job/deployenvironment.h"
#include "server/openwebui.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <optional>

namespace owui {

/// Finds out whether a change that nobody saw end was done: looks the plugin up with growing pauses until it has the
/// text that was sent, or the time is over. Meanwhile "not there" and the old text are no verdict, since pip may still
/// run (contract 6, hazard 8).
class OutcomeSearch final : public QObject
{
    Q_OBJECT

public:
    /// `before` is what the server had, if that is known. `server` must outlive it.
    OutcomeSearch(OpenWebUi &server, PluginSpace space, const QString &id, const QString &storedText,
                  const std::optional<ServerPlugin> &before, const FindOutLimits &limits, QObject *parent);

    void start();
    /// Ends after the look that runs now.
    void stop();

signals:
    /// A look that did not reach the server; the search goes on.
    void unreachable(const owui::ServerError &error);
    /// Exactly once. `last` is what the last look said; `proven` that the server has what was sent.
    void finished(bool proven, const owui::LookUp &last);

private:
    void look();
    [[nodiscard]] bool isProof(const ServerPlugin &now) const;

    OpenWebUi &m_server;
    PluginSpace m_space;
    QString m_id;
    QString m_storedText;
    std::optional<ServerPlugin> m_before;
    FindOutLimits m_limits;
    std::chrono::milliseconds m_pause;
    QElapsedTimer m_clock;
    QTimer m_timer;
    bool m_stopping = false;
};

} // namespace owui
