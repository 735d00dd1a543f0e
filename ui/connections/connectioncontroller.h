// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/run/serversession.h"

#include <QObject>
#include <QPointer>

class QToolBar;
class QWidget;

namespace owui {

class ConnectionMenu;
class ConnectionStore;
class MessageArea;
class SecretStore;
class SessionController;

/// The server's part of the window: which one is in use, what is wrong with it, and the dialogs to mend it.
class ConnectionController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionController)

public:
    /// `window` is the parent of dialogs. All must outlive the controller.
    ConnectionController(ConnectionStore &connections, SecretStore &secrets, SessionController &sessions,
                         MessageArea &messages, QWidget *window);

    /// The button that shows the server and changes it; belongs to `bar`.
    void addTo(QToolBar &bar);
    void showConnections();

signals:
    void practiceRequested();

private:
    void takeSession(ServerSession *session);
    void tellState();
    void signIn();

    ConnectionStore &m_connections;
    SecretStore &m_secrets;
    SessionController &m_sessions;
    MessageArea &m_messages;
    QWidget *m_window;
    QPointer<ServerSession> m_session;
    ConnectionMenu *m_menu;
};

} // namespace owui
