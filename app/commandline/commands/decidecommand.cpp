// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/commands/decidecommand.h"

#include "commandline/input/interrupt.h"
#include "commandline/output/console.h"
#include "commandline/output/jsonoutput.h"
#include "commandline/output/pluginlines.h"
#include "plugins/folderdecisions.h"
#include "plugins/folderscan.h"
#include "plugins/pluginid.h"

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
    const bool good =
        readArguments() && std::ranges::count_if(m_files, [this](const QString &file) { return !note(file); }) == 0;
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
        const Result<PluginSelection> selection = readPlugins(m_files, interrupt().flag());
        if (selection) {
            console().document(documentText(listDocument(selection.value().root, selection.value().plugins)));
        }
    }
    end(written ? ExitCode::Done : ExitCode::Failed);
}

bool DecideCommand::readArguments()
{
    m_files = options().paths;
    if (options().command != CommandName::Pin) {
        return true;
    }
    const Result<QString> id = idAsTyped(m_files.takeLast());
    if (!id) {
        console().complain(id.error());
        return false;
    }
    m_id = id.value();
    return true;
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
    if (options().command == CommandName::Pin && plugin.entry) {
        console().complain({tr("“%1” is an export, whose entries have the ids that stand in it.").arg(file),
                            tr("Save the code as a Python file to give it another id.")});
        return false;
    }
    if (!m_named.contains(info.filePath())) {
        m_named.insert(info.filePath());
        const QString root = folderOf(file, info);
        m_paths[root].append(QDir(root).relativeFilePath(info.filePath()));
    }
    return true;
}

/// What is no plugin cannot be included, and is left out already. An id that stands there can always be taken out.
bool DecideCommand::isWorthDeciding(const Plugin &plugin) const
{
    if (options().command == CommandName::Unpin) {
        return true;
    }
    return plugin.kind.has_value() && (!plugin.skipped || plugin.includable);
}

void DecideCommand::decide(FolderDecisions &decisions, const QString &path) const
{
    switch (options().command) {
    case CommandName::Include:
        decisions.include(path);
        break;
    case CommandName::Pin:
        decisions.pinId(path, m_id);
        break;
    case CommandName::Unpin:
        decisions.pinId(path, {});
        break;
    default:
        decisions.exclude(path);
        break;
    }
}

QString DecideCommand::doneText(const QString &path) const
{
    switch (options().command) {
    case CommandName::Include:
        return tr("%1 is included.").arg(path);
    case CommandName::Pin:
        return tr("%1 is deployed as %2.").arg(path, console().toned(m_id, Tone::Strong));
    case CommandName::Unpin:
        return tr("%1 has the id of its header or its name.").arg(path);
    default:
        return tr("%1 is excluded.").arg(path);
    }
}

bool DecideCommand::write(const QString &root, const QStringList &paths)
{
    Result<FolderDecisions> decisions = FolderDecisions::load(root);
    if (!decisions) {
        console().complain(decisions.error());
        return false;
    }
    for (const QString &path : paths) {
        decide(decisions.value(), path);
    }
    if (const std::optional<Problem> problem = decisions.value().save(root)) {
        console().complain(*problem);
        return false;
    }
    for (const QString &path : paths) {
        console().note(doneText(console().toned(path, Tone::Strong)));
    }
    console().note(tr("Noted in %1.")
                       .arg(console().toned(QDir::toNativeSeparators(QDir(root).filePath(FolderDecisions::fileName())),
                                            Tone::Faint)));
    return true;
}

} // namespace owui
