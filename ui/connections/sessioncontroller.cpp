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
{
    connect(&m_connections, &ConnectionStore::activeChanged, this, &SessionController::useActiveConnection);
    connect(&m_connections, &ConnectionStore::changed, this, &SessionController::takeChange);
}

SessionController::~SessionController() = default;

void SessionController::useActiveConnection()
{
    if (const auto active = m_connections.active()) {
        readCredential(*active);
    } else {
        leaveSession();
        emit sessionChanged(nullptr);
    }
}

void SessionController::takeChange()
{
    // Practising goes on whatever is edited beside it.
    if (!m_session || !m_session->connection().practice) {
        useActiveConnection();
    }
}

void SessionController::readCredential(const Connection &connection)
{
    m_secrets.read(connection, this, [this, connection](const Result<std::optional<Credential>> &answer) {
        // Another connection may have been chosen while the key store was asked.
        if (m_connections.active() != connection) {
            return;
        }
        if (!answer) {
            emit problemFound(answer.error());
        }
        const Credential credential = answer ? answer.value().value_or(Credential{}) : Credential{};
        if (m_session && m_session->connection() == connection) {
            setCredential(connection, credential);
        } else {
            setSession(connection, credential);
        }
    });
}

void SessionController::setCredential(const Connection &connection, const Credential &credential)
{
    if (m_session && m_session->connection().id == connection.id) {
        m_session->setCredential(credential);
        m_session->checkState();
    }
}

void SessionController::checkAgain()
{
    if (m_session) {
        m_session->checkState();
    }
}

void SessionController::usePracticeServer()
{
    if (!m_practice) {
        m_practice = new PracticeProcess(this);
        connect(m_practice, &PracticeProcess::ready, this,
                [this] { setSession(m_practice->connection(), m_practice->credential()); });
        connect(m_practice, &PracticeProcess::failed, this, &SessionController::problemFound);
    }
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
    if (!m_session) {
        return;
    }
    ServerSession *left = m_session;
    m_session = nullptr;
    if (left->isBusy()) {
        m_left.append(left);
        connect(left, &ServerSession::becameIdle, left, &QObject::deleteLater);
    } else {
        left->deleteLater();
    }
}

bool SessionController::isBusy() const
{
    const auto works = [](const QPointer<ServerSession> &left) { return left && left->isBusy(); };
    return works(m_session) || std::ranges::any_of(m_left, works);
}

void SessionController::cancelAll()
{
    if (m_session) {
        m_session->run().cancelAll();
    }
    for (const QPointer<ServerSession> &left : m_left) {
        if (left) {
            left->run().cancelAll();
        }
    }
}

} // namespace owui
