// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "pluginkind.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMetaType>
#include <QString>

#include <optional>

namespace owui {

/// A function or tool as a server has it. Fields that a release or an answer does not have are empty.
struct ServerPlugin
{
    PluginSpace space = PluginSpace::Function;
    QString id;
    std::optional<PluginKind> kind; ///< a tool, or the function's `type`; none for a type we do not know
    QString name;
    std::optional<QString> content; ///< none where the answer does not carry it
    QJsonObject meta;               ///< as answered, with `manifest`
    bool hasActive = false;         ///< the answer tells whether it is on; a minimal server's may not
    bool active = false;            ///< functions only
    bool global = false;            ///< functions only
    QString ownerId;
    qint64 createdAt = 0; ///< seconds since the epoch
    qint64 updatedAt = 0; ///< seconds since the epoch
    QString versionId;    ///< 0.12+
    /// access_control of a tool up to 0.7.2, exactly as answered (null is public); none where the answer has no such
    /// key.
    std::optional<QJsonValue> accessControl;
    bool hasAccessGrants = false; ///< 0.8+: the answer has access_grants
    QJsonArray accessGrants;

    [[nodiscard]] QJsonObject manifest() const { return meta.value(QStringLiteral("manifest")).toObject(); }
    [[nodiscard]] QString version() const { return manifest().value(QStringLiteral("version")).toString(); }
    [[nodiscard]] QString title() const { return manifest().value(QStringLiteral("title")).toString(); }
    [[nodiscard]] QString description() const { return meta.value(QStringLiteral("description")).toString(); }

    /// A tool has no switch, and of a function an answer may not tell.
    [[nodiscard]] std::optional<bool> isOn() const
    {
        return space == PluginSpace::Function && hasActive ? std::optional(active) : std::nullopt;
    }

    /// nullopt where `json` is not such an answer: no object, no id.
    [[nodiscard]] static std::optional<ServerPlugin> fromJson(PluginSpace space, const QJsonValue &json);

    /// True where both answers tell who may use the tool, and not the same.
    [[nodiscard]] bool isSharedUnlike(const ServerPlugin &other) const;

    friend bool operator==(const ServerPlugin &, const ServerPlugin &) = default;
};

} // namespace owui

Q_DECLARE_METATYPE(owui::ServerPlugin)
