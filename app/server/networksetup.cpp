// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/networksetup.h"

#include "files/filereading.h"

#include <QDir>
#include <QFileInfo>
#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>
#include <QSslCertificate>
#include <QSslConfiguration>

#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

constexpr qint64 MostCertificateBytes = 16 * 1024 * 1024;

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

QList<QSslCertificate> authoritiesIn(const QString &path)
{
    QStringList files{path};
    if (QFileInfo(path).isDir()) {
        files.clear();
        for (const QFileInfo &file : QDir(path).entryInfoList(QDir::Files)) {
            files.append(file.filePath());
        }
    }
    QList<QSslCertificate> authorities;
    for (const QString &file : std::as_const(files)) {
        const Result<QByteArray, QString> bytes = readFile(file, {.most = MostCertificateBytes});
        authorities += QSslCertificate::fromData(bytes ? bytes.value() : QByteArray());
    }
    return authorities;
}

std::optional<QSslConfiguration> trustOf(const Connection &connection)
{
    if (connection.certificateAuthorityFile.isEmpty() && connection.systemAuthorities.isEmpty()) {
        return {};
    }
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    if (!connection.systemAuthorities.isEmpty()) {
        tls.setCaCertificates(authoritiesIn(connection.systemAuthorities));
    }
    if (!connection.certificateAuthorityFile.isEmpty()) {
        tls.addCaCertificates(authoritiesIn(connection.certificateAuthorityFile));
    }
    return tls;
}

void configureNetwork(QNetworkAccessManager &network, const Connection &connection)
{
    const QNetworkProxy custom(QNetworkProxy::HttpProxy, connection.proxyHost,
                               static_cast<quint16>(connection.proxyPort));
    // The manager takes the factory.
    network.setProxyFactory(std::make_unique<ConnectionProxyFactory>(connection.proxy, custom).release());
    network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

} // namespace owui
