// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/job/twinfinder.h"

#include "deploy/journal/journal.h"
#include "plugins/pluginid.h"
#include "server/connection.h"

#include <QPointer>

#include <utility>

namespace owui {

TwinFinder::TwinFinder(OpenWebUi &server, Journal *journal, Recent recent, QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_journal(journal)
    , m_recent(std::move(recent))
{
}

void TwinFinder::find(const Wanted &wanted, QObject *context, Done done)
{
    const PluginSpace space = spaceOf(wanted.plugin.kind.value());
    whenRead(space, [this, wanted, space, context = QPointer(context), done = std::move(done)] {
        if (!context) {
            return;
        }
        const Inventory &known = m_inventories[space];
        if (const auto twin = known.plugins.find(wanted.plugin, wanted.otherIds, wanted.clues)) {
            done({.twin = twin, .error = {}});
            return;
        }
        if (known.complete) {
            const QStringList alike =
                wanted.clues.code.size > 0
                    ? known.plugins.unreadAlike(wanted.plugin, wanted.otherIds, wanted.clues.folderIds)
                    : QStringList();
            const auto isSameCode = [code = wanted.clues.code](const ServerPlugin &there) {
                return there.content && codeMark(*there.content) == code;
            };
            askEach(space, alike, context, isSameCode, done);
            return;
        }
        QStringList ids = wanted.clues.sentIds + candidateIds(wanted.plugin);
        ids.removeDuplicates();
        ids.removeIf([&](const QString &id) { return id == wanted.plugin.id || wanted.otherIds.contains(id); });
        askEach(
            space, ids, context, [](const ServerPlugin & /*there*/) { return true; }, done);
    });
}

void TwinFinder::sentIds(QObject *context, std::function<void(const SentIds &)> done)
{
    const auto tell = [this, context = QPointer(context), done = std::move(done)] {
        if (context) {
            done(*m_sent);
        }
    };
    if (!m_journal) {
        m_sent.emplace();
    }
    if (m_sent) {
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
        return;
    }
    m_waitingForSent.append(tell);
    if (m_waitingForSent.size() > 1) {
        return;
    }
    m_journal->sentIds(originOf(m_server.connection().url), this, [this](const SentIds &ids) {
        m_sent = ids;
        for (const auto &each : std::exchange(m_waitingForSent, {})) {
            each();
        }
    });
}

void TwinFinder::exportError(PluginSpace space, QObject *context, std::function<void(const ServerError &)> done)
{
    whenRead(space, [this, space, context = QPointer(context), done = std::move(done)] {
        if (context) {
            done(m_inventories[space].error);
        }
    });
}

void TwinFinder::whenRead(PluginSpace space, const std::function<void()> &ready)
{
    Inventory &inventory = m_inventories[space];
    if (inventory.asked && inventory.waiting.isEmpty()) {
        QMetaObject::invokeMethod(this, ready, Qt::QueuedConnection);
        return;
    }
    inventory.waiting.append(ready);
    if (std::exchange(inventory.asked, true)) {
        return;
    }
    const auto recent = m_recent && m_release.isKnown() ? m_recent(space) : std::nullopt;
    if (recent) {
        take(space, *recent, true);
        QMetaObject::invokeMethod(
            this, [this, space] { endReading(space); }, Qt::QueuedConnection);
    } else if (m_release.isKnown()) {
        list(space);
    } else {
        exportAll(space);
    }
}

void TwinFinder::list(PluginSpace space)
{
    m_server.list(space, this, [this, space](const Answer<QList<ServerPlugin>> &listed) {
        if (!listed && !listed.error.serverGone()) {
            exportAll(space);
            return;
        }
        m_inventories[space].error = listed.error;
        if (listed) {
            // Nothing is listed also where functions are switched off, but then nothing can be created either.
            take(space, *listed.value, true);
        }
        endReading(space);
    });
}

void TwinFinder::exportAll(PluginSpace space)
{
    m_server.exportAll(space, this, [this, space](const Answer<QList<ServerPlugin>> &exported) {
        m_inventories[space].error = exported.error;
        if (exported) {
            // An empty export may also mean that functions are switched off (ENABLE_FUNCTIONS=false, contract 8).
            take(space, *exported.value, !exported.value->isEmpty());
        }
        endReading(space);
    });
}

void TwinFinder::take(PluginSpace space, const QList<ServerPlugin> &plugins, bool isComplete)
{
    m_inventories[space].plugins = TwinIndex(plugins);
    m_inventories[space].complete = isComplete;
}

void TwinFinder::endReading(PluginSpace space)
{
    const QList<std::function<void()>> waiting = std::exchange(m_inventories[space].waiting, {});
    for (const std::function<void()> &each : waiting) {
        each();
    }
}

void TwinFinder::askEach(PluginSpace space, QStringList ids, QObject *context,
                         const std::function<bool(const ServerPlugin &)> &isTwin, const Done &done)
{
    if (ids.isEmpty()) {
        QMetaObject::invokeMethod(
            context, [done] { done({}); }, Qt::QueuedConnection);
        return;
    }
    const QString id = ids.takeFirst();
    m_server.lookUp(space, id, context,
                    [this, space, ids, context = QPointer(context), isTwin, done](const LookUp &lookUp) {
                        if (lookUp.plugin) {
                            m_inventories[space].plugins.learn(*lookUp.plugin);
                        }
                        if (lookUp.plugin && isTwin(*lookUp.plugin)) {
                            done({.twin = lookUp.plugin, .error = {}});
                        } else if (lookUp.plugin || lookUp.presence == Presence::Missing) {
                            askEach(space, ids, context, isTwin, done);
                        } else {
                            done({.twin = {}, .error = lookUp.error});
                        }
                    });
}

} // namespace owui
