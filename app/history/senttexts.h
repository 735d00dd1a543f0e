// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "history/historystore.h"

#include <QHash>
#include <QSet>

#include <functional>
#include <utility>

namespace owui {

/// Hashes (see historyHash) of the texts that a server was seen to have after a change that was made from here, by
/// space and id. Such a text was not edited on the server, whether or not it was ever committed.
using SentTexts = QHash<std::pair<PluginSpace, QString>, QSet<QByteArray>>;

/// Of the newest entries that `query` finds. A history that cannot be read knows of none. `done` is called once, from
/// the event loop, if the context still lives.
void readSentTexts(HistoryStore &store, const HistoryQuery &query, QObject *context,
                   std::function<void(const SentTexts &)> done);

} // namespace owui
