// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

class QWidget;

namespace owui {

class ConnectionMenu;
class ConnectionStore;
class MessageArea;
class SecretStore;
class ServerSession;
class SessionController;

/// The server's part of the window: which one is in use, what is wrong with it, and the dialogs to mend it.
class ConnectionController final : public QObject
{
    Q_OBJECT

public:
    /// `window` is the parent of dialogs. All must outlive the controller.
    ConnectionController(ConnectionStore &connections, SecretStore &secrets, SessionController &sessions,
                         MessageArea &messages, QWidget *window);

    /// The button that shows the server and changes it; belongs to the window, until a bar takes it.
    [[nodiscard]] ConnectionMenu *menu() const { return m_menu; }
    void showConnections();

private:
    void takeSession(ServerSession *session);
    void tellState();
    void signIn();

    ConnectionStore &m_connections;
    SecretStore &m_secrets;
    SessionController &m_sessions;
    MessageArea &m_messages;
    QWidget *m_window;
    ConnectionMenu *m_menu;
};

} // namespace owui
