// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/openwebui.h"

#include <QObject>

namespace owui {

/// The requests of one job that change a server, and the job's one cancellation: every way to such a request leads
/// through here, so that none goes out after cancel(). Lives in the main thread.
class ServerChanges final : public QObject
{
    Q_OBJECT

public:
    /// `server` must outlive it.
    explicit ServerChanges(OpenWebUi &server, QObject *parent = nullptr);

    /// Gives up the request that runs; the server may still finish it. From now on each call below sends nothing and is
    /// answered with ServerErrorKind::Cancelled, requestSent false.
    void cancel();
    [[nodiscard]] bool isCancelled() const { return m_cancelled; }
    /// A request went out, so the server may have changed.
    [[nodiscard]] bool hasSent() const { return m_sent; }

    // As those of OpenWebUi, which say more.
    void create(PluginSpace space, const QString &id, const QByteArray &body, QObject *context,
                const Handler<ServerPlugin> &done);
    void update(PluginSpace space, const QString &id, const QByteArray &body, QObject *context,
                const Handler<ServerPlugin> &done);
    void updateToVersion(PluginSpace space, const QString &id, const QString &versionId, QObject *context,
                         const Handler<ServerPlugin> &done);
    void toggle(const QString &id, QObject *context, const Handler<ServerPlugin> &done);
    void toggleGlobal(const QString &id, QObject *context, const Handler<ServerPlugin> &done);
    void remove(PluginSpace space, const QString &id, QObject *context, const Handler<bool> &done);

signals:
    /// For what is only waited for. Comes once.
    void cancelled();

private:
    /// False where it was cancelled: `done` is then called from the event loop.
    template<typename T>
    [[nodiscard]] bool mayAsk(QObject *context, const Handler<T> &done);

    OpenWebUi &m_server;
    OpenWebUi::Request m_running;
    bool m_sent = false;
    bool m_cancelled = false;
};

} // namespace owui
