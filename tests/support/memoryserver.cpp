// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/memoryserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

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

QJsonObject manifestOf(const QString &content)
{
    QJsonObject manifest;
    for (const QString &key : {u"title"_s, u"version"_s}) {
        if (const QString value = headerValue(content, key); !value.isEmpty()) {
            manifest.insert(key, value);
        }
    }
    return manifest;
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
    const QRegularExpressionMatch match =
        QRegularExpression(u"^/api/v1/(functions|tools)/(?:id/([^/]+)/?)?(.*)$"_s).match(path);
    const QString id = match.captured(2);
    const QString rest = match.captured(3);
    QHash<QString, QJsonObject> &all = plugins(match.captured(1));
    if (request.method == "GET" && (rest == u"export" || rest == u"list" || (id.isEmpty() && rest.isEmpty()))) {
        QJsonArray array;
        std::ranges::copy(all, std::back_inserter(array));
        return FakeAnswer::json(array);
    }
    if (request.method == "POST" && m_postAnswer) {
        return *m_postAnswer;
    }
    if (path == u"/api/v1/functions/create") {
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        return store(body.value(u"id"_s).toString(), request);
    }
    if (path == u"/api/models") {
        return FakeAnswer::json(QJsonObject{{u"data"_s, QJsonArray()}});
    }
    if (id.isEmpty() || !all.contains(id)) {
        return FakeAnswer::detail(401, notFound);
    }
    if (rest == u"toggle") {
        return toggle(id);
    }
    if (rest == u"valves") {
        return FakeAnswer::json(QJsonObject());
    }
    return rest == u"update" ? store(id, request) : FakeAnswer::json(all.value(id));
}

QHash<QString, QJsonObject> &MemoryServer::plugins(const QString &space)
{
    return space == u"tools" ? m_tools : m_functions;
}

FakeAnswer MemoryServer::toggle(const QString &id)
{
    QJsonObject &function = m_functions[id];
    function.insert(u"is_active"_s, !function.value(u"is_active"_s).toBool());
    return FakeAnswer::json(function);
}

void MemoryServer::addFunction(const QString &id, const QString &content, bool active)
{
    m_functions.insert(id, {{u"id"_s, id}, {u"is_active"_s, active}});
    store(id, {.method = "POST",
               .target = {},
               .headers = {},
               .body = QJsonDocument(QJsonObject{{u"id"_s, id}, {u"name"_s, id}, {u"content"_s, content}}).toJson()});
}

void MemoryServer::addTool(const QString &id, const QString &content)
{
    m_tools.insert(id, {{u"id"_s, id},
                        {u"name"_s, id},
                        {u"content"_s, content},
                        {u"meta"_s, QJsonObject{{u"manifest"_s, manifestOf(content)}}},
                        {u"user_id"_s, u"user"_s},
                        {u"access_grants"_s, QJsonArray()},
                        {u"created_at"_s, 1},
                        {u"updated_at"_s, 1}});
}

FakeAnswer MemoryServer::store(const QString &id, const FakeRequest &request)
{
    QJsonObject function = QJsonDocument::fromJson(request.body).object();
    const QString content = function.value(u"content"_s).toString();
    QJsonObject meta = function.value(u"meta"_s).toObject();
    meta.insert(u"manifest"_s, manifestOf(content));
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
