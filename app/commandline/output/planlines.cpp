// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/output/planlines.h"

#include "commandline/arguments/texts.h"
#include "commandline/output/console.h"
#include "commandline/output/jsonoutput.h"
#include "commandline/output/pluginlines.h"
#include "commandline/output/texttable.h"
#include "compare/plan/plandecision.h"

#include <QJsonArray>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

Tone toneOf(CompareState state)
{
    return state == CompareState::Same                                      ? Tone::Faint
           : state == CompareState::Missing || state == CompareState::Newer ? Tone::Good
           : state == CompareState::Unknown                                 ? Tone::Bad
                                                                            : Tone::Warning;
}

QString switchText(const ServerPlugin &there)
{
    return !there.isOn() ? QString() : there.active ? tr("on") : tr("off");
}

TextTable::Cell symbolOf(PlanAction action)
{
    switch (action) {
    case PlanAction::Create:
        return {u"+"_s, Tone::Good};
    case PlanAction::Update:
        return {u"~"_s, Tone::Good};
    case PlanAction::None:
        return {u" "_s, Tone::Faint};
    case PlanAction::Blocked:
        return {u"!"_s, Tone::Bad};
    }
    return {};
}

QString versionsText(const PlanRow &row)
{
    const QString change = u"%1 → %2"_s.arg(row.versionFrom, orDash(row.versionTo));
    return row.versionFrom.isEmpty() || row.versionFrom == row.versionTo ? row.versionTo
           : row.has(PlanWarningCode::VersionRaised)                     ? tr("%1, raised in the file").arg(change)
                                                                         : change;
}

/// Which option lets it pass that is not given yet.
QString allowHint(const PlanWarning &warning, const CommandLineOptions &options)
{
    return warning.consent && !options.allowed.contains(*warning.consent) ? u' ' + consentHint({*warning.consent})
                                                                          : QString();
}

/// "2 newer here; 1 same": every state that occurs.
QString stateCounts(const QList<PlanRow> &rows)
{
    QStringList parts;
    for (const CompareState state : allOf<CompareState>()) {
        const auto count = std::ranges::count(rows, state, [](const PlanRow &row) { return row.comparison.state; });
        if (count > 0) {
            parts.append(u"%1 %2"_s.arg(QString::number(count), textOf(state)));
        }
    }
    return parts.join(u"; "_s); // a state may have a comma of its own
}

/// What the server has and the folder has not, as far as --kind and --id do not leave it out. Nothing where files were
/// named: they do not stand for the whole folder.
QList<ServerPlugin> pluginsOnlyOnServer(const ComparedFolder &compared, const CommandLineOptions &options)
{
    QList<ServerPlugin> only =
        compared.inventory.plugins(PluginSpace::Function) + compared.inventory.plugins(PluginSpace::Tool);
    only.removeIf([&compared, &options](const ServerPlugin &there) {
        const auto isHere = [&there](const Plugin &plugin) {
            return plugin.kind && spaceOf(*plugin.kind) == there.space && plugin.id == there.id;
        };
        return !compared.selection.namedFiles.isEmpty() || !isWanted(there, options) ||
               std::ranges::any_of(compared.selection.plugins, isHere);
    });
    return only;
}

QJsonArray warningsArray(const QList<PlanWarning> &warnings)
{
    QJsonArray array;
    for (const PlanWarning &warning : warnings) {
        array.append(QJsonObject{
            {u"code"_s, nameOf(warning.code)}, {u"text"_s, warning.text}, {u"allow"_s, nameOrNull(warning.consent)}});
    }
    return array;
}

QJsonObject rowObject(const PlanRow &row, const Inventory &inventory, const CommandLineOptions &options)
{
    const std::optional<ServerPlugin> there = serverSide(row, inventory);
    QJsonObject object = pluginObject(row.plugin);
    object.insert(u"compare"_s, nameOf(row.comparison.state));
    object.insert(u"serverVersion"_s, textOrNull(there ? there->version() : QString()));
    object.insert(u"serverActive"_s, flagOrNull(there ? there->isOn() : std::nullopt));
    object.insert(u"action"_s, nameOf(decide(row, options.allowed, options.sendUnchanged).action));
    object.insert(u"warnings"_s, warningsArray(row.warnings));
    return object;
}

QJsonObject serverOnlyObject(const ServerPlugin &plugin)
{
    return {{u"kind"_s, nameOrNull(plugin.kind)},
            {u"id"_s, plugin.id},
            {u"name"_s, plugin.name},
            {u"version"_s, textOrNull(plugin.version())},
            {u"active"_s, flagOrNull(plugin.isOn())}};
}

} // namespace

void printStatus(const ComparedFolder &compared, const CommandLineOptions &options, Console &console)
{
    TextTable table({tr("KIND"), tr("ID"), tr("HERE"), tr("SERVER"), tr("SWITCH"), tr("COMPARED"), tr("FILE")});
    for (const PlanRow &row : compared.rows) {
        const std::optional<ServerPlugin> there = serverSide(row, compared.inventory);
        const CompareState state = row.comparison.state;
        if (state != CompareState::Same || console.verbosity() != Verbosity::Quiet) {
            table.addRow({{kindText(row.plugin.kind)},
                          {orDash(row.plugin.id), Tone::Strong},
                          {orDash(row.plugin.version())},
                          {there ? orDash(there->version()) : QString()},
                          {there ? switchText(*there) : QString()},
                          {textOf(state), toneOf(state)},
                          {row.plugin.path, Tone::Faint}});
        }
    }
    table.print(console);
    const QList<ServerPlugin> serverOnly = pluginsOnlyOnServer(compared, options);
    TextTable only({tr("ONLY ON THE SERVER"), tr("ID"), tr("VERSION"), tr("SWITCH"), tr("NAME")});
    for (const ServerPlugin &plugin : serverOnly) {
        only.addRow({{kindText(plugin.kind)},
                     {plugin.id, Tone::Strong},
                     {orDash(plugin.version())},
                     {switchText(plugin)},
                     {plugin.name}});
    }
    if (console.verbosity() != Verbosity::Quiet) {
        only.print(console);
    }
    const QString counts = compared.rows.isEmpty() ? tr("No plugins here.") : tr("%1.").arg(stateCounts(compared.rows));
    console.note(serverOnly.isEmpty() ? counts : counts + u' ' + tr("Only on the server: %1.").arg(serverOnly.size()));
}

void printPlan(const QList<PlanRow> &rows, const CommandLineOptions &options, Console &console)
{
    QHash<PlanAction, int> counts;
    QList<PlanRow> sent;
    TextTable table;
    for (const PlanRow &row : rows) {
        const PlanDecision decision = decide(row, options.allowed, options.sendUnchanged);
        ++counts[decision.action];
        if (decision.action == PlanAction::None && console.verbosity() != Verbosity::Verbose) {
            continue;
        }
        if (decision.action == PlanAction::Create || decision.action == PlanAction::Update) {
            sent.append(row);
        }
        table.addRow({symbolOf(decision.action),
                      {kindText(row.plugin.kind)},
                      {orDash(row.plugin.id), Tone::Strong},
                      {orDash(versionsText(row))},
                      {row.plugin.path, Tone::Faint}});
        for (const PlanWarning &warning : row.warnings) {
            // That settings may be lost unseen is worth a line, though nothing can be done about it here.
            if (!isForInformation(warning.code) || warning.code == PlanWarningCode::ValvesNotRead ||
                console.verbosity() == Verbosity::Verbose) {
                table.addNote({warning.text + allowHint(warning, options), Tone::Warning});
            }
        }
    }
    table.print(console);
    const int requests = std::accumulate(sent.cbegin(), sent.cend(), sharedRequests(sent),
                                         [](int sum, const PlanRow &row) { return sum + row.requests; });
    console.note(tr("To create: %1, to update: %2, unchanged: %3, blocked: %4; requests: %5.")
                     .arg(QString::number(counts.value(PlanAction::Create)),
                          QString::number(counts.value(PlanAction::Update)),
                          QString::number(counts.value(PlanAction::None)),
                          QString::number(counts.value(PlanAction::Blocked)), QString::number(requests)));
}

QJsonObject planDocument(const ComparedFolder &compared, const CommandLineOptions &options)
{
    QJsonArray plugins;
    for (const PlanRow &row : compared.rows) {
        plugins.append(rowObject(row, compared.inventory, options));
    }
    QJsonArray serverOnly;
    std::ranges::transform(pluginsOnlyOnServer(compared, options), std::back_inserter(serverOnly), serverOnlyObject);
    QJsonObject document = listDocument(compared.selection.root, compared.selection.plugins);
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
