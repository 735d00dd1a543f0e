// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/commands/pluginhistorycommand.h"

#include "commandline/input/serverlookup.h"
#include "deploy/back/pluginhistory.h"
#include "deploy/run/serversession.h"
#include "server/servererror.h"

namespace owui {

void PluginHistoryCommand::start()
{
    if (!options().paths.isEmpty()) {
        m_reference = readReference(options().paths.first());
    }
    if (!hasEnded()) {
        findServer();
    }
}

void PluginHistoryCommand::connected()
{
    if (m_reference->space) {
        show(*m_reference->space);
        return;
    }
    const HistoryQuery query{.server = originOf(session()->connection().url), .id = m_reference->id};
    history().entries(query, this, [this](const Result<QList<HistoryEntry>> &entries) {
        // What could not be read is told when the history is shown.
        QSet<PluginSpace> spaces;
        for (const HistoryEntry &entry : entries ? entries.value() : QList<HistoryEntry>()) {
            spaces.insert(entry.space);
        }
        askServer(spaces);
    });
}

void PluginHistoryCommand::askServer(const QSet<PluginSpace> &spaces)
{
    lookUpBoth(session()->server(), m_reference->id, this,
               [this, known = spaces](const LookUp &function, const LookUp &tool) mutable {
                   ServerError error;
                   for (const LookUp &look : {function, tool}) {
                       if (look.presence == Presence::Found) {
                           known.insert(look.plugin->space);
                       } else if (look.error) {
                           error = look.error;
                       }
                   }
                   if (!hasEnded()) {
                       decide(known, error);
                   }
               });
}

void PluginHistoryCommand::decide(const QSet<PluginSpace> &spaces, const ServerError &error)
{
    const QString name = m_reference->text();
    if (spaces.size() == 1) {
        show(*spaces.cbegin());
    } else if (spaces.size() > 1) {
        fail(ambiguousReference(m_reference->id, tr("The server")), ExitCode::Failed);
    } else if (error) {
        fail({tr("“%1” could not be looked up. %2").arg(name, failureText(error)), error.remedy()},
             ExitCode::NoConnection);
    } else {
        fail({tr("Neither the server nor its history here has a plugin “%1”.").arg(name),
              tr("“owui-deploy history” shows what was sent.")},
             ExitCode::Failed);
    }
}

void PluginHistoryCommand::show(PluginSpace space)
{
    auto *plugin = new PluginHistory(history(), this);
    connect(plugin, &PluginHistory::loaded, this, [this, plugin, space] {
        if (!hasEnded()) {
            found(space, *plugin);
        }
    });
    plugin->show(originOf(session()->connection().url), &session()->server(), space, m_reference->id);
}

} // namespace owui
