// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "result.h"

#include "plugins/folderdecisions.h"
#include "plugins/plugin.h"

#include <QList>
#include <QString>

#include <atomic>
#include <functional>

namespace owui {

struct FolderScanResult
{
    QString root;            ///< absolute and canonical
    QList<Plugin> plugins;   ///< plugins and "not plugins", sorted by path, decisions applied, taken ids flagged
    QList<Plugin> undecided; ///< the same as the files themselves say, for applyDecisions()
    FolderDecisions decisions;
    QStringList folders;          ///< every folder that was read, absolute; for watching
    QList<Problem> problems;      ///< folders that could not be read, a broken `.owui-deploy.json`
    bool decisionsBroken = false; ///< no pinned id and no excluded file is known
    bool cancelled = false;
};

struct FolderScanOptions
{
    std::function<void(const QList<Plugin> &batch)> onBatch = {}; ///< first rows early; called on the scanning threads
    std::function<void(const QString &root)> onRoot = {};         ///< once, before the first file is read
    const std::atomic_bool *cancel = nullptr;
    int spareCores = 0; ///< left to others, such as the thread that shows what is found
    /// What an earlier scan found, as in `undecided`: files of unchanged size and time are not read again.
    QList<Plugin> known = {};
    /// When that scan started, in milliseconds since the epoch. A file that was written just before may have been
    /// written again without another time, so it is read again.
    qint64 knownSince = 0;
};

/// Reads a folder recursively, or the one file that `path` names: its root is then the nearest folder above it that has
/// decisions, else its own. Blocking, uses the machine's cores; call it off the
/// GUI thread. Fails where the folder is missing or unreadable.
[[nodiscard]] Result<FolderScanResult> scanFolder(const QString &path, const FolderScanOptions &options = {});

/// Applies what only the whole folder can tell, and what the user decided: copies in other languages, sources of
/// bundles, pinned ids, excluded and included files; flags ids that two deployable files of one space share.
void applyDecisions(QList<Plugin> &plugins, const FolderDecisions &decisions);

/// Deploys what is left out by default.
void takeAnyway(Plugin &plugin);

struct PluginSource;

/// The plugin as its file says now; what somebody decided about it stays. Without a kind where the file has no plugin
/// any more.
[[nodiscard]] Plugin readAfresh(const Plugin &listed, const PluginSource &source);

/// Adds a finding to each plugin whose id another one of the same space has. Part of the above.
void flagTakenIds(QList<Plugin> &plugins);

} // namespace owui
