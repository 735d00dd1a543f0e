// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/openwebuianswers.h"

#include <QJsonArray>
#include <QJsonObject>

#include <utility>

using namespace Qt::StringLiterals;

namespace owui {

ServerError unexpected(const ApiReply &reply, RequestPurpose purpose)
{
    return classifyAnswer(purpose, reply.httpStatus, u"application/json"_s, reply.json.isNull() ? "null" : "{}");
}

Answer<ServerPlugin> pluginAnswer(PluginSpace space, const QString &id, RequestPurpose purpose, const ApiReply &reply)
{
    if (reply.error) {
        return failed<ServerPlugin>(reply, reply.error);
    }
    std::optional<ServerPlugin> plugin = ServerPlugin::fromJson(space, reply.json);
    if (!plugin || plugin->id != id) {
        return failed<ServerPlugin>(reply, unexpected(reply, purpose));
    }
    return succeeded(reply, *std::move(plugin));
}

Answer<QList<ServerPlugin>> listAnswer(PluginSpace space, const ApiReply &reply)
{
    using List = QList<ServerPlugin>;
    if (reply.error) {
        return failed<List>(reply, reply.error);
    }
    if (!reply.json.isArray()) {
        return failed<List>(reply, unexpected(reply));
    }
    List plugins;
    for (const QJsonValue &entry : reply.json.toArray()) {
        std::optional<ServerPlugin> plugin = ServerPlugin::fromJson(space, entry);
        if (!plugin) {
            return failed<List>(reply, unexpected(reply));
        }
        plugins.append(*std::move(plugin));
    }
    return succeeded(reply, plugins);
}

LookUp lookUpAnswer(const Answer<ServerPlugin> &answer)
{
    const ServerError &error = answer.error;
    Presence presence = Presence::Failed;
    if (answer) {
        presence = Presence::Found;
    } else if (error.kind == ServerErrorKind::NotFound && (error.httpStatus == 401 || error.httpStatus == 404)) {
        presence = Presence::Missing; // 401 for functions, and for tools up to 0.6.43; 404 for tools since 0.7
    } else if (error.kind == ServerErrorKind::RouteMissing) {
        presence = Presence::CannotTell;
    }
    return {.presence = presence,
            .plugin = answer.value,
            .error = presence == Presence::Missing ? ServerError() : error,
            .elapsed = answer.elapsed};
}

Answer<QList<ServerVersion>> versionsAnswer(const ApiReply &reply)
{
    using List = QList<ServerVersion>;
    if (reply.error) {
        return failed<List>(reply, reply.error);
    }
    if (!reply.json.isArray()) {
        return failed<List>(reply, unexpected(reply));
    }
    List versions;
    for (const QJsonValue &entry : reply.json.toArray()) {
        std::optional<ServerVersion> version = ServerVersion::fromJson(entry);
        if (!version) {
            return failed<List>(reply, unexpected(reply));
        }
        versions.append(*std::move(version));
    }
    return succeeded(reply, versions);
}

Answer<ServerSnapshot> snapshotAnswer(const ApiReply &reply)
{
    if (reply.error) {
        return failed<ServerSnapshot>(reply, reply.error);
    }
    std::optional<ServerSnapshot> snapshot = ServerSnapshot::fromJson(reply.json);
    return snapshot ? succeeded(reply, *std::move(snapshot)) : failed<ServerSnapshot>(reply, unexpected(reply));
}

/// 200 without a token is a second factor since 0.12 (utils/mfa.py, next_step verify, enroll or recover), or an account
/// that waits for approval (next_step pending).
Answer<Credential> sessionAnswer(const QUrl &url, const ApiReply &reply)
{
    if (reply.error) {
        return failed<Credential>(reply, reply.error);
    }
    const QJsonObject object = reply.json.toObject();
    const QString next = object.value("next_step"_L1).toString();
    const QByteArray token = object.value("token"_L1).toString().toUtf8();
    const bool waiting = next == u"pending" || object.value("role"_L1).toString() == u"pending";
    if (waiting || !next.isEmpty()) {
        return failed<Credential>(reply, {.kind = waiting ? ServerErrorKind::NotAdmin : ServerErrorKind::SecondFactor,
                                          .httpStatus = reply.httpStatus,
                                          .detail = {},
                                          .requestSent = true});
    }
    if (token.isEmpty()) {
        return failed<Credential>(reply, unexpected(reply));
    }
    Credential session{.secret = token, .origin = originOf(url), .expires = {}, .extraHeaders = {}};
    if (const qint64 expires = object.value("expires_at"_L1).toInteger(); expires > 0) {
        session.expires = QDateTime::fromSecsSinceEpoch(expires, Qt::UTC);
    }
    return succeeded(reply, session);
}

} // namespace owui
