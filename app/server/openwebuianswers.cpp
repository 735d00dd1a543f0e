// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/openwebuianswers.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace owui {

ServerError unexpected(const ApiReply &reply, RequestPurpose purpose)
{
    return classifyAnswer(purpose, reply.httpStatus, u"application/json"_s, reply.json.isNull() ? "null" : "{}");
}

std::optional<ServerPlugin> pluginOf(PluginSpace space, const QString &id, const QJsonValue &json)
{
    std::optional<ServerPlugin> plugin = ServerPlugin::fromJson(space, json);
    return plugin && plugin->id == id ? plugin : std::nullopt;
}

std::optional<PluginSwitches> switchesOf(const QJsonValue &json)
{
    const QJsonObject features = json.toObject().value("features"_L1).toObject();
    const auto told = [&features](QLatin1StringView name) {
        const QJsonValue value = features.value(name);
        return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
    };
    return json.isObject() ? std::optional(PluginSwitches{.plugins = told("enable_plugins"_L1),
                                                          .functions = told("enable_functions"_L1),
                                                          .tools = told("enable_tools"_L1)})
                           : std::nullopt;
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

/// 200 without a token is a second factor since 0.12 (utils/mfa.py, next_step verify, enroll or recover), or an account
/// that waits for approval (next_step pending).
Answer<Credential> sessionAnswer(const QUrl &url, const ApiReply &reply)
{
    const QJsonObject object = reply.json.toObject();
    const QString next = object.value("next_step"_L1).toString();
    const bool waiting = next == u"pending" || object.value("role"_L1).toString() == u"pending";
    if (!reply.error && (waiting || !next.isEmpty())) {
        return {.value = {},
                .error = {.kind = waiting ? ServerErrorKind::NotAdmin : ServerErrorKind::SecondFactor,
                          .httpStatus = reply.httpStatus,
                          .detail = {},
                          .requestSent = true},
                .elapsed = reply.elapsed};
    }
    return answerOf<Credential>(reply, RequestPurpose::SignIn, [&](const QJsonValue &) -> std::optional<Credential> {
        const QByteArray token = object.value("token"_L1).toString().toUtf8();
        if (token.isEmpty()) {
            return {};
        }
        Credential session{.secret = token, .origin = originOf(url), .expires = {}, .extraHeaders = {}};
        if (const qint64 expires = object.value("expires_at"_L1).toInteger(); expires > 0) {
            session.expires = QDateTime::fromSecsSinceEpoch(expires, Qt::UTC);
        }
        return session;
    });
}

} // namespace owui
