// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/signin.h"

namespace owui {

SignIn::SignIn(const Connection &connection, const Credential &credential, QObject *parent)
    : QObject(parent)
    , m_network(connection)
    , m_server(m_network.manager(), connection, credential)
    , m_credential(credential)
{
}

void SignIn::start(const QString &email, const QString &password)
{
    delete m_request.data();
    m_request = m_server.signIn(email, password, this, [this](Answer<Credential> answer) {
        if (answer && m_credential.origin == answer.value->origin) {
            answer.value->extraHeaders = m_credential.extraHeaders;
        }
        emit finished(answer);
    });
}

void SignIn::cancel()
{
    if (m_request) {
        m_request->cancel();
    }
}

} // namespace owui
