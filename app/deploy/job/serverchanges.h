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

    /// Gives up the request that runs; the server may still finish it. From now on ask() sends nothing and is answered
    /// from the event loop with ServerErrorKind::Cancelled, requestSent false.
    void cancel();
    [[nodiscard]] bool isCancelled() const { return m_cancelled; }
    /// A request went out, so the server may have changed.
    [[nodiscard]] bool hasSent() const { return m_sent; }

    /// Sends one of OpenWebUi's requests that change a server: ask(&OpenWebUi::update, this, done, space, id, body).
    template<typename Request, typename Done, typename... What>
    void ask(Request request, QObject *context, const Done &done, const What &...what)
    {
        if (m_cancelled) {
            const auto answer = [done] { done({.value = {}, .error = {.kind = ServerErrorKind::Cancelled}}); };
            QMetaObject::invokeMethod(context, answer, Qt::QueuedConnection);
            return;
        }
        m_sent = true;
        m_running = (m_server.*request)(what..., context, done);
    }

signals:
    /// For what is only waited for. Comes once.
    void cancelled();

private:
    OpenWebUi &m_server;
    OpenWebUi::Request m_running;
    bool m_sent = false;
    bool m_cancelled = false;
};

} // namespace owui
