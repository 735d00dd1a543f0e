// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/commands/listcommand.h"

#include "commandline/input/interrupt.h"
#include "commandline/input/pluginselection.h"
#include "commandline/output/console.h"
#include "commandline/output/jsonoutput.h"
#include "commandline/output/pluginlines.h"
#include "commandline/output/texttable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

ListCommand::ListCommand(const CommandLineOptions &options, Console &console, const Interrupt &interrupt,
                         QObject *parent)
    : Command(parent)
    , m_options(options)
    , m_console(console)
    , m_interrupt(interrupt)
{
}

void ListCommand::start()
{
    emit finished(run());
}

ExitCode ListCommand::run()
{
    Result<PluginSelection> read = readPlugins(m_options, m_interrupt.flag());
    if (!read) {
        complainAbout(read.error(), m_console);
        return ExitCode::Usage;
    }
    PluginSelection &selection = read.value();
    if (selection.cancelled) {
        return ExitCode::Interrupted;
    }
    for (const Problem &problem : std::as_const(selection.problems)) {
        complainAbout(problem, m_console);
    }
    selection.plugins.removeIf(
        [this](const Plugin &plugin) { return !plugin.skipped && !isWanted(plugin, m_options); });
    if (m_options.json) {
        m_console.document(documentText(listDocument(selection.root, selection.plugins)));
    } else {
        print(selection.plugins);
    }
    return selection.problems.isEmpty() ? ExitCode::Done : ExitCode::Failed;
}

void ListCommand::print(const QList<Plugin> &plugins) const
{
    const bool verbose = m_options.verbosity == Verbosity::Verbose;
    TextTable table({{tr("KIND"), Tone::Faint},
                     {tr("ID"), Tone::Faint},
                     {tr("VERSION"), Tone::Faint},
                     {tr("NAME"), Tone::Faint},
                     {tr("FILE"), Tone::Faint},
                     {tr("FOUND"), Tone::Faint}});
    TextTable skipped({{tr("NOT A PLUGIN"), Tone::Faint}, {tr("REASON"), Tone::Faint}});
    for (const Plugin &plugin : plugins) {
        if (plugin.skipped) {
            skipped.addRow({{plugin.path, Tone::Plain}, {textOf(*plugin.skipped), Tone::Faint}});
        } else {
            table.addRow({{plugin.kind ? nameOf(*plugin.kind) : QString(), Tone::Plain},
                          {plugin.id.isEmpty() ? u"–"_s : plugin.id, Tone::Strong},
                          {plugin.version().isEmpty() ? u"–"_s : plugin.version(), Tone::Plain},
                          {plugin.title(), Tone::Plain},
                          {plugin.path, Tone::Faint},
                          {findingsText(plugin.findings), plugin.deployable() ? Tone::Warning : Tone::Bad}});
        }
    }
    if (!table.isEmpty()) {
        table.print(m_console);
    }
    if (verbose) {
        for (const Plugin &plugin : plugins) {
            std::ranges::for_each(plugin.findings, [this, &plugin](const Finding &finding) {
                if (!plugin.skipped) {
                    printFinding(plugin, finding, m_console);
                }
            });
        }
        if (!skipped.isEmpty()) {
            skipped.print(m_console);
        }
    }
    m_console.note(countsText(plugins));
}

} // namespace owui
