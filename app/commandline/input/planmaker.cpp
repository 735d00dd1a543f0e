// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/input/planmaker.h"

#include "deploy/run/serversession.h"
#include "history/historystore.h"
#include "history/senttexts.h"

namespace owui {

namespace {

constexpr int mostEntries = 20'000; // some for each of a folder's plugins

bool endsEverything(const ServerError &error)
{
    return error.serverGone() || error.concernsConnection();
}

} // namespace

PlanMaker::PlanMaker(ServerSession &session, HistoryStore &history, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_history(history)
    , m_inventory(session.server())
    , m_planner(m_inventory, session.server())
{
    connect(&m_inventory, &Inventory::refreshed, this, &PlanMaker::readHistory);
    connect(&m_planner, &Planner::progress, this, &PlanMaker::progress);
    connect(&m_planner, &Planner::finished, this, &PlanMaker::planned);
}

void PlanMaker::start(const QString &root, const QList<Plugin> &folder, const QList<Plugin> &chosen)
{
    m_root = root;
    m_folder = folder;
    m_chosen = chosen;
    m_session.server().fetchRelease(this, [this](const Answer<ServerRelease> &answer) {
        m_release = answer.value.value_or(ServerRelease());
        if (answer.error.serverGone()) {
            emit failed(answer.error);
        } else {
            m_inventory.refresh();
        }
    });
}

void PlanMaker::readHistory()
{
    const ServerError functions = m_inventory.error(PluginSpace::Function);
    const ServerError tools = m_inventory.error(PluginSpace::Tool);
    if (endsEverything(functions) && endsEverything(tools)) {
        emit failed(functions);
        return;
    }
    HistoryQuery query;
    query.server = originOf(m_session.connection().url);
    query.most = mostEntries;
    readSentTexts(m_history, query, this, [this](const SentTexts &texts) { compare(texts); });
}

void PlanMaker::compare(const SentTexts &texts)
{
    QHash<QString, QSet<QByteArray>> sent;
    for (const Plugin &plugin : std::as_const(m_chosen)) {
        if (plugin.kind) {
            sent.insert(plugin.path, texts.value({spaceOf(*plugin.kind), plugin.id}));
        }
    }
    m_planner.start(m_chosen, {.root = m_root, .release = m_release, .folder = m_folder, .sentBefore = sent});
}

} // namespace owui
