// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QNetworkProxy>
#include <QObject>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

#include <optional>

class QNetworkAccessManager;

namespace owui {

/// The HTTP proxy that a request to `url` goes through.
[[nodiscard]] std::optional<QNetworkProxy> proxyFor(const QNetworkAccessManager &network, const QUrl &url);

/// "NTLM", from what follows Proxy-Authenticate.
[[nodiscard]] QString schemeIn(const QByteArray &challenge);

/// That it wants one of these.
[[nodiscard]] QString wantedSignIn(const QNetworkProxy &proxy, const QStringList &schemes);

/// Asks a proxy to pass a connection on, and hangs up: Qt never tells which sign-in a proxy wants for a secure
/// connection, and goes round in circles with NTLM. Nothing secret is sent.
class ProxyQuestion final : public QObject
{
    Q_OBJECT

public:
    ProxyQuestion(const QNetworkProxy &proxy, const QUrl &target, QObject *parent);

    void start();

signals:
    /// Once, from the event loop: why the proxy passes nothing on, in a sentence; empty: it does.
    void answered(const QString &reason);

private:
    void read();
    void end(const QString &reason);

    QNetworkProxy m_proxy;
    QByteArray m_target;
    QTcpSocket m_socket;
    QTimer m_timer;
    QByteArray m_head;
    bool m_ended = false;
};

} // namespace owui
