// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/job/payload.h"
#include "deploy/job/preparedplugin.h"
#include "history/historyentry.h"
#include "server/serverversion.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace owui {

/// What a plugin shall be again.
struct GoBackGoal
{
    QString name;
    QJsonObject meta;
    QString content;
    QString version;            ///< of the header, for people
    QString versionId;          ///< under which the server may keep it; empty: it does not
    std::optional<bool> active; ///< none: as it is
    std::optional<bool> global; ///< none: as it is
    QJsonObject shares;         ///< of a tool then; empty: not known

    [[nodiscard]] static GoBackGoal of(const HistoryState &state, PluginSpace space, const QString &content);
    [[nodiscard]] static GoBackGoal of(const ServerSnapshot &snapshot, const QString &versionId);

    [[nodiscard]] QString description() const { return meta.value(QStringLiteral("description")).toString(); }
    /// The server has this text under this name and description.
    [[nodiscard]] bool hasTexts(const ServerPlugin &now) const;
    [[nodiscard]] bool hasFlags(const ServerPlugin &now) const;
    /// The server keeps exactly this as a version.
    [[nodiscard]] bool is(const ServerSnapshot &snapshot) const;

    /// As if it had been read from a file. Blocking: it reads Python.
    [[nodiscard]] PreparedPlugin prepared(const QString &path, const QString &id, PluginSpace space) const;
    /// Shares stay as `present` has them; what is created again is private.
    [[nodiscard]] Payload payload(const QString &id, PluginSpace space,
                                  const std::optional<ServerPlugin> &present) const;
    /// What going back does not bring back, in sentences: `now` is what the server had before it.
    [[nodiscard]] QStringList losses(PluginSpace space, const std::optional<ServerPlugin> &now) const;
};

} // namespace owui
