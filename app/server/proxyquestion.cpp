// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/proxyquestion.h"

#include "server/connection.h"

#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>
#include <QNetworkProxyQuery>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace owui {

namespace {

constexpr qsizetype LongestHead = 64 * 1024;
constexpr std::chrono::milliseconds Longest = 3s;

QString hostOf(const QNetworkProxy &proxy)
{
    return u"%1:%2"_s.arg(proxy.hostName(), QString::number(proxy.port()));
}

QString silentText(const QNetworkProxy &proxy)
{
    return ProxyQuestion::tr("The proxy %1 does not answer.").arg(hostOf(proxy));
}

} // namespace

std::optional<QNetworkProxy> proxyFor(const QNetworkAccessManager &network, const QUrl &url)
{
    if (!network.proxyFactory()) {
        return {};
    }
    const QList<QNetworkProxy> proxies = network.proxyFactory()->queryProxy(QNetworkProxyQuery(url));
    const bool isHttp = !proxies.isEmpty() && (proxies.first().type() == QNetworkProxy::HttpProxy ||
                                               proxies.first().type() == QNetworkProxy::HttpCachingProxy);
    return isHttp ? std::optional(proxies.first()) : std::nullopt;
}

QString schemeIn(const QByteArray &challenge)
{
    return QString::fromLatin1(challenge.trimmed().split(' ').first());
}

QString wantedSignIn(const QNetworkProxy &proxy, const QStringList &schemes)
{
    return ProxyQuestion::tr("The proxy %1 wants a sign-in by %2.").arg(hostOf(proxy), schemes.join(u", "_s));
}

ProxyQuestion::ProxyQuestion(const QNetworkProxy &proxy, const QUrl &target, QObject *parent)
    : QObject(parent)
    , m_proxy(proxy)
    , m_target(originOf(target).section(u"//"_s, 1, 1).toLatin1())
{
    m_timer.setSingleShot(true);
    m_socket.setProxy(QNetworkProxy::NoProxy);
    connect(&m_timer, &QTimer::timeout, this, [this] { end(silentText(m_proxy)); });
    connect(&m_socket, &QTcpSocket::errorOccurred, this, [this] {
        if (m_head.isEmpty()) {
            end(silentText(m_proxy) + u' ' + m_socket.errorString());
        }
    });
    connect(&m_socket, &QTcpSocket::disconnected, this, &ProxyQuestion::read);
    connect(&m_socket, &QTcpSocket::readyRead, this, &ProxyQuestion::read);
    connect(&m_socket, &QTcpSocket::connected, this,
            [this] { m_socket.write("CONNECT " + m_target + " HTTP/1.1\r\nHost: " + m_target + "\r\n\r\n"); });
}

void ProxyQuestion::start()
{
    m_timer.start(Longest);
    m_socket.connectToHost(m_proxy.hostName(), m_proxy.port());
}

void ProxyQuestion::read()
{
    m_head += m_socket.read(LongestHead - m_head.size());
    const bool isWhole = m_head.contains("\r\n\r\n") || m_head.size() == LongestHead;
    if (!isWhole && m_socket.state() == QAbstractSocket::ConnectedState) {
        return;
    }
    const QList<QByteArray> lines = m_head.split('\n');
    const int status = lines.first().split(' ').value(1).toInt();
    QStringList schemes;
    for (const QByteArray &line : lines) {
        if (line.toLower().startsWith("proxy-authenticate:")) {
            schemes.append(schemeIn(line.mid(line.indexOf(':') + 1)));
        }
    }
    if (status == 407) {
        end(wantedSignIn(m_proxy, schemes));
    } else if (status >= 200 && status < 300) {
        end({});
    } else {
        end(tr("The proxy %1 answers with HTTP %2.").arg(hostOf(m_proxy), QString::number(status)));
    }
}

void ProxyQuestion::end(const QString &reason)
{
    if (m_ended) {
        return;
    }
    m_ended = true;
    // Queued: a socket may say why from inside connectToHost().
    QMetaObject::invokeMethod(
        this,
        [this, reason] {
            m_socket.abort();
            emit answered(reason);
        },
        Qt::QueuedConnection);
}

} // namespace owui
