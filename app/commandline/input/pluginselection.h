// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/arguments/commandlineoptions.h"
#include "plugins/folderscan.h"
#include "server/serverplugin.h"

#include <QStringList>

#include <atomic>

namespace owui {

/// The plugins that one call is about.
struct PluginSelection
{
    QString root;          ///< absolute; of several arguments, the folder that holds them all
    QList<Plugin> plugins; ///< "not plugins" among them; paths are relative to `root`
    QList<Problem> problems;
    bool decisionsBroken = false; ///< of one of the folders: what they pin and exclude is not known
    QStringList folders;          ///< every folder that was read, absolute, of arguments that are folders
    QStringList namedFiles;       ///< paths of the files that were named one by one
    bool cancelled = false;
};

/// Reads every folder and file that the arguments name; the present folder where they name none. Blocking. Fails where
/// one of them is missing or unreadable.
[[nodiscard]] Result<PluginSelection> readPlugins(const QStringList &paths, const std::atomic_bool &cancel);

/// The plugins that a call is about, before --kind and --id. Fails also where --id names one bare id that is both a
/// function and a tool here. Blocking.
[[nodiscard]] Result<PluginSelection> readPlugins(const CommandLineOptions &options, const std::atomic_bool &cancel);

/// True for a plugin that --kind and --id do not leave out. "Not plugins" match only where neither was given.
[[nodiscard]] bool isWanted(const Plugin &plugin, const CommandLineOptions &options);

[[nodiscard]] bool isWanted(const ServerPlugin &plugin, const CommandLineOptions &options);

/// True for a file that was named and is no plugin all the same.
[[nodiscard]] bool isNamedInVain(const Plugin &plugin, const PluginSelection &selection);

/// Takes out what --kind and --id leave out, but no "not plugins".
void removeUnwanted(QList<Plugin> &plugins, const CommandLineOptions &options);

} // namespace owui
