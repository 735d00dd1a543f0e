// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/connectionnetwork.h"
#include "server/credential.h"
#include "server/openwebui.h"

#include <QObject>

namespace owui {

/// Signs in with e-mail and password and hands back the session token, bound to the connection's origin. The password
/// is not kept. An account with a second factor ends as SecondFactor.
class SignIn final : public QObject
{
    Q_OBJECT

public:
    /// Of `credential` only the extra headers are sent, and only to its origin; they are in the new credential too.
    explicit SignIn(const Connection &connection, const Credential &credential = {}, QObject *parent = nullptr);

    /// One at a time: what still runs is forgotten. Ends with `finished`, from the event loop.
    void start(const QString &email, const QString &password);
    void cancel();

signals:
    void finished(const owui::Answer<owui::Credential> &answer);

private:
    ConnectionNetwork m_network; // before m_server, which uses it
    OpenWebUi m_server;
    Credential m_credential;
    OpenWebUi::Request m_request;
};

} // namespace owui
