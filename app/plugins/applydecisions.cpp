// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/folderscan.h"
#include "plugins/pathrules.h"
#include "plugins/pluginfile.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

using SpaceAndId = std::pair<PluginSpace, QString>;

SpaceAndId keyOf(const Plugin &plugin)
{
    return {spaceOf(*plugin.kind), plugin.id};
}

/// A file that is not deployed by default although it is a plugin.
void skip(Plugin &plugin, SkipReason reason)
{
    plugin.skipped = reason;
    plugin.includable = true;
}

void skipLocalizedCopies(QList<Plugin> &plugins)
{
    QSet<QString> paths;
    QList<std::pair<qsizetype, QString>> copies;
    for (qsizetype i = 0; i < plugins.size(); ++i) {
        const Plugin &plugin = plugins[i];
        const qsizetype name = plugin.path.lastIndexOf(u'/') + 1;
        const QString original = originalOfLocalizedCopy(QStringView(plugin.path).sliced(name));
        if (plugin.kind && !plugin.skipped && !plugin.entry && !original.isEmpty()) {
            copies.append({i, plugin.path.first(name) + original});
        }
    }
    if (copies.isEmpty()) {
        return;
    }
    for (const Plugin &plugin : std::as_const(plugins)) {
        paths.insert(plugin.path);
    }
    for (const auto &[index, original] : copies) {
        if (paths.contains(original)) {
            skip(plugins[index], SkipReason::LocalizedCopy);
        }
    }
}

void skipSourcesOfBundles(QList<Plugin> &plugins)
{
    QSet<SpaceAndId> bundles;
    const auto counts = [](const Plugin &plugin) { return plugin.kind && !plugin.skipped && !plugin.id.isEmpty(); };
    QList<qsizetype> sources;
    for (qsizetype i = 0; i < plugins.size(); ++i) {
        if (!counts(plugins[i])) {
            continue;
        }
        if (isBelowSources(plugins[i].path)) {
            sources.append(i);
        } else {
            bundles.insert(keyOf(plugins[i]));
        }
    }
    for (const qsizetype index : std::as_const(sources)) {
        if (bundles.contains(keyOf(plugins[index]))) {
            skip(plugins[index], SkipReason::TestOrHelper);
        }
    }
}

void apply(Plugin &plugin, const FolderDecisions &decisions)
{
    if (!plugin.kind) {
        return;
    }
    plugin.raisesVersion = decisions.raisesVersions() && !plugin.entry;
    if (decisions.isExcluded(plugin.path)) {
        skip(plugin, SkipReason::ExcludedByUser);
    } else if (decisions.isIncluded(plugin.path) && plugin.includable) {
        takeAnyway(plugin);
    }
    if (const QString pinned = decisions.pinnedId(plugin.path); !pinned.isEmpty()) {
        if (plugin.skipped == SkipReason::NoOwnClass) {
            takeAnyway(plugin); // who pins its id means it as a plugin
        }
        plugin.id = pinned;
        plugin.idOrigin = IdOrigin::Pinned;
        plugin.findings.removeIf([](const Finding &finding) {
            return finding.code == FindingCode::IdInvalid || finding.code == FindingCode::IdChanged;
        });
    }
}

} // namespace

void applyDecisions(QList<Plugin> &plugins, const FolderDecisions &decisions)
{
    skipLocalizedCopies(plugins);
    skipSourcesOfBundles(plugins);
    if (!decisions.isEmpty()) {
        for (Plugin &plugin : plugins) {
            apply(plugin, decisions);
        }
    }
    flagTakenIds(plugins);
}

void takeAnyway(Plugin &plugin)
{
    plugin.skipped.reset();
    plugin.included = true;
}

Plugin readAfresh(const Plugin &listed, const PluginSource &source)
{
    Plugin fresh = readPlugin(listed.file(), source);
    fresh.raisesVersion = listed.raisesVersion;
    if (listed.included) {
        takeAnyway(fresh); // the file alone does not know that it was named or included
    }
    if (fresh.kind && listed.idOrigin == IdOrigin::Pinned) {
        fresh.id = listed.id;
        fresh.idOrigin = IdOrigin::Pinned;
    }
    return fresh;
}

void flagTakenIds(QList<Plugin> &plugins)
{
    constexpr qsizetype shown = 3;
    QHash<SpaceAndId, QList<qsizetype>> users;
    users.reserve(plugins.size());
    for (qsizetype i = 0; i < plugins.size(); ++i) {
        if (plugins[i].deployable()) {
            users[keyOf(plugins[i])].append(i);
        }
    }
    for (const QList<qsizetype> &indexes : std::as_const(users)) {
        for (const qsizetype index : indexes.size() > 1 ? indexes : QList<qsizetype>()) {
            QStringList others;
            for (const qsizetype other : indexes) {
                if (other != index && others.size() < shown) {
                    others.append(plugins[other].path);
                }
            }
            const QString more = indexes.size() - 1 > shown ? u", …"_s : QString();
            plugins[index].findings.append({FindingCode::IdTaken, others.join(u", "_s) + more, 0});
        }
    }
}

} // namespace owui
