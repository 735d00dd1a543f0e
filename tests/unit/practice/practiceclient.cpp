// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "practiceclient.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

constexpr int patience = 30'000; ///< milliseconds

} // namespace

PracticeClient::~PracticeClient()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(patience)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

bool PracticeClient::start(const QStringList &options)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral(OWUI_PRACTICE_PROGRAM), options);
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(patience)) {
            return false;
        }
    }
    m_report = QJsonDocument::fromJson(m_process.readLine()).object();
    return m_report.contains(u"url"_s);
}

QByteArray PracticeClient::key() const
{
    return m_report.value(u"key"_s).toString().toUtf8();
}

QNetworkReply *PracticeClient::begin(const QByteArray &method, const QString &path, const QByteArray &token,
                                     const std::optional<QByteArray> &body, const QByteArray &contentType)
{
    QNetworkRequest request(QUrl(m_report.value(u"url"_s).toString() + path));
    if (!token.isEmpty()) {
        request.setRawHeader("Authorization", "Bearer " + token);
    }
    if (body) {
        request.setRawHeader("Content-Type", contentType);
    }
    return m_network.sendCustomRequest(request, method, body.value_or(QByteArray()));
}

PracticeClient::Reply PracticeClient::send(const QByteArray &method, const QString &path, const QByteArray &token,
                                           const std::optional<QByteArray> &body, const QByteArray &contentType)
{
    QElapsedTimer clock;
    clock.start();
    const std::unique_ptr<QNetworkReply> reply(begin(method, path, token, body, contentType));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(patience, &loop, &QEventLoop::quit);
    loop.exec();
    return {.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
            .type = reply->header(QNetworkRequest::ContentTypeHeader).toString(),
            .body = reply->readAll(),
            .milliseconds = clock.elapsed()};
}

PracticeClient::Reply PracticeClient::post(const QString &path, const QJsonObject &body)
{
    return send("POST", path, key(), QJsonDocument(body).toJson(QJsonDocument::Compact));
}

QByteArray PracticeClient::signIn(const QString &email)
{
    const QJsonObject body{{u"email"_s, email}, {u"password"_s, u"practice"_s}};
    return send("POST", u"/api/v1/auths/signin"_s, {}, QJsonDocument(body).toJson())
        .object()
        .value(u"token"_s)
        .toString()
        .toUtf8();
}

QJsonObject PracticeClient::form(const QString &id, const QString &content)
{
    return {{u"id"_s, id}, {u"name"_s, id}, {u"content"_s, content}, {u"meta"_s, QJsonObject()}};
}

} // namespace owui
