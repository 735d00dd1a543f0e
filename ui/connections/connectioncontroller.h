// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/connections/plainhttpconsent.h"

#include "result.h"

#include <QObject>

class QWidget;

namespace owui {

class ConnectionMenu;
class ConnectionStore;
class ConnectionsDialog;
struct Connection;
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
    /// To what needs a person: the key of the server in use, or a new connection where there is none.
    void showConnections();
    void addServer();
    /// One is in use, or its key is being asked for.
    [[nodiscard]] bool hasServer() const;
    /// Offers to add one where there is none yet.
    void offerServer();
    /// Where .env files are looked for first.
    void setFolder(const QString &folder) { m_folder = folder; }

signals:
    void practiceRequested();

private:
    void takeSession(ServerSession *session);
    void tellState();
    [[nodiscard]] ConnectionsDialog *openDialog();
    /// With a field for the key in the message.
    void askForKey(const Problem &problem);
    [[nodiscard]] Problem keyProblem(const ServerSession &session) const;
    void takeKey(const QString &text);
    void storeKey(const Connection &connection, const QByteArray &key);
    void signIn();

    ConnectionStore &m_connections;
    SecretStore &m_secrets;
    SessionController &m_sessions;
    MessageArea &m_messages;
    QWidget *m_window;
    PlainHttpConsent m_consent;
    QString m_folder;
    bool m_practised = false; // the last session was the practice server
    bool m_hasSaved = false;  // a dialog that saved made its connection the active one
    ConnectionMenu *m_menu;
};

} // namespace owui
