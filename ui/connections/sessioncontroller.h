// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "result.h"

#include "deploy/run/serversession.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace owui {

class ConnectionStore;
class Journal;
class LocalCheck;
class PracticeProcess;
class SecretStore;

/// The active connection with its key, as a session. A session that is left while it deploys lives until it is done.
class SessionController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SessionController)

public:
    /// All must outlive the controller.
    SessionController(ConnectionStore &connections, SecretStore &secrets, LocalCheck &localCheck, Journal &journal,
                      QObject *parent = nullptr);
    ~SessionController() override;

    /// Takes up the active connection. Ends with `sessionChanged`.
    void useActiveConnection();
    /// Starts the practice server where it does not run yet, and makes it the session.
    void usePracticeServer();

    /// Takes a new credential, for the session if it is that of `connection`.
    void setCredential(const Connection &connection, const Credential &credential);
    /// Asks the server once more whether it can be used.
    void checkAgain();

    [[nodiscard]] ServerSession *session() const { return m_session; }
    /// True while any session, also one that was left, deploys or takes back.
    [[nodiscard]] bool isBusy() const;
    void cancelAll();

signals:
    void sessionChanged(owui::ServerSession *session);
    void problemFound(const owui::Problem &problem);
    void logged(const owui::LogEntry &entry);

private:
    void takeChange();
    void readCredential(const Connection &connection);
    void setSession(const Connection &connection, const Credential &credential);
    void leaveSession();

    ConnectionStore &m_connections;
    SecretStore &m_secrets;
    LocalCheck &m_localCheck;
    Journal &m_journal;
    PracticeProcess *m_practice = nullptr;
    QPointer<ServerSession> m_session;
    QList<QPointer<ServerSession>> m_left; // still deploying
};

} // namespace owui
