// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/connections/sessioncontroller.h"

#include "server/connectionstore.h"
#include "server/practiceprocess.h"
#include "server/secretstore.h"

#include <algorithm>

namespace owui {

SessionController::SessionController(ConnectionStore &connections, SecretStore &secrets, LocalCheck &localCheck,
                                     Journal &journal, QObject *parent)
    : QObject(parent)
    , m_connections(connections)
    , m_secrets(secrets)
    , m_localCheck(localCheck)
    , m_journal(journal)
    , m_practice(new PracticeProcess(this))
{
    connect(&m_connections, &ConnectionStore::activeChanged, this, &SessionController::useActiveConnection);
    connect(&m_connections, &ConnectionStore::changed, this, [this] {
        // Practising goes on whatever is edited beside it.
        if (!m_session || !m_session->connection().practice) {
            useActiveConnection();
        }
    });
    connect(&m_secrets, &SecretStore::changed, this, [this](const QString &connectionId) {
        if (m_session && m_session->connection().id == connectionId) {
            useActiveConnection();
        }
    });
    connect(m_practice, &PracticeProcess::ready, this, &SessionController::usePracticeServer);
    connect(m_practice, &PracticeProcess::failed, this, &SessionController::problemFound);
}

void SessionController::useActiveConnection()
{
    const std::optional<Connection> active = m_connections.active();
    if (!active) {
        leaveSession();
        emit sessionChanged(nullptr);
        return;
    }
    m_secrets.read(*active, this, [this, connection = *active](const Result<std::optional<Credential>> &answer) {
        // Another connection may have been chosen while the key store was asked.
        if (m_connections.active() != connection) {
            return;
        }
        if (!answer) {
            emit problemFound(answer.error());
        }
        const Credential credential = answer ? answer.value().value_or(Credential{}) : Credential{};
        if (m_session && m_session->connection() == connection) {
            m_session->setCredential(credential);
            m_session->checkState();
        } else {
            setSession(connection, credential);
        }
    });
}

void SessionController::usePracticeServer()
{
    if (m_practice->isRunning()) {
        setSession(m_practice->connection(), m_practice->credential());
    } else {
        m_practice->start();
    }
}

void SessionController::setSession(const Connection &connection, const Credential &credential)
{
    leaveSession();
    m_session = new ServerSession(connection, credential, m_localCheck, &m_journal, this);
    connect(m_session, &ServerSession::logged, this, &SessionController::logged);
    emit sessionChanged(m_session);
    m_session->checkState();
}

void SessionController::leaveSession()
{
    ServerSession *left = m_session;
    m_session = nullptr;
    if (left && left->isBusy()) {
        connect(left, &ServerSession::becameIdle, left, &QObject::deleteLater);
    } else if (left) {
        left->deleteLater();
    }
}

bool SessionController::isBusy() const
{
    return std::ranges::any_of(findChildren<ServerSession *>(), &ServerSession::isBusy);
}

void SessionController::cancelAll()
{
    for (ServerSession *session : findChildren<ServerSession *>()) {
        session->run().cancelAll();
    }
}

} // namespace owui
