// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "memoryserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace owui::test {

namespace {

const QString notFound = u"We could not find what you're looking for :/"_s;
const QString unknownKey = u"Your session has expired or the token is invalid. Please sign in again."_s;

/// What the server's own parser finds of a header; enough for the texts of these tests.
QString headerValue(const QString &content, const QString &key)
{
    const QRegularExpression line(u"^%1: (.*)$"_s.arg(key), QRegularExpression::MultilineOption);
    return line.match(content).captured(1).trimmed();
}

} // namespace

MemoryServer::MemoryServer(const QByteArray &key)
    : m_key(key)
{
    m_server.setHandler([this](const FakeRequest &request) { return answer(request); });
}

FakeAnswer MemoryServer::answer(const FakeRequest &request)
{
    const QString path = QString::fromLatin1(request.path());
    if (path == u"/api/version") {
        return FakeAnswer::json(QJsonObject{{u"version"_s, u"0.12.4"_s}});
    }
    if (request.header("Authorization") != "Bearer " + m_key) {
        return FakeAnswer::detail(401, unknownKey);
    }
    if (path.endsWith(u"/export") || path.endsWith(u"/list")) {
        return FakeAnswer::json(QJsonArray());
    }
    if (request.method == "POST" && m_postAnswer) {
        return *m_postAnswer;
    }
    if (path == u"/api/v1/functions/create") {
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        return store(body.value(u"id"_s).toString(), request);
    }
    const QRegularExpressionMatch match = QRegularExpression(u"^/api/v1/functions/id/([^/]+)(/update)?$"_s).match(path);
    const QString id = match.captured(1);
    if (!match.hasMatch() || !m_functions.contains(id)) {
        return FakeAnswer::detail(401, notFound);
    }
    return request.method == "POST" ? store(id, request) : FakeAnswer::json(m_functions.value(id));
}

FakeAnswer MemoryServer::store(const QString &id, const FakeRequest &request)
{
    QJsonObject function = QJsonDocument::fromJson(request.body).object();
    const QString content = function.value(u"content"_s).toString();
    QJsonObject manifest;
    for (const QString &key : {u"title"_s, u"version"_s}) {
        if (const QString value = headerValue(content, key); !value.isEmpty()) {
            manifest.insert(key, value);
        }
    }
    QJsonObject meta = function.value(u"meta"_s).toObject();
    meta.insert(u"manifest"_s, manifest);
    function.insert(u"meta"_s, meta);
    function.insert(u"type"_s, u"filter"_s);
    function.insert(u"user_id"_s, u"user"_s);
    function.insert(u"is_active"_s, m_functions.value(id).value(u"is_active"_s).toBool());
    function.insert(u"is_global"_s, false);
    function.insert(u"created_at"_s, 1);
    function.insert(u"updated_at"_s, 1);
    m_functions.insert(id, function);
    return FakeAnswer::json(function);
}

} // namespace owui::test
