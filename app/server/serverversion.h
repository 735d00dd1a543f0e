// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QMetaType>
#include <QString>

#include <optional>

namespace owui {

/// One of the versions that the server itself keeps of a plugin, since 0.12 (contract 7).
struct ServerVersion
{
    QString id;
    QString parentId; ///< empty: the first one
    QString author;
    QString message; ///< the commit message; empty: none
    QDateTime when;  ///< by the server's clock, whole seconds

    /// nullopt where `json` is not such an entry.
    [[nodiscard]] static std::optional<ServerVersion> fromJson(const QJsonValue &json);

    friend bool operator==(const ServerVersion &, const ServerVersion &) = default;
};

/// What such a version holds. `meta` is as it was sent, without the server's own reading of the header.
struct ServerSnapshot
{
    QString name;
    QString content;
    QJsonObject meta;

    [[nodiscard]] static std::optional<ServerSnapshot> fromJson(const QJsonValue &json);

    friend bool operator==(const ServerSnapshot &, const ServerSnapshot &) = default;
};

} // namespace owui

Q_DECLARE_METATYPE(owui::ServerVersion)
