// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QNetworkAccessManager>
#include <QString>
#include <QUrl>

#include <chrono>
#include <memory>

class QNetworkReply;

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

struct RawRequest
{
    QByteArray method;
    QString path;
    QByteArray body;
    QByteArray type;

    [[nodiscard]] static RawRequest post(const QString &path, const QJsonObject &body);
    [[nodiscard]] static RawRequest remove(const QString &path);
};

/// A plain HTTP client that shares nothing with the code under test: scenarios read the server with it and do what
/// another person would do. Each call waits for the answer.
class RawClient final
{
    Q_DISABLE_COPY_MOVE(RawClient)

public:
    /// `secret` is an API key or a session token; empty sends none.
    RawClient(const QUrl &url, const QByteArray &secret, std::chrono::milliseconds patience = std::chrono::minutes(2));

    RawAnswer get(const QString &path);
    RawAnswer post(const QString &path, const QJsonObject &body = {});
    RawAnswer remove(const QString &path);
    RawAnswer send(const RawRequest &request);
    /// Several at a time. The answers are in the order of the requests.
    QList<RawAnswer> sendAll(const QList<RawRequest> &requests);

private:
    [[nodiscard]] std::unique_ptr<QNetworkReply> begin(const RawRequest &request);
    /// Waits for it.
    [[nodiscard]] RawAnswer answerOf(QNetworkReply &reply) const;

    QString m_url;
    QByteArray m_secret;
    std::chrono::milliseconds m_patience;
    QNetworkAccessManager m_network;
};

} // namespace owui::test
