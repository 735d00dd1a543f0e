// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/output/planoutput.h"

#include "compare/plandecision.h"

#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

QJsonArray warningsArray(const QList<PlanWarning> &warnings)
{
    QJsonArray array;
    for (const PlanWarning &warning : warnings) {
        array.append(QJsonObject{
            {u"code"_s, nameOf(warning.code)},
            {u"text"_s, warning.text},
            {u"allow"_s, warning.consent ? QJsonValue(nameOf(*warning.consent)) : QJsonValue(QJsonValue::Null)}});
    }
    return array;
}

QJsonObject rowObject(const PlanRow &row, const Inventory &inventory, const CommandLineOptions &options)
{
    const std::optional<ServerPlugin> there = serverSide(row, inventory);
    const bool hasSwitch = there && there->space == PluginSpace::Function;
    QJsonObject object = pluginObject(row.plugin);
    object.insert(u"compare"_s, nameOf(row.comparison.state));
    object.insert(u"serverVersion"_s, textOrNull(there ? there->version() : QString()));
    object.insert(u"serverActive"_s, hasSwitch ? QJsonValue(there->active) : QJsonValue(QJsonValue::Null));
    object.insert(u"action"_s, nameOf(decide(row, options.allowed, options.sendUnchanged).action));
    object.insert(u"warnings"_s, warningsArray(row.warnings));
    return object;
}

QJsonObject serverOnlyObject(const ServerPlugin &plugin)
{
    const bool hasSwitch = plugin.space == PluginSpace::Function;
    return {{u"kind"_s, plugin.kind ? QJsonValue(nameOf(*plugin.kind)) : QJsonValue(QJsonValue::Null)},
            {u"id"_s, plugin.id},
            {u"name"_s, plugin.name},
            {u"version"_s, textOrNull(plugin.version())},
            {u"active"_s, hasSwitch ? QJsonValue(plugin.active) : QJsonValue(QJsonValue::Null)}};
}

} // namespace

QList<ServerPlugin> pluginsOnlyOnServer(const Inventory &inventory, const PluginSelection &selection,
                                        const CommandLineOptions &options)
{
    QList<ServerPlugin> only;
    if (std::ranges::any_of(options.paths, [](const QString &path) { return QFileInfo(path).isFile(); })) {
        return only;
    }
    for (const PluginSpace space : {PluginSpace::Function, PluginSpace::Tool}) {
        QSet<QString> here;
        for (const Plugin &plugin : selection.plugins) {
            if (plugin.kind && spaceOf(*plugin.kind) == space) {
                here.insert(plugin.id);
            }
        }
        const QList<ServerPlugin> there = inventory.plugins(space);
        std::ranges::copy_if(there, std::back_inserter(only), [&here, &options](const ServerPlugin &plugin) {
            return !here.contains(plugin.id) && isWanted(plugin, options);
        });
    }
    return only;
}

QJsonObject planDocument(const QJsonObject &server, const PluginSelection &selection, const ComparedFolder &compared,
                         const Inventory &inventory, const CommandLineOptions &options)
{
    QJsonArray plugins;
    for (const PlanRow &row : compared.rows) {
        plugins.append(rowObject(row, inventory, options));
    }
    QJsonArray serverOnly;
    std::ranges::transform(compared.serverOnly, std::back_inserter(serverOnly), serverOnlyObject);
    QJsonObject document = listDocument(selection.root, selection.plugins);
    document.insert(u"server"_s, server);
    document.insert(u"plugins"_s, plugins);
    document.insert(u"serverOnly"_s, serverOnly);
    return document;
}

std::optional<ServerPlugin> serverSide(const PlanRow &row, const Inventory &inventory)
{
    const Plugin &plugin = row.plugin;
    return plugin.kind && !plugin.id.isEmpty() ? inventory.find(spaceOf(*plugin.kind), plugin.id).plugin : std::nullopt;
}

} // namespace owui
