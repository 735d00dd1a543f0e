// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/openwebui.h"

namespace owui {

// What the JSON of a success must look like (contract 1); OpenWebUi alone uses it.

template<typename T>
Answer<T> failed(const ApiReply &reply, const ServerError &error)
{
    return {.value = {}, .error = error, .elapsed = reply.elapsed};
}

template<typename T>
Answer<T> succeeded(const ApiReply &reply, T value)
{
    return {.value = std::move(value), .error = {}, .elapsed = reply.elapsed};
}

/// JSON, but not what was asked for. The kind is the same as that of a wrong shape seen by classifyAnswer().
[[nodiscard]] ServerError unexpected(const ApiReply &reply, RequestPurpose purpose = RequestPurpose::General);

/// One plugin, which must be the one that was asked for.
[[nodiscard]] Answer<ServerPlugin> pluginAnswer(PluginSpace space, const QString &id, RequestPurpose purpose,
                                                const ApiReply &reply);

[[nodiscard]] Answer<QList<ServerPlugin>> listAnswer(PluginSpace space, const ApiReply &reply);

[[nodiscard]] LookUp lookUpAnswer(const Answer<ServerPlugin> &answer);

/// Versions and what one holds, since 0.12.
[[nodiscard]] Answer<QList<ServerVersion>> versionsAnswer(const ApiReply &reply);
[[nodiscard]] Answer<ServerSnapshot> snapshotAnswer(const ApiReply &reply);

/// The session token, bound to the origin of `url`.
[[nodiscard]] Answer<Credential> sessionAnswer(const QUrl &url, const ApiReply &reply);

} // namespace owui
