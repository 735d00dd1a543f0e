// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "history/historystore.h"
#include "server/knowntexts.h"

#include <QHash>

#include <functional>
#include <utility>

namespace owui {

/// What the history knows of the texts of each plugin on one server.
struct SentTexts
{
    QHash<std::pair<PluginSpace, QString>, KnownTexts> plugins; ///< by space and id, without `pulled`
    PulledTexts pulled;

    /// `file`: where it is deployed from, absolute. What was brought into another file tells nothing of this one.
    [[nodiscard]] KnownTexts of(PluginSpace space, const QString &id, const QString &file) const;
};

/// Of the newest entries that `query` finds. A history that cannot be read knows of none. `done` is called once, from
/// the event loop, if the context still lives.
void readSentTexts(HistoryStore &store, const HistoryQuery &query, QObject *context,
                   std::function<void(const SentTexts &)> done);

} // namespace owui
