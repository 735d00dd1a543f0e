// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/git/gitfolder.h"
#include "compare/git/gitthreads.h"
#include "plugins/plugin.h"

#include <QObject>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>

namespace owui {

/// Where the text that a server has of a plugin is to be looked for.
[[nodiscard]] GitFolder::Query originQuery(const Plugin &plugin, const QString &storedText);

/// Looks texts up in the history of a folder's repository, as GitFolder does, on a thread of gitThreads(). Setting
/// `stop` ends it early, wherever it is; what it has not seen by then proves nothing; likewise where the repository
/// does not answer in time. `done` gets the origins in the order of `queries`, once, in the main thread, if the context
/// still lives. Call it there.
void searchOrigins(const QString &root, const QList<GitFolder::Query> &queries,
                   const std::shared_ptr<std::atomic_bool> &stop, QObject *context,
                   std::function<void(const QList<TextOrigin> &)> done,
                   std::chrono::milliseconds patience = gitPatience);

} // namespace owui
