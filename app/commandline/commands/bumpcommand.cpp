// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/commands/bumpcommand.h"

#include "commandline/output/console.h"
#include "commandline/output/jsonoutput.h"
#include "commandline/output/pluginlines.h"
#include "jsontext.h"
#include "plugins/pluginfilewriter.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace owui {

void BumpCommand::start()
{
    const std::optional<PluginSelection> selection = readSelection();
    if (!selection) {
        return;
    }
    bool isWhole = true;
    for (const Plugin &plugin : selection->plugins) {
        if (!plugin.skipped) {
            m_table.makeRoom({{}, {plugin.path}});
        }
    }
    for (const Plugin &plugin : selection->plugins) {
        if (!plugin.skipped) {
            isWhole = raise(selection->root, plugin) && isWhole;
        } else if (isNamedInVain(plugin, *selection)) {
            printRefusal(plugin, console());
            isWhole = false;
        }
    }
    if (options().json) {
        console().document(documentText({{u"root"_s, selection->root}, {u"results"_s, m_results}}));
    } else if (m_results.isEmpty() && isWhole) {
        console().note(tr("There is no plugin here."));
    }
    end(isWhole ? ExitCode::Done : ExitCode::Failed);
}

bool BumpCommand::raise(const QString &root, const Plugin &plugin)
{
    const Result<RaisedVersion> raised = raiseVersion(root, plugin, options().versionPart);
    if (!raised) {
        tell(plugin, plugin.version(), {}, raised.error());
        return false;
    }
    const std::optional<Problem> problem = options().dryRun ? std::nullopt : writeChange(raised.value().change);
    tell(plugin, raised.value().before, raised.value().after, problem);
    return !problem;
}

void BumpCommand::tell(const Plugin &plugin, const QString &before, const QString &after,
                       const std::optional<Problem> &problem)
{
    const QString outcome = problem ? u"failed"_s : options().dryRun ? u"would-raise"_s : u"raised"_s;
    m_results.append(QJsonObject{{u"path"_s, plugin.path},
                                 {u"id"_s, plugin.id},
                                 {u"outcome"_s, outcome},
                                 {u"versionBefore"_s, textOrNull(before)},
                                 {u"versionAfter"_s, textOrNull(problem ? QString() : after)},
                                 {u"message"_s, problem ? problem->text : QString()},
                                 {u"remedy"_s, problem ? problem->remedy : QString()}});
    if (problem) {
        console().complain(*problem);
        return;
    }
    if (console().verbosity() != Verbosity::Quiet) {
        const QString word = options().dryRun ? tr("would raise") : tr("raised");
        m_table.printRow({{word, Tone::Good}, {plugin.path, Tone::Strong}, {u"%1 → %2"_s.arg(before, after)}},
                         console());
        console().flush();
    }
}

} // namespace owui
