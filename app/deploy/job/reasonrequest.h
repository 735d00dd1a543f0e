// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/job/payload.h"
#include "server/openwebui.h"

#include <QObject>

namespace owui {

/// Asks 0.12 why it refused to create a plugin: it masks the reason of a create but tells that of an update, and loads
/// the code before it looks for the id, so one update to the missing id tells and stores nothing. A tool's text is
/// asked through the functions' route with an id that nobody has (contract 7). The code, and pip, run once more.
class ReasonRequest final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReasonRequest)

public:
    /// `server` must outlive it. Deletes itself after `finished`.
    ReasonRequest(OpenWebUi &server, PluginSpace space, const Payload &payload, const QString &content,
                  QObject *parent);

    void start();
    /// Ends it without a reason; the server may still be at it, and stores nothing.
    void cancel();

signals:
    /// `reason` is None where the server did not tell one.
    void finished(const owui::ServerError &reason);
    /// Someone created the plugin meanwhile, so the update took effect.
    void applied(const owui::ServerPlugin &plugin);

private:
    OpenWebUi &m_server;
    PluginSpace m_space;
    Payload m_payload;
    QString m_content;
    OpenWebUi::Request m_running;
};

} // namespace owui
