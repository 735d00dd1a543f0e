// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QProcess>
#include <QString>

#include <optional>

namespace owui {

/// A practice server for one test, and requests to it.
class PracticeClient final
{
    Q_DISABLE_COPY_MOVE(PracticeClient)

public:
    struct Reply
    {
        int status = 0; ///< 0: no answer
        QString type;
        QByteArray body;
        qint64 milliseconds = 0;

        [[nodiscard]] QJsonObject object() const { return QJsonDocument::fromJson(body).object(); }
        [[nodiscard]] QString detail() const { return object().value(QStringLiteral("detail")).toString(); }
    };

    PracticeClient() = default;
    ~PracticeClient();

    /// False if it did not report within its time.
    [[nodiscard]] bool start(const QStringList &options = {});
    [[nodiscard]] QProcess &process() { return m_process; }
    [[nodiscard]] const QJsonObject &report() const { return m_report; }
    [[nodiscard]] QByteArray key() const;

    /// `token` empty: no Authorization. `body` none: no body; else sent as JSON.
    Reply send(const QByteArray &method, const QString &path, const QByteArray &token,
               const std::optional<QByteArray> &body = {}, const QByteArray &contentType = "application/json");
    Reply get(const QString &path) { return send("GET", path, key()); }
    Reply post(const QString &path, const QJsonObject &body);
    /// The same, without waiting.
    QNetworkReply *begin(const QByteArray &method, const QString &path, const QByteArray &token,
                         const std::optional<QByteArray> &body, const QByteArray &contentType);
    [[nodiscard]] QByteArray signIn(const QString &email);

    [[nodiscard]] static QJsonObject form(const QString &id, const QString &content);

private:
    QProcess m_process;
    QJsonObject m_report;
    QNetworkAccessManager m_network;
};

} // namespace owui
