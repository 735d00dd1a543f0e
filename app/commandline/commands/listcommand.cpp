// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/commands/listcommand.h"

#include "commandline/output/console.h"
#include "commandline/output/jsonoutput.h"
#include "commandline/output/pluginlines.h"
#include "commandline/output/texttable.h"

using namespace Qt::StringLiterals;

namespace owui {

void ListCommand::start()
{
    std::optional<PluginSelection> selection = readSelection();
    if (!selection) {
        return;
    }
    removeUnwanted(selection->plugins, options());
    if (options().json) {
        console().document(documentText(listDocument(selection->root, selection->plugins)));
    } else {
        print(*selection);
    }
    end(ExitCode::Done);
}

void ListCommand::print(const PluginSelection &selection) const
{
    const QList<Plugin> &plugins = selection.plugins;
    TextTable table({tr("KIND"), tr("ID"), tr("VERSION"), tr("NAME"), tr("FILE"), tr("FOUND")});
    TextTable skipped({tr("NOT A PLUGIN"), tr("REASON")});
    for (const Plugin &plugin : plugins) {
        if (plugin.skipped) {
            skipped.addRow({{plugin.path}, {textOf(*plugin.skipped), Tone::Faint}});
        } else {
            table.addRow({{kindText(plugin.kind)},
                          {orDash(plugin.id), Tone::Strong},
                          {orDash(plugin.version())},
                          {plugin.title()},
                          {plugin.path, Tone::Faint},
                          {findingCounts(plugin.findings), plugin.deployable() ? Tone::Warning : Tone::Bad}});
        }
    }
    table.print(console());
    for (const Plugin &plugin : plugins) {
        if (options().verbosity != Verbosity::Verbose && isNamedInVain(plugin, selection)) {
            printRefusal(plugin, console());
        }
    }
    if (options().verbosity == Verbosity::Verbose) {
        for (const Plugin &plugin : plugins) {
            for (const Finding &finding : plugin.skipped ? QList<Finding>() : plugin.findings) {
                printFinding(plugin, finding, console());
            }
        }
        skipped.print(console());
    }
    console().note(countsText(plugins));
}

} // namespace owui
