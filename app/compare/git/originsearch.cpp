// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/git/originsearch.h"

#include "compare/git/gitthreads.h"

#include <utility>

namespace owui {

GitFolder::Query originQuery(const Plugin &plugin, const QString &storedText)
{
    return {.path = plugin.file(), .storedText = storedText, .entry = plugin.entry ? plugin.entry->key : QString()};
}

void searchOrigins(const QString &root, const QList<GitFolder::Query> &queries,
                   const std::shared_ptr<std::atomic_bool> &stop, QObject *context,
                   std::function<void(const QList<TextOrigin> &)> done, std::chrono::milliseconds patience)
{
    const auto work = [root, queries, stop] { return GitFolder(root).findOrigins(queries, {}, stop.get()); };
    const QList<TextOrigin> late(queries.size(), {.kind = TextOrigin::Kind::CannotTell, .commit = {}, .committed = {}});
    onGitThread(context, work, late, std::move(done), patience);
}

} // namespace owui
