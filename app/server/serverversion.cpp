// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/serverversion.h"

using namespace Qt::StringLiterals;

namespace owui {

std::optional<ServerVersion> ServerVersion::fromJson(const QJsonValue &json)
{
    const QJsonObject object = json.toObject();
    const QString id = object.value("id"_L1).toString();
    if (id.isEmpty()) {
        return {};
    }
    return ServerVersion{
        .id = id,
        .parentId = object.value("parent_id"_L1).toString(),
        .author = object.value("user"_L1).toObject().value("name"_L1).toString(),
        .message = object.value("commit_message"_L1).toString(),
        .when = QDateTime::fromSecsSinceEpoch(object.value("created_at"_L1).toInteger(), Qt::UTC),
    };
}

std::optional<ServerSnapshot> ServerSnapshot::fromJson(const QJsonValue &json)
{
    const QJsonObject object = json.toObject().value("snapshot"_L1).toObject();
    const QJsonValue content = object.value("content"_L1);
    if (!content.isString()) {
        return {};
    }
    return ServerSnapshot{.name = object.value("name"_L1).toString(),
                          .content = content.toString(),
                          .meta = object.value("meta"_L1).toObject()};
}

} // namespace owui
