// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "plugins/plugin.h"
#include "server/serverplugin.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace owui {

/// What one create or update sends, valid on every release (contract 5, "One payload valid everywhere").
struct Payload
{
    QString id;
    QString name;
    QJsonObject meta;                        ///< with `description` and `manifest`, without `toggle`
    std::optional<QJsonValue> accessControl; ///< tools; see makePayload
    QStringList notes;                       ///< what was kept as the server has it, for the log
    QString commitMessage;                   ///< 0.12+; empty: none

    /// The request's body. `content` is the text without byte order mark.
    [[nodiscard]] QByteArray toJson(const QString &content) const;
};

/// `present` is what the server has, none for a create or where nobody could look.
///
/// Name and description are those of textsToSend(). Other meta keys are kept.
///
/// Tools: up to 0.7.2 an update without access_control makes the tool public, so it goes back exactly as it came; a
/// create sends {} for private. From 0.8 on neither field is sent, which keeps the shares.
[[nodiscard]] Payload makePayload(const Plugin &plugin, const std::optional<ServerPlugin> &present,
                                  bool alwaysTakeHeaderText);

} // namespace owui
