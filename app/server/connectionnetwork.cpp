// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/connectionnetwork.h"

#include "server/networksetup.h"

#include <QNetworkAccessManager>

namespace owui {

ConnectionNetwork::ConnectionNetwork(const Connection &connection, QObject *parent)
    : QObject(parent)
    , m_manager(new QNetworkAccessManager(this))
{
    configureNetwork(*m_manager, connection);
}

} // namespace owui
