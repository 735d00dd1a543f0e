// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "plugins/plugin.h"
#include "server/serverplugin.h"

#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <optional>

namespace owui {

/// The name and the description that a deployment gives a plugin.
struct TextsToSend
{
    QString name;
    QJsonValue description; ///< a string, or null where the server has none and the header neither
    QStringList notes;      ///< what was kept as the server has it, for the log
};

/// Both follow the header where the server's equal its own stored header, so that nobody renamed them there, or where
/// `alwaysTakeHeaderText` is set; else they are kept and a note says so. `present` is what the server has, none for a
/// create or where nobody could look.
[[nodiscard]] TextsToSend textsToSend(const Plugin &plugin, const std::optional<ServerPlugin> &present,
                                      bool alwaysTakeHeaderText);

} // namespace owui
