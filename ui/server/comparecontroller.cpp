// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/server/comparecontroller.h"

#include "ui/list/pluginmodel.h"
#include "ui/parts/messagearea.h"

#include "deploy/run/planmaker.h"
#include "deploy/run/serversession.h"
#include "isolated.h"
#include "plugins/pluginfolder.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace owui {
namespace {

constexpr std::array bothSpaces{PluginSpace::Function, PluginSpace::Tool};
// What an export does not show is looked up one by one: these at once, the rest in lots that leave the server in peace.
constexpr qsizetype firstLookUps = 300;
constexpr qsizetype calmLookUps = 50;
constexpr auto calmPause = 1s;
// After a run of more than these the exports are fewer requests.
constexpr qsizetype mostAfterRun = 10;

const MessageSubject inventorySubject{u"inventory"_s, MessageScope::Server};

bool isComparable(const PluginRow &row)
{
    return !row.serverOnly && !row.plugin.skipped && row.plugin.kind && !row.plugin.id.isEmpty();
}

} // namespace

CompareController::CompareController(const Parts &parts)
    : ListController(parts)
{
    m_startTimer.setSingleShot(true);
    m_startTimer.setInterval(0);
    m_calmTimer.setSingleShot(true);
    m_calmTimer.setInterval(calmPause);
    connect(&m_calmTimer, &QTimer::timeout, this, [this] {
        const bool isChecked = m_session && m_session->state() == ServerSession::State::Checking;
        if (isChecked || (m_session && m_session->run().isRunning())) {
            m_calmTimer.start(); // that goes first
        } else if (m_session && m_session->state() == ServerSession::State::Reachable) {
            lookUpMore(calmLookUps);
        } else {
            forgetLookUps();
            m_missedServer = true;
        }
    });
    connect(&m_startTimer, &QTimer::timeout, this, &CompareController::readHistory);
    connect(&m_comparisons, &ComparisonRun::compared, &m_model, &PluginModel::setComparisons);
    connect(&m_comparisons, &ComparisonRun::finished, this, [this] { readHistory(); });
    connect(&m_model, &PluginModel::merged, this, [this] {
        if (seenAt().isValid()) {
            takeInventory();
        }
    });
}

void CompareController::leaveSession()
{
    cancel(); // a session that is still at work outlives this
    m_comparisons.cancel();
    m_stale.clear();
    m_inputs.clear();
    m_changed.clear();
    m_model.clearServer();
    m_model.setServerAnswers(true);
}

void CompareController::takeSession()
{
    if (m_session) {
        listen(m_sessionContext.get());
        takeState();
    }
    emit stateChanged();
}

void CompareController::listen(QObject *context)
{
    const Inventory *there = inventory();
    connect(there, &Inventory::refreshStarted, context, [this] {
        m_missedServer = false;
        m_messages.close(inventorySubject);
        emit stateChanged();
    });
    connect(there, &Inventory::refreshed, context, [this](bool complete) {
        if (complete) {
            tellUnread();
            takeInventory();
        } else {
            emit stateChanged();
        }
    });
    connect(there, &Inventory::confirmed, context, [this] {
        if (m_lookUps > 0 && m_session->state() == ServerSession::State::Unreachable) {
            m_missedServer = true;
        }
        if (lookUpsDone() < m_lookUps) {
            m_calmTimer.start();
        } else if (m_lookUps > 0) {
            m_lookUps = 0;
            emit stateChanged();
        }
    });
    connect(there, &Inventory::changed, context, [this](PluginSpace space, const QString &id) {
        const QStringList paths = m_paths.value({space, id});
        std::ranges::for_each(paths, [this](const QString &path) { showPlugin(path); });
        if (paths.isEmpty()) {
            showServerOnly();
        }
    });
    connect(m_session, &ServerSession::stateChanged, context, [this] { takeState(); });
    const Run *run = &m_session->run();
    connect(run, &Run::finished, context, [this](const DeployResult &result) {
        // Also what was blocked: most often because the server has something else than was seen.
        if (result.outcome != DeployOutcome::Unchanged && !result.id.isEmpty()) {
            m_changed[result.space].append(result.id);
        }
    });
    connect(run, &Run::seen, context,
            [this](PluginSpace space, const QString &id, const Sighting &now) { inventory()->learn(space, id, now); });
    connect(run, &Run::runFinished, context, [this] { endRun(); });
}

Inventory *CompareController::inventory() const
{
    return m_session ? &m_session->plans().inventory() : nullptr;
}

void CompareController::takeState()
{
    m_model.setServerAnswers(m_session->state() != ServerSession::State::Unreachable);
    const bool answers = m_session->state() == ServerSession::State::Reachable;
    if (answers && (!seenAt().isValid() || m_missedServer)) {
        refresh();
    }
    emit stateChanged();
}

bool CompareController::canRefresh() const
{
    return m_session && m_session->canBeUsed() && !isRefreshing();
}

bool CompareController::isRefreshing() const
{
    return m_session && inventory()->isRefreshing();
}

QDateTime CompareController::seenAt() const
{
    return m_session ? inventory()->seenAt() : QDateTime();
}

void CompareController::refresh()
{
    if (canRefresh()) {
        inventory()->refresh();
    }
}

void CompareController::cancel()
{
    if (m_session) {
        inventory()->cancel();
    }
    forgetLookUps();
}

void CompareController::forgetLookUps()
{
    m_absent.clear();
    m_lookUps = 0;
    m_calmTimer.stop();
    emit stateChanged();
}

void CompareController::tellUnread()
{
    const ServerError functions = inventory()->error(PluginSpace::Function);
    const ServerError tools = inventory()->error(PluginSpace::Tool);
    const ServerError &error = functions ? functions : tools;
    if (!error || m_session->state() == ServerSession::State::Refused) {
        return; // what is wrong with the key is told with its remedies
    }
    const QString text = functions && tools ? tr("The functions and tools of %1 could not be read: %2")
                         : tools            ? tr("The tools of %1 could not be read: %2")
                                            : tr("The functions of %1 could not be read: %2");
    QStringList reasons{error.text()};
    if (functions && tools && functions.text() != tools.text()) {
        reasons.append(tools.text());
    }
    m_missedServer = m_session->state() == ServerSession::State::Unreachable;
    if (m_missedServer) {
        m_messages.close(u"connection"_s); // it says no more than this
    }
    const MessageAction again{.text = tr("Try again"), .run = [this] { refresh(); }};
    m_messages.show(
        inventorySubject,
        {.text = text.arg(isolated(m_session->connection().name), reasons.join(u' ')), .remedy = error.remedy()},
        {again});
}

void CompareController::takeInventory()
{
    indexFolder();
    for (const QStringList &paths : std::as_const(m_paths)) {
        std::ranges::for_each(paths, [this](const QString &path) { showPlugin(path); });
    }
    showServerOnly();
    confirmAbsent();
    emit stateChanged();
}

void CompareController::indexFolder()
{
    m_paths.clear();
    for (int position = 0; position < m_model.rowCount(); ++position) {
        const PluginRow &row = m_model.row(position);
        if (isComparable(row)) {
            m_paths[{spaceOf(*row.plugin.kind), row.plugin.id}].append(row.plugin.path);
        }
    }
}

void CompareController::showServerOnly()
{
    QList<ServerPlugin> others;
    for (const PluginSpace space : bothSpaces) {
        const QList<ServerPlugin> plugins = inventory()->plugins(space);
        std::ranges::copy_if(plugins, std::back_inserter(others), [this](const ServerPlugin &there) {
            return !m_paths.contains({there.space, there.id});
        });
    }
    m_model.setServerOnly(others);
}

void CompareController::confirmAbsent()
{
    m_absent.clear();
    m_lookUps = 0;
    for (auto it = m_paths.cbegin(); it != m_paths.cend(); ++it) {
        const auto [space, id] = it.key();
        if (!inventory()->error(space) && inventory()->find(space, id).presence == Presence::CannotTell) {
            m_absent[space].append(id);
            ++m_lookUps;
        }
    }
    lookUpMore(firstLookUps);
}

void CompareController::lookUpMore(qsizetype most)
{
    for (const PluginSpace space : bothSpaces) {
        QStringList &absent = m_absent[space];
        // A plan or a deployment may have looked meanwhile.
        absent.removeIf(
            [&](const QString &id) { return inventory()->find(space, id).presence != Presence::CannotTell; });
        const QStringList next = absent.mid(0, most);
        absent.remove(0, next.size());
        if (!next.isEmpty()) {
            inventory()->confirm(space, next);
        }
    }
    if (!inventory()->isConfirming()) {
        m_lookUps = 0;
    }
    emit stateChanged();
}

int CompareController::lookUpsDone() const
{
    qsizetype left = 0;
    for (const QStringList &absent : m_absent) {
        left += absent.size();
    }
    return m_lookUps - static_cast<int>(left);
}

void CompareController::showPlugin(const QString &path)
{
    const PluginRow *row = m_model.find(path);
    if (!row || !isComparable(*row)) {
        return;
    }
    const Sighting seen = inventory()->find(spaceOf(*row->plugin.kind), row->plugin.id);
    m_model.setSeen(path, seen);
    const auto compared = m_inputs.constFind(path);
    const bool known = row->comparison || m_comparisons.isRunning();
    if (!known || compared == m_inputs.cend() || compared->plugin != row->plugin || compared->seen != seen) {
        m_stale.insert(path);
        m_startTimer.start();
    }
}

void CompareController::readHistory()
{
    if (m_stale.isEmpty() || m_comparisons.isRunning() || m_readsHistory || !m_session) {
        return;
    }
    m_readsHistory = true;
    const QPointer<ServerSession> asked = m_session;
    m_session->plans().readSentTexts(this, [this, asked](const SentTexts &texts) {
        m_readsHistory = false;
        if (asked && asked == m_session) {
            m_sent = texts;
            compareStale();
        } else {
            readHistory();
        }
    });
}

void CompareController::compareStale()
{
    QList<ComparisonInput> inputs;
    for (const QString &path : std::exchange(m_stale, {})) {
        if (const PluginRow *row = m_model.find(path)) {
            const Plugin &plugin = row->plugin;
            const ComparisonInput input{.plugin = plugin,
                                        .seen = row->seen,
                                        .sentBefore = plugin.kind ? m_sent.of(spaceOf(*plugin.kind), plugin.id,
                                                                              sentFile(m_folder.root(), plugin))
                                                                  : KnownTexts()};
            m_inputs.insert(path, input);
            inputs.append(input);
        }
    }
    m_comparisons.start({.root = m_folder.root(), .alwaysTakeHeaderText = m_session->connection().alwaysTakeHeaderText},
                        inputs);
}

void CompareController::endRun()
{
    const QHash<PluginSpace, QStringList> changed = std::exchange(m_changed, {});
    qsizetype count = 0;
    for (const QStringList &ids : changed) {
        count += ids.size();
    }
    if (count > mostAfterRun) {
        refresh();
        return;
    }
    for (auto it = changed.cbegin(); it != changed.cend(); ++it) {
        inventory()->confirm(it.key(), it.value());
    }
}

} // namespace owui
