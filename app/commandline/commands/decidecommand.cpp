// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/commands/decidecommand.h"

#include "commandline/input/interrupt.h"
#include "commandline/output/console.h"
#include "commandline/output/jsonoutput.h"
#include "commandline/output/pluginlines.h"
#include "plugins/folderdecisions.h"
#include "plugins/folderscan.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

/// The folder that a file is decided for: the nearest above it that has decisions; else the present one for a path that
/// was written from there, and the file's own for any other. A checkout's root ends the search.
QString folderOf(const QString &written, const QFileInfo &file)
{
    const QString present = QDir::isRelativePath(written) ? QDir(QDir::currentPath()).canonicalPath() : QString();
    QString found = file.path();
    for (QDir folder = file.dir();;) {
        if (folder.exists(FolderDecisions::fileName())) {
            return folder.path();
        }
        found = folder.path() == present ? present : found;
        if (folder.exists(u".git"_s) || !folder.cdUp()) {
            return found;
        }
    }
}

} // namespace

void DecideCommand::start()
{
    // All or nothing: a list with a mistake in it decides nothing.
    const bool good = std::ranges::count_if(options().paths, [this](const QString &file) { return !note(file); }) == 0;
    if (!good) {
        end(ExitCode::Failed);
        return;
    }
    bool written = true;
    for (auto it = m_paths.cbegin(); it != m_paths.cend(); ++it) {
        written = write(it.key(), it.value()) && written;
    }
    if (written && options().json) {
        // Read as a deployment would, so that what is told is what the decision made.
        const Result<PluginSelection> selection = readPlugins(options().paths, interrupt().flag());
        if (selection) {
            console().document(documentText(listDocument(selection.value().root, selection.value().plugins)));
        }
    }
    end(written ? ExitCode::Done : ExitCode::Failed);
}

bool DecideCommand::note(const QString &file)
{
    const QFileInfo info(QFileInfo(file).canonicalFilePath());
    const Result<FolderScanResult> scan = scanFolder(file);
    if (!scan || !info.isFile()) {
        console().complain(scan ? Problem{tr("“%1” is a folder.").arg(file), tr("Name the files.")} : scan.error());
        return false;
    }
    const Plugin &plugin = scan.value().plugins.constFirst();
    if (!isWorthDeciding(plugin)) {
        printRefusal(plugin, console());
        return false;
    }
    if (!m_named.contains(info.filePath())) {
        m_named.insert(info.filePath());
        const QString root = folderOf(file, info);
        m_paths[root].append(QDir(root).relativeFilePath(info.filePath()));
    }
    return true;
}

/// What is no plugin cannot be included, and is left out already.
bool DecideCommand::isWorthDeciding(const Plugin &plugin) const
{
    return plugin.kind.has_value() && (!plugin.skipped || plugin.includable);
}

bool DecideCommand::write(const QString &root, const QStringList &paths)
{
    Result<FolderDecisions> decisions = FolderDecisions::load(root);
    if (!decisions) {
        console().complain(decisions.error());
        return false;
    }
    const bool include = options().command == CommandName::Include;
    for (const QString &path : paths) {
        if (include) {
            decisions.value().include(path);
        } else {
            decisions.value().exclude(path);
        }
    }
    if (const std::optional<Problem> problem = decisions.value().save(root)) {
        console().complain(*problem);
        return false;
    }
    for (const QString &path : paths) {
        console().note(include ? tr("%1 is included.").arg(console().toned(path, Tone::Strong))
                               : tr("%1 is excluded.").arg(console().toned(path, Tone::Strong)));
    }
    console().note(tr("Noted in %1.")
                       .arg(console().toned(QDir::toNativeSeparators(QDir(root).filePath(FolderDecisions::fileName())),
                                            Tone::Faint)));
    return true;
}

} // namespace owui
