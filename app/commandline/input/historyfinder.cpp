// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/input/historyfinder.h"

#include "deploy/job/deploywords.h"

namespace owui {

HistoryFinder::HistoryFinder(OpenWebUi &server, HistoryStore &store, QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_store(store)
    , m_history(store)
{
}

HistoryFinder::~HistoryFinder() = default;

void HistoryFinder::find(const PluginReference &reference)
{
    m_reference = reference;
    if (reference.space) {
        show(*reference.space);
        return;
    }
    m_pending = 3;
    readEntries();
    askServer(PluginSpace::Function);
    askServer(PluginSpace::Tool);
}

void HistoryFinder::readEntries()
{
    const HistoryQuery query{.server = originOf(m_server.connection().url), .id = m_reference.id};
    m_store.entries(query, this, [this](const Result<QList<HistoryEntry>> &entries) {
        // What could not be read is told when the history is shown.
        if (entries) {
            for (const HistoryEntry &entry : entries.value()) {
                m_spaces.insert(entry.space);
            }
        }
        decide();
    });
}

void HistoryFinder::askServer(PluginSpace space)
{
    m_server.lookUp(space, m_reference.id, this, [this, space](const LookUp &lookUp) {
        if (lookUp.presence == Presence::Found) {
            m_spaces.insert(space);
        } else if (lookUp.presence == Presence::Failed) {
            m_error = lookUp.error;
        }
        decide();
    });
}

void HistoryFinder::decide()
{
    if (--m_pending > 0) {
        return;
    }
    if (m_spaces.size() == 1) {
        show(*m_spaces.cbegin());
    } else if (m_spaces.size() > 1) {
        fail(ambiguousReference(m_reference.id, tr("The server")));
    } else if (m_error) {
        fail({tr("“%1” could not be looked up. %2").arg(m_reference.text(), failureText(m_error)), m_error.remedy()},
             m_error);
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
