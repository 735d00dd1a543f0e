// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/back/pluginhistory.h"
#include "server/servererror.h"

namespace owui {

namespace {

constexpr int entriesOfPage = 100;
constexpr int versionsOfPage = 20; // the server's (contract 7)

/// Releases before 0.12 answer the path with the web page, minimal servers with another 404.
bool saysNoVersions(const ServerError &error)
{
    return error.kind == ServerErrorKind::NotJson || error.kind == ServerErrorKind::RouteMissing ||
           error.kind == ServerErrorKind::NotFound;
}

} // namespace

PluginHistory::PluginHistory(HistoryStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
}

void PluginHistory::show(const QString &serverOrigin, OpenWebUi *server, PluginSpace space, const QString &id)
{
    m_server = server;
    m_origin = serverOrigin;
    m_space = space;
    m_id = id;
    m_moments.clear();
    refresh();
}

void PluginHistory::refresh()
{
    ++m_generation;
    m_pending = 0;
    m_entries.clear();
    m_versions.clear();
    m_liveVersion.clear();
    m_problem = {};
    m_page = 1;
    m_moreEntries = false;
    m_moreVersions = false;
    readEntries(0);
    if (m_server != nullptr) {
        readVersions(m_page);
        askForLive();
    }
}

void PluginHistory::showMore()
{
    if (isLoading()) {
        return;
    }
    if (m_moreVersions && m_server != nullptr) {
        readVersions(++m_page);
    }
    if (m_moreEntries) {
        readEntries(m_entries.last().number);
    }
}

void PluginHistory::readEntries(qint64 before)
{
    ++m_pending;
    const HistoryQuery query{.server = m_origin, .space = m_space, .id = m_id, .before = before, .most = entriesOfPage};
    m_store.entries(query, this, [this, generation = m_generation](const Result<QList<HistoryEntry>> &read) {
        if (generation != m_generation) {
            return;
        }
        if (read) {
            m_entries.append(read.value());
            m_moreEntries = read.value().size() == entriesOfPage;
        } else {
            m_problem = read.error();
            m_moreEntries = false;
        }
        onePartDone(generation);
    });
}

void PluginHistory::readVersions(int page)
{
    ++m_pending;
    m_server->versions(
        m_space, m_id, page, this, [this, generation = m_generation](const Answer<QList<ServerVersion>> &answer) {
            if (generation != m_generation) {
                return;
            }
            m_moreVersions = answer && answer.value->size() == versionsOfPage;
            if (answer) {
                m_versions.append(*answer.value);
            } else if (!saysNoVersions(answer.error)) {
                m_problem = {tr("The server's own versions could not be read. %1").arg(failureText(answer.error)),
                             answer.error.remedy()};
            }
            onePartDone(generation);
        });
}

void PluginHistory::askForLive()
{
    ++m_pending;
    m_server->lookUp(m_space, m_id, this, [this, generation = m_generation](const LookUp &lookUp) {
        if (generation == m_generation) {
            m_liveVersion = lookUp.plugin ? lookUp.plugin->versionId : QString();
            onePartDone(generation);
        }
    });
}

void PluginHistory::onePartDone(int generation)
{
    if (generation != m_generation || --m_pending > 0) {
        return;
    }
    m_moments = mergeHistory(m_entries, m_versions, m_liveVersion);
    emit loaded();
}

} // namespace owui
