// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/openwebui.h"

#include <QByteArray>
#include <QDateTime>
#include <QMetaType>

#include <chrono>
#include <optional>

namespace owui {

/// What is known about one id on a server.
struct Sighting
{
    Presence presence = Presence::CannotTell; ///< Missing only where a look-up or a whole export said so
    std::optional<ServerPlugin> plugin;       ///< without content where the server does not show it
    ServerError error{};                      ///< why the last look at it told nothing

    /// Nothing is left to look up: it is not there, or its content is known.
    [[nodiscard]] bool isComplete() const { return presence == Presence::Missing || (plugin && plugin->content); }

    friend bool operator==(const Sighting &, const Sighting &) = default;
};

/// What the server answered of one id.
struct RecentLook
{
    Sighting seen;                                 ///< Found with its content, or Missing
    std::chrono::steady_clock::time_point askedAt; ///< what was changed there later is not in it
    bool isPresumed = false; ///< only what was read whole lacks it: enough to try a create, which replaces nothing
};

/// What the server had when a plan looked, small enough to keep: tells later whether somebody changed it since.
struct ServerStamp
{
    Presence presence = Presence::CannotTell;
    QString versionId; ///< 0.12+
    qint64 updatedAt = 0;
    QByteArray digest; ///< SHA-256 of content, name and description; empty where no text is shown, or the version tells
    bool showsText = false;

    /// False where nobody had looked. Switching a function on or off and changing valves is no change: both move
    /// updated_at, and neither makes a new version (contract 3.6, 7).
    [[nodiscard]] bool isChangedBy(const ServerStamp &now) const;

    friend bool operator==(const ServerStamp &, const ServerStamp &) = default;
};

[[nodiscard]] ServerStamp stampOf(const Sighting &seen);

/// What somebody had before their eyes when they decided to send a file. A change of either is noticed before it is
/// sent.
struct LookedAt
{
    QByteArray digest;  ///< SHA-256 of the file's text without byte order mark; empty: nobody looked
    ServerStamp server; ///< CannotTell: nobody looked

    friend bool operator==(const LookedAt &, const LookedAt &) = default;
};

/// An older picture of the server is no base for a plan.
[[nodiscard]] bool isRecent(const QDateTime &time);

} // namespace owui

Q_DECLARE_METATYPE(owui::Sighting)
