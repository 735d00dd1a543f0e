// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/networksetup.h"

#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>

#include <memory>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

class ConnectionProxyFactory final : public QNetworkProxyFactory
{
public:
    ConnectionProxyFactory(ProxyMode mode, const QNetworkProxy &custom)
        : m_mode(mode)
        , m_custom(custom)
    {
    }

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        QUrl peer;
        peer.setHost(query.peerHostName());
        if (m_mode == ProxyMode::None || isThisMachine(peer)) {
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        }
        return m_mode == ProxyMode::Custom ? QList{m_custom} : systemProxyForQuery(query);
    }

private:
    ProxyMode m_mode;
    QNetworkProxy m_custom;
};

} // namespace

void configureNetwork(QNetworkAccessManager &network, const Connection &connection)
{
    const QNetworkProxy custom(QNetworkProxy::HttpProxy, connection.proxyHost,
                               static_cast<quint16>(connection.proxyPort));
    // The manager takes the factory.
    network.setProxyFactory(std::make_unique<ConnectionProxyFactory>(connection.proxy, custom).release());
    network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

} // namespace owui
