// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/input/historyfinder.h"

#include "commandline/input/serverlookup.h"
#include "server/servererror.h"

namespace owui {

HistoryFinder::HistoryFinder(OpenWebUi &server, HistoryStore &store, QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_store(store)
    , m_history(store)
{
}

void HistoryFinder::find(const PluginReference &reference)
{
    m_reference = reference;
    if (reference.space) {
        show(*reference.space);
        return;
    }
    const HistoryQuery query{.server = originOf(m_server.connection().url), .id = reference.id};
    m_store.entries(query, this, [this](const Result<QList<HistoryEntry>> &entries) {
        // What could not be read is told when the history is shown.
        QSet<PluginSpace> spaces;
        for (const HistoryEntry &entry : entries ? entries.value() : QList<HistoryEntry>()) {
            spaces.insert(entry.space);
        }
        askServer(spaces);
    });
}

void HistoryFinder::askServer(const QSet<PluginSpace> &spaces)
{
    lookUpBoth(m_server, m_reference.id, this, [this, spaces](const LookUp &function, const LookUp &tool) {
        QSet<PluginSpace> known = spaces;
        ServerError error;
        for (const LookUp &look : {function, tool}) {
            if (look.presence == Presence::Found) {
                known.insert(look.plugin->space);
            } else if (look.presence == Presence::Failed) {
                error = look.error;
            }
        }
        decide(known, error);
    });
}

void HistoryFinder::decide(const QSet<PluginSpace> &spaces, const ServerError &error)
{
    if (spaces.size() == 1) {
        show(*spaces.cbegin());
    } else if (spaces.size() > 1) {
        fail(ambiguousReference(m_reference.id, tr("The server")));
    } else if (error) {
        fail({tr("“%1” could not be looked up. %2").arg(m_reference.text(), failureText(error)), error.remedy()},
             error);
    } else {
        fail({tr("Neither the server nor its history here has a plugin “%1”.").arg(m_reference.text()),
              tr("“owui-deploy history” shows what was sent.")});
    }
}

void HistoryFinder::show(PluginSpace space)
{
    connect(&m_history, &PluginHistory::loaded, this, [this, space] {
        emit finished({.space = space, .moments = m_history.moments(), .problem = m_history.problem(), .error = {}});
    });
    m_history.show(originOf(m_server.connection().url), &m_server, space, m_reference.id);
}

void HistoryFinder::fail(const Problem &problem, const ServerError &error)
{
    emit finished({.space = {}, .moments = {}, .problem = problem, .error = error});
}

} // namespace owui
