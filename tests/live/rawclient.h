// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QNetworkAccessManager>
#include <QString>
#include <QUrl>

namespace owui::test {

/// What a server said, as it came.
struct RawAnswer
{
    int status = 0; ///< 0: none
    QByteArray type;
    QByteArray body;
    QJsonValue json; ///< undefined where the body is neither object nor array

    [[nodiscard]] bool ok() const { return status == 200; }
    /// A field of the object; undefined where there is none.
    [[nodiscard]] QJsonValue operator[](const QString &name) const { return json.toObject().value(name); }
};

/// A plain HTTP client that shares nothing with the code under test: scenarios read the server with it and do what
/// another person would do. Each call waits for the answer.
class RawClient final
{
    Q_DISABLE_COPY_MOVE(RawClient)

public:
    /// `secret` is an API key or a session token; empty sends none.
    RawClient(const QUrl &url, const QByteArray &secret);

    RawAnswer get(const QString &path);
    RawAnswer post(const QString &path, const QJsonObject &body = {});
    RawAnswer remove(const QString &path);
    RawAnswer send(const QByteArray &method, const QString &path, const QByteArray &body, const QByteArray &type);

private:
    QString m_url;
    QByteArray m_secret;
    QNetworkAccessManager m_network;
};

} // namespace owui::test
