// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "live/rawclient.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QSignalSpy>

#include <memory>

using namespace Qt::StringLiterals;

namespace owui::test {

namespace {

constexpr int patience = 120'000; // milliseconds
const QByteArray jsonType = "application/json"_ba;

} // namespace

RawClient::RawClient(const QUrl &url, const QByteArray &secret)
    : m_url(url.toString())
    , m_secret(secret)
{
}

RawAnswer RawClient::get(const QString &path)
{
    return send("GET"_ba, path, {}, {});
}

RawAnswer RawClient::post(const QString &path, const QJsonObject &body)
{
    return send("POST"_ba, path, QJsonDocument(body).toJson(QJsonDocument::Compact), jsonType);
}

RawAnswer RawClient::remove(const QString &path)
{
    return send("DELETE"_ba, path, {}, {});
}

RawAnswer RawClient::send(const QByteArray &method, const QString &path, const QByteArray &body, const QByteArray &type)
{
    QNetworkRequest request(QUrl(m_url + path));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    if (!m_secret.isEmpty()) {
        request.setRawHeader("Authorization"_ba, "Bearer "_ba + m_secret);
    }
    if (!type.isEmpty()) {
        request.setRawHeader("Content-Type"_ba, type);
    }
    const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, method, body));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (finished.isEmpty() && !finished.wait(patience)) {
        return {};
    }
    RawAnswer answer{.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                     .type = reply->rawHeader("Content-Type"_ba),
                     .body = reply->readAll(),
                     .json = QJsonValue(QJsonValue::Undefined)};
    const QJsonDocument document = QJsonDocument::fromJson(answer.body);
    if (document.isObject()) {
        answer.json = document.object();
    } else if (document.isArray()) {
        answer.json = document.array();
    }
    return answer;
}

} // namespace owui::test
