// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/connections/connectioncontroller.h"

#include "ui/connections/connectionmenu.h"
#include "ui/connections/connectionsdialog.h"
#include "ui/connections/sessioncontroller.h"
#include "ui/connections/signindialog.h"
#include "ui/parts/messagearea.h"

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
    connect(m_menu, &ConnectionMenu::connectionChosen, &m_sessions, &SessionController::useActiveConnection);
    connect(&m_sessions, &SessionController::sessionChanged, this, &ConnectionController::takeSession);
}

void ConnectionController::showConnections()
{
    auto *dialog = new ConnectionsDialog(m_connections, m_secrets, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ConnectionController::takeSession(ServerSession *session)
{
    m_menu->setSession(session);
    m_messages.close(u"connection"_s);
    if (session) {
        connect(session, &ServerSession::stateChanged, this, &ConnectionController::tellState);
    }
}

void ConnectionController::tellState()
{
    const ServerSession *session = m_sessions.session();
    const ServerSession::State state = session ? session->state() : ServerSession::State::Unknown;
    if (state == ServerSession::State::Checking) {
        return;
    }
    if (state != ServerSession::State::Unreachable && state != ServerSession::State::Refused) {
        m_messages.close(u"connection"_s);
        return;
    }
    QList<MessageAction> actions;
    const bool byPassword = session->connection().signIn == SignInMethod::EmailAndPassword;
    if (state == ServerSession::State::Refused && byPassword) {
        actions.append({.text = tr("Sign in…"), .run = [this] { signIn(); }});
    }
    actions.append({.text = tr("Try again"), .run = [this] {
                        if (ServerSession *present = m_sessions.session()) {
                            present->checkState();
                        }
                    }});
    actions.append({.text = tr("Connections…"), .run = [this] { showConnections(); }, .closesMessage = false});
    m_messages.show(u"connection"_s, session->problem(), actions);
}

void ConnectionController::signIn()
{
    if (const ServerSession *session = m_sessions.session()) {
        auto *dialog = new SignInDialog(session->connection(), m_secrets, session->problem().text, m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    }
}

} // namespace owui
