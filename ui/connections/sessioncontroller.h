// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "result.h"

#include "deploy/run/serversession.h"

#include <QObject>
#include <QPointer>

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

public:
    /// All must outlive the controller.
    SessionController(ConnectionStore &connections, SecretStore &secrets, LocalCheck &localCheck, Journal &journal,
                      QObject *parent = nullptr);

    /// Takes up the active connection. Ends with `sessionChanged`.
    void useActiveConnection();
    /// Starts the practice server where it does not run yet, and makes it the session.
    void usePracticeServer();

    [[nodiscard]] ServerSession *session() const { return m_session; }
    /// True while any session, also one that was left, deploys or takes back.
    [[nodiscard]] bool isBusy() const;
    void cancelAll();

signals:
    void sessionChanged(owui::ServerSession *session);
    void problemFound(const owui::Problem &problem);
    void logged(const owui::LogEntry &entry);

private:
    void setSession(const Connection &connection, const Credential &credential);
    void leaveSession();

    ConnectionStore &m_connections;
    SecretStore &m_secrets;
    LocalCheck &m_localCheck;
    Journal &m_journal;
    PracticeProcess *m_practice;
    QPointer<ServerSession> m_session; // a child, as are those that were left while they deploy
};

} // namespace owui
