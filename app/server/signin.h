// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/credential.h"
#include "server/openwebui.h"

namespace owui {

/// Signs in with e-mail and password and hands back the session token, bound to the connection's origin. The password
/// is not kept. An account with a second factor ends as SecondFactor.
class SignIn final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignIn)

public:
    SignIn(QNetworkAccessManager &network, const Connection &connection, QObject *parent = nullptr);

    void start(const QString &email, const QString &password);
    void cancel();

signals:
    void finished(const owui::Answer<owui::Credential> &answer);

private:
    QNetworkAccessManager &m_network;
    Connection m_connection;
    QPointer<ApiRequest> m_request;
};

} // namespace owui
