// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/openwebui.h"

#include <QJsonArray>

#include <utility>

namespace owui {

// What the JSON of a success must look like (contract 1); OpenWebUi alone uses it. Nothing: it is not what was asked
// for.

/// One plugin, which must be the one that was asked for.
[[nodiscard]] std::optional<ServerPlugin> pluginOf(PluginSpace space, const QString &id, const QJsonValue &json);

/// What `entryOf` makes of each entry of a list.
template<typename T, typename EntryOf>
std::optional<QList<T>> listOf(const QJsonValue &json, EntryOf entryOf)
{
    if (!json.isArray()) {
        return {};
    }
    QList<T> list;
    for (const QJsonValue &entry : json.toArray()) {
        std::optional<T> value = entryOf(entry);
        if (!value) {
            return {};
        }
        list.append(*std::move(value));
    }
    return list;
}

/// JSON, but not what was asked for. The kind is the same as that of a wrong shape seen by classifyAnswer().
[[nodiscard]] ServerError unexpected(const ApiReply &reply, RequestPurpose purpose);

/// The value that `convert` finds in the JSON of a success.
template<typename T, typename Convert>
Answer<T> answerOf(const ApiReply &reply, RequestPurpose purpose, Convert convert)
{
    Answer<T> answer{.value = {}, .error = reply.error, .elapsed = reply.elapsed};
    if (!answer.error) {
        answer.value = convert(reply.json);
        answer.error = answer.value ? ServerError() : unexpected(reply, purpose);
    }
    return answer;
}

/// Of /api/config.
[[nodiscard]] std::optional<PluginSwitches> switchesOf(const QJsonValue &json);

[[nodiscard]] LookUp lookUpAnswer(const Answer<ServerPlugin> &answer);

/// The session token, bound to the origin of `url`.
[[nodiscard]] Answer<Credential> sessionAnswer(const QUrl &url, const ApiReply &reply);

} // namespace owui
