// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/serverplugin.h"

using namespace Qt::StringLiterals;

namespace owui {

namespace {

std::optional<PluginKind> kindOf(PluginSpace space, const QString &type)
{
    if (space == PluginSpace::Tool) {
        return PluginKind::Tool;
    }
    const std::optional<PluginKind> kind = fromName<PluginKind>(type);
    return kind == PluginKind::Tool ? std::nullopt : kind; // no function's type
}

} // namespace

std::optional<ServerPlugin> ServerPlugin::fromJson(PluginSpace space, const QJsonValue &json)
{
    const QJsonObject object = json.toObject();
    const QString id = object.value("id"_L1).toString();
    if (id.isEmpty()) {
        return {};
    }
    ServerPlugin plugin{
        .space = space,
        .id = id,
        .kind = kindOf(space, object.value("type"_L1).toString()),
        .name = object.value("name"_L1).toString(),
        .content = {},
        .meta = object.value("meta"_L1).toObject(),
        .hasActive = object.value("is_active"_L1).isBool(),
        .active = object.value("is_active"_L1).toBool(),
        .global = object.value("is_global"_L1).toBool(),
        .ownerId = object.value("user_id"_L1).toString(),
        .createdAt = object.value("created_at"_L1).toInteger(),
        .updatedAt = object.value("updated_at"_L1).toInteger(),
        .versionId = object.value("version_id"_L1).toString(),
        .accessControl = {},
        .hasAccessGrants = object.contains("access_grants"_L1),
        .accessGrants = object.value("access_grants"_L1).toArray(),
    };
    if (const QJsonValue content = object.value("content"_L1); content.isString()) {
        plugin.content = content.toString();
    }
    if (object.contains("access_control"_L1)) {
        plugin.accessControl = object.value("access_control"_L1);
    }
    return plugin;
}

bool ServerPlugin::isSharedUnlike(const ServerPlugin &other) const
{
    // The grants of one tool are given anew with other ids, so only their number tells.
    return (accessControl && other.accessControl && *accessControl != *other.accessControl) ||
           (hasAccessGrants && other.hasAccessGrants && accessGrants.size() != other.accessGrants.size());
}

} // namespace owui
