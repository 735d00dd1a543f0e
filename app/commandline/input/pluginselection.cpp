// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/input/pluginselection.h"

#include "commandline/arguments/pluginreference.h"
#include "commandline/arguments/texts.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

QString commonFolder(const QString &left, const QString &right)
{
    const QStringList leftParts = left.split(u'/');
    const QStringList rightParts = right.split(u'/');
    const auto [end, unused] = std::ranges::mismatch(leftParts, rightParts);
    const QString common = leftParts.sliced(0, end - leftParts.begin()).join(u'/');
    return common.isEmpty() ? u"/"_s : common;
}

/// One folder's plugins, told from a folder further up.
void rebase(PluginSelection &selection, const QString &root)
{
    const QDir from(selection.root);
    const QDir to(root);
    const auto moved = [&from, &to](const QString &path) { return to.relativeFilePath(from.filePath(path)); };
    for (Plugin &plugin : selection.plugins) {
        plugin.path = moved(plugin.path);
        // It names paths too, and is found anew among all of them.
        plugin.findings.removeIf([](const Finding &finding) { return finding.code == FindingCode::IdTaken; });
    }
    for (QString &path : selection.namedFiles) {
        path = moved(path);
    }
    selection.root = root;
}

void merge(PluginSelection &selection, PluginSelection next)
{
    const QString root = commonFolder(selection.root, next.root);
    rebase(selection, root);
    rebase(next, root);
    for (const Plugin &plugin : std::as_const(next.plugins)) {
        // A file may be named beside the folder that holds it, and may be taken only because it is named.
        const auto known = std::ranges::find(selection.plugins, plugin.path, &Plugin::path);
        if (known == selection.plugins.end()) {
            selection.plugins.append(plugin);
        } else if (known->skipped && !plugin.skipped) {
            *known = plugin;
        }
    }
    std::ranges::sort(selection.plugins, {}, &Plugin::path);
    selection.namedFiles += next.namedFiles;
    selection.folders += next.folders;
    selection.problems += next.problems;
    selection.decisionsBroken = selection.decisionsBroken || next.decisionsBroken;
    selection.cancelled = selection.cancelled || next.cancelled;
}

/// The file in "file.json#id", which names one entry of an export as the lists do; empty where it is none.
QString fileOfEntry(const QString &path)
{
    for (qsizetype end = path.indexOf(u'#'); end > 0 && !QFileInfo::exists(path); end = path.indexOf(u'#', end + 1)) {
        if (const QString file = path.first(end);
            file.endsWith(u".json", Qt::CaseInsensitive) && QFileInfo(file).isFile()) {
            return file;
        }
    }
    return {};
}

Result<PluginSelection> readOne(const QString &path, const std::atomic_bool &cancel);

Result<PluginSelection> readEntry(const QString &path, const QString &file, const std::atomic_bool &cancel)
{
    Result<PluginSelection> selection = readOne(file, cancel);
    if (!selection) {
        return selection;
    }
    const QString key = path.sliced(file.size() + 1);
    QList<Plugin> &plugins = selection.value().plugins;
    plugins.removeIf([&key](const Plugin &plugin) { return !plugin.entry || plugin.entry->key != key; });
    if (plugins.isEmpty()) {
        return Problem{tr("“%1” holds no plugin “%2”.").arg(QDir::toNativeSeparators(file), key),
                       tr("“owui-deploy list %1” shows what it holds.").arg(QDir::toNativeSeparators(file))};
    }
    selection.value().namedFiles = {plugins.first().path};
    // The others of the file are not what this call is about.
    plugins.first().findings.removeIf([](const Finding &finding) { return finding.code == FindingCode::IdTaken; });
    return selection;
}

Result<PluginSelection> readOne(const QString &path, const std::atomic_bool &cancel)
{
    if (const QString file = fileOfEntry(path); !file.isEmpty()) {
        return readEntry(path, file, cancel);
    }
    const Result<FolderScanResult> scan = scanFolder(path, {.cancel = &cancel});
    if (!scan) {
        return scan.error();
    }
    PluginSelection selection{.root = scan.value().root,
                              .plugins = scan.value().plugins,
                              .problems = scan.value().problems,
                              .decisionsBroken = scan.value().decisionsBroken,
                              .folders = {},
                              .namedFiles = {},
                              .cancelled = scan.value().cancelled};
    if (!QFileInfo(path).isFile()) {
        selection.folders = scan.value().folders;
    } else {
        // Whoever names a file means it, whatever its name looks like; an earlier decision holds.
        for (Plugin &plugin : selection.plugins) {
            if (plugin.includable && plugin.skipped && plugin.skipped != SkipReason::ExcludedByUser) {
                takeAnyway(plugin);
            }
        }
        std::ranges::transform(selection.plugins, std::back_inserter(selection.namedFiles), &Plugin::path);
    }
    return selection;
}

bool isWanted(const std::optional<PluginKind> &kind, const QString &id, const CommandLineOptions &options)
{
    if (!options.kinds.isEmpty() && !(kind && options.kinds.contains(*kind))) {
        return false;
    }
    return options.idPatterns.isEmpty() ||
           (kind && std::ranges::any_of(options.idPatterns, [&kind, &id](const PluginReference &pattern) {
                return pattern.matches(spaceOf(*kind), id);
            }));
}

} // namespace

Result<PluginSelection> readPlugins(const QStringList &paths, const std::atomic_bool &cancel)
{
    Result<PluginSelection> selection = readOne(paths.value(0, u"."_s), cancel);
    if (!selection) {
        return selection;
    }
    for (const QString &path : paths.mid(1)) {
        Result<PluginSelection> next = readOne(path, cancel);
        if (!next) {
            return next;
        }
        merge(selection.value(), std::move(next).value());
    }
    if (paths.size() > 1) {
        flagTakenIds(selection.value().plugins);
    }
    return selection;
}

Result<PluginSelection> readPlugins(const CommandLineOptions &options, const std::atomic_bool &cancel)
{
    Result<PluginSelection> selection = readPlugins(options.paths, cancel);
    if (!selection) {
        return selection;
    }
    for (const PluginReference &pattern : options.idPatterns) {
        const auto has = [&selection, &pattern](PluginSpace space) {
            return std::ranges::any_of(selection.value().plugins, [&pattern, space](const Plugin &plugin) {
                return plugin.kind && !plugin.skipped && spaceOf(*plugin.kind) == space &&
                       pattern.matches(space, plugin.id);
            });
        };
        if (pattern.isBareId() && has(PluginSpace::Function) && has(PluginSpace::Tool)) {
            return ambiguousReference(pattern.id, tr("This folder"));
        }
    }
    return selection;
}

bool isWanted(const Plugin &plugin, const CommandLineOptions &options)
{
    return isWanted(plugin.kind, plugin.id, options);
}

bool isWanted(const ServerPlugin &plugin, const CommandLineOptions &options)
{
    return isWanted(plugin.kind, plugin.id, options);
}

bool isNamedInVain(const Plugin &plugin, const PluginSelection &selection)
{
    return plugin.skipped && selection.namedFiles.contains(plugin.path);
}

void removeUnwanted(QList<Plugin> &plugins, const CommandLineOptions &options)
{
    plugins.removeIf([&options](const Plugin &plugin) { return !plugin.skipped && !isWanted(plugin, options); });
}

} // namespace owui
