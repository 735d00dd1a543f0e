// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "live/rawclient.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QSignalSpy>

#include <vector>

using namespace Qt::StringLiterals;

namespace owui::test {

namespace {

const QByteArray jsonType = "application/json"_ba;

} // namespace

RawRequest RawRequest::post(const QString &path, const QJsonObject &body)
{
    return {.method = "POST"_ba,
            .path = path,
            .body = QJsonDocument(body).toJson(QJsonDocument::Compact),
            .type = jsonType};
}

RawRequest RawRequest::remove(const QString &path)
{
    return {.method = "DELETE"_ba, .path = path, .body = {}, .type = {}};
}

RawClient::RawClient(const QUrl &url, const QByteArray &secret, std::chrono::milliseconds patience)
    : m_url(url.toString())
    , m_secret(secret)
    , m_patience(patience)
{
}

RawAnswer RawClient::get(const QString &path)
{
    return send({.method = "GET"_ba, .path = path, .body = {}, .type = {}});
}

RawAnswer RawClient::post(const QString &path, const QJsonObject &body)
{
    return send(RawRequest::post(path, body));
}

RawAnswer RawClient::remove(const QString &path)
{
    return send(RawRequest::remove(path));
}

std::unique_ptr<QNetworkReply> RawClient::begin(const RawRequest &request)
{
    QNetworkRequest sent(QUrl(m_url + request.path));
    sent.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    sent.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    sent.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    if (!m_secret.isEmpty()) {
        sent.setRawHeader("Authorization"_ba, "Bearer "_ba + m_secret);
    }
    if (!request.type.isEmpty()) {
        sent.setRawHeader("Content-Type"_ba, request.type);
    }
    return std::unique_ptr<QNetworkReply>(m_network.sendCustomRequest(sent, request.method, request.body));
}

RawAnswer RawClient::answerOf(QNetworkReply &reply) const
{
    QSignalSpy finished(&reply, &QNetworkReply::finished);
    if (!reply.isFinished() && !finished.wait(static_cast<int>(m_patience.count()))) {
        return {};
    }
    RawAnswer answer{.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                     .type = reply.rawHeader("Content-Type"_ba),
                     .body = reply.readAll(),
                     .json = QJsonValue(QJsonValue::Undefined)};
    const QJsonDocument document = QJsonDocument::fromJson(answer.body);
    if (document.isObject()) {
        answer.json = document.object();
    } else if (document.isArray()) {
        answer.json = document.array();
    }
    return answer;
}

RawAnswer RawClient::send(const RawRequest &request)
{
    const std::unique_ptr<QNetworkReply> reply = begin(request);
    return answerOf(*reply);
}

QList<RawAnswer> RawClient::sendAll(const QList<RawRequest> &requests)
{
    std::vector<std::unique_ptr<QNetworkReply>> replies;
    for (const RawRequest &request : requests) {
        replies.push_back(begin(request));
    }
    QList<RawAnswer> answers;
    for (const std::unique_ptr<QNetworkReply> &reply : replies) {
        answers.append(answerOf(*reply));
    }
    return answers;
}

} // namespace owui::test
