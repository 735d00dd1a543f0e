// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/output/planlines.h"

#include "commandline/output/console.h"
#include "commandline/output/texttable.h"
#include "compare/plandecision.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

QString orDash(const QString &text)
{
    return text.isEmpty() ? u"–"_s : text;
}

Tone toneOf(CompareState state)
{
    switch (state) {
    case CompareState::Same:
        return Tone::Faint;
    case CompareState::Missing:
    case CompareState::Newer:
        return Tone::Good;
    case CompareState::Changed:
    case CompareState::Differs:
    case CompareState::Older:
        return Tone::Warning;
    case CompareState::Unknown:
        return Tone::Bad;
    }
    return Tone::Plain;
}

QString switchText(const std::optional<ServerPlugin> &there)
{
    return !there || there->space == PluginSpace::Tool ? QString() : there->active ? tr("on") : tr("off");
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
    return row.versionFrom.isEmpty() || row.versionFrom == row.versionTo
               ? row.versionTo
               : u"%1 → %2"_s.arg(row.versionFrom, orDash(row.versionTo));
}

QString allowHint(const PlanWarning &warning, const CommandLineOptions &options)
{
    return warning.consent && !options.allowed.contains(*warning.consent)
               ? u' ' + tr("Here that is --allow %1.").arg(nameOf(*warning.consent))
               : QString();
}

/// "2 newer here; 1 same": every state that occurs.
QString stateCounts(const QList<PlanRow> &rows)
{
    QStringList parts;
    for (const CompareState state : allOf<CompareState>()) {
        const auto count = std::ranges::count(rows, state, [](const PlanRow &row) { return row.comparison.state; });
        if (count > 0) {
            parts.append(u"%1 %2"_s.arg(count).arg(textOf(state)));
        }
    }
    return parts.join(u"; "_s); // a state may have a comma of its own
}

} // namespace

void printStatus(const QList<PlanRow> &rows, const QList<ServerPlugin> &serverOnly, const Inventory &inventory,
                 Console &console)
{
    TextTable table({{tr("KIND"), Tone::Faint},
                     {tr("ID"), Tone::Faint},
                     {tr("HERE"), Tone::Faint},
                     {tr("SERVER"), Tone::Faint},
                     {tr("SWITCH"), Tone::Faint},
                     {tr("COMPARED"), Tone::Faint},
                     {tr("FILE"), Tone::Faint}});
    for (const PlanRow &row : rows) {
        const std::optional<ServerPlugin> there = serverSide(row, inventory);
        const CompareState state = row.comparison.state;
        if (state == CompareState::Same && console.verbosity() == Verbosity::Quiet) {
            continue;
        }
        table.addRow({{row.plugin.kind ? nameOf(*row.plugin.kind) : QString(), Tone::Plain},
                      {orDash(row.plugin.id), Tone::Strong},
                      {orDash(row.plugin.version()), Tone::Plain},
                      {there ? orDash(there->version()) : QString(), Tone::Plain},
                      {switchText(there), Tone::Plain},
                      {textOf(state), toneOf(state)},
                      {row.plugin.path, Tone::Faint}});
    }
    if (!table.isEmpty()) {
        table.print(console);
    }
    TextTable only({{tr("ONLY ON THE SERVER"), Tone::Faint},
                    {tr("ID"), Tone::Faint},
                    {tr("VERSION"), Tone::Faint},
                    {tr("SWITCH"), Tone::Faint},
                    {tr("NAME"), Tone::Faint}});
    for (const ServerPlugin &plugin : serverOnly) {
        only.addRow({{plugin.kind ? nameOf(*plugin.kind) : QString(), Tone::Plain},
                     {plugin.id, Tone::Strong},
                     {orDash(plugin.version()), Tone::Plain},
                     {switchText(plugin), Tone::Plain},
                     {plugin.name, Tone::Plain}});
    }
    if (!only.isEmpty() && console.verbosity() != Verbosity::Quiet) {
        only.print(console);
    }
    const QString counts = rows.isEmpty() ? tr("No plugins here.") : tr("%1.").arg(stateCounts(rows));
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
                      {row.plugin.kind ? nameOf(*row.plugin.kind) : QString(), Tone::Plain},
                      {orDash(row.plugin.id), Tone::Strong},
                      {orDash(versionsText(row)), Tone::Plain},
                      {row.plugin.path, Tone::Faint}});
        for (const PlanWarning &warning : row.warnings) {
            const bool shown = !isForInformation(warning.code) || console.verbosity() == Verbosity::Verbose;
            if (shown) {
                table.addNote({warning.text + allowHint(warning, options), Tone::Warning});
            }
        }
    }
    table.print(console);
    const int requests = std::accumulate(sent.cbegin(), sent.cend(), sharedRequests(sent),
                                         [](int sum, const PlanRow &row) { return sum + row.requests; });
    console.note(tr("To create: %1, to update: %2, unchanged: %3, blocked: %4; requests: %5.")
                     .arg(counts.value(PlanAction::Create))
                     .arg(counts.value(PlanAction::Update))
                     .arg(counts.value(PlanAction::None))
                     .arg(counts.value(PlanAction::Blocked))
                     .arg(requests));
}

} // namespace owui
