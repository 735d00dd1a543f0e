// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "history/historyentry.h"
#include "server/serverversion.h"

#include <QList>

#include <optional>

namespace owui {

/// One line of a plugin's history: what was sent from here, what the server itself keeps, or both where the one made
/// the other.
struct HistoryMoment
{
    std::optional<HistoryEntry> entry;
    std::optional<ServerVersion> version; ///< 0.12+
    bool live = false;                    ///< the server's present version
    bool now = false;                     ///< what happened last to the server's present version

    [[nodiscard]] QDateTime when() const;
    [[nodiscard]] QString versionFrom() const; ///< empty: it was not there, or nobody knows
    [[nodiscard]] QString versionTo() const;   ///< empty: nobody knows
    /// For people: what was done and what came of it.
    [[nodiscard]] QString what() const;
    /// The plugin can be taken back to what it was before this.
    [[nodiscard]] bool canGoBackBefore() const;
    /// The plugin can be taken to what it was after this, which the server keeps.
    [[nodiscard]] bool canGoTo() const;

    friend bool operator==(const HistoryMoment &, const HistoryMoment &) = default;
};

/// Newest first. `entries` are newest first too; what was sent from here keeps its own order, whatever the clocks say.
[[nodiscard]] QList<HistoryMoment> mergeHistory(const QList<HistoryEntry> &entries,
                                                const QList<ServerVersion> &versions, const QString &liveVersionId);

} // namespace owui
