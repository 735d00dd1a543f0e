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
    QStringList folders;     ///< every folder that was read, absolute; for watching
    QList<Problem> problems; ///< folders that could not be read, a broken `.owui-deploy.json`
    bool cancelled = false;
};

struct FolderScanOptions
{
    std::function<void(const QList<Plugin> &batch)> onBatch; ///< first rows early; called on the scanning threads
    const std::atomic_bool *cancel = nullptr;
};

/// Reads a folder recursively, or the one file that `path` names. Blocking, uses the machine's cores; call it off the
/// GUI thread. Fails where the folder is missing or unreadable.
[[nodiscard]] Result<FolderScanResult> scanFolder(const QString &path, const FolderScanOptions &options = {});

/// Applies what the user decided and flags ids that two deployable files of one space share. Works on the whole folder.
void applyDecisions(QList<Plugin> &plugins, const FolderDecisions &decisions);

} // namespace owui
