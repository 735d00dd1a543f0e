// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/connections/connectioncontroller.h"

#include "ui/connections/connectionmenu.h"
#include "ui/connections/connectionsdialog.h"
#include "ui/connections/sessioncontroller.h"
#include "ui/connections/signindialog.h"
#include "ui/parts/messagearea.h"

#include <QToolBar>

using namespace Qt::StringLiterals;

namespace owui {

ConnectionController::ConnectionController(ConnectionStore &connections, SecretStore &secrets,
                                           SessionController &sessions, MessageArea &messages, QWidget *window)
    : QObject(window)
    , m_connections(connections)
    , m_secrets(secrets)
    , m_sessions(sessions)
    , m_messages(messages)
    , m_window(window)
    , m_menu(new ConnectionMenu(connections, window))
{
    connect(m_menu, &ConnectionMenu::editRequested, this, &ConnectionController::showConnections);
    connect(m_menu, &ConnectionMenu::practiceRequested, this, &ConnectionController::practiceRequested);
    connect(m_menu, &ConnectionMenu::connectionChosen, &m_sessions, &SessionController::useActiveConnection);
    connect(&m_sessions, &SessionController::sessionChanged, this, &ConnectionController::takeSession);
}

void ConnectionController::addTo(QToolBar &bar)
{
    bar.addWidget(m_menu);
}

void ConnectionController::showConnections()
{
    auto *dialog = new ConnectionsDialog(m_connections, m_secrets, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // A new key leaves the connection as it is, so the store does not tell of it.
    connect(dialog, &ConnectionsDialog::secretSaved, this, [this](const QString &connectionId) {
        if (m_session && m_session->connection().id == connectionId) {
            m_sessions.useActiveConnection();
        }
    });
    dialog->open();
}

void ConnectionController::takeSession(ServerSession *session)
{
    if (m_session) {
        m_session->disconnect(this);
    }
    m_session = session;
    m_menu->setSession(session);
    m_messages.close(u"connection"_s);
    if (session) {
        connect(session, &ServerSession::stateChanged, this, &ConnectionController::tellState);
    }
}

void ConnectionController::tellState()
{
    const ServerSession::State state = m_session->state();
    if (state == ServerSession::State::Checking) {
        return;
    }
    if (state != ServerSession::State::Unreachable && state != ServerSession::State::Refused) {
        m_messages.close(u"connection"_s);
        return;
    }
    QList<MessageAction> actions;
    const bool refused = state == ServerSession::State::Refused;
    if (refused && m_session->connection().signIn == SignInMethod::EmailAndPassword) {
        actions.append({.text = tr("Sign in…"), .run = [this] { signIn(); }});
    }
    actions.append({.text = tr("Try again"), .run = [this] { m_sessions.checkAgain(); }});
    actions.append({.text = tr("Connections…"), .run = [this] { showConnections(); }, .closesMessage = false});
    m_messages.show(u"connection"_s, m_session->problem(), actions);
}

void ConnectionController::signIn()
{
    if (!m_session) {
        return;
    }
    auto *dialog = new SignInDialog(m_session->connection(), m_secrets, m_session->problem().text, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SignInDialog::credentialReady, &m_sessions, &SessionController::setCredential);
    dialog->open();
}

} // namespace owui
