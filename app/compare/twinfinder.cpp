// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/twinfinder.h"

#include "plugins/pluginid.h"

#include <QPointer>

namespace owui {

TwinFinder::TwinFinder(OpenWebUi &server, QObject *parent)
    : QObject(parent)
    , m_server(server)
{
}

void TwinFinder::find(const Wanted &wanted, QObject *context, Done done)
{
    const PluginSpace space = spaceOf(wanted.plugin.kind.value());
    whenExported(space, [this, wanted, space, context = QPointer(context), done = std::move(done)] {
        if (!context) {
            return;
        }
        const Inventory &known = m_inventories[space];
        const std::optional<ServerPlugin> twin = known.plugins.find(wanted.plugin, wanted.otherIds, wanted.clues);
        if (twin || known.complete) {
            done({.twin = twin, .error = {}});
            return;
        }
        QStringList ids = wanted.clues.sentIds + candidateIds(wanted.plugin);
        ids.removeDuplicates();
        ids.removeIf([&](const QString &id) { return id == wanted.plugin.id || wanted.otherIds.contains(id); });
        askEach(space, ids, context, done);
    });
}

void TwinFinder::exportError(PluginSpace space, QObject *context, std::function<void(const ServerError &)> done)
{
    whenExported(space, [this, space, context = QPointer(context), done = std::move(done)] {
        if (context) {
            done(m_inventories[space].error);
        }
    });
}

void TwinFinder::whenExported(PluginSpace space, const std::function<void()> &ready)
{
    Inventory &inventory = m_inventories[space];
    if (inventory.asked && inventory.waiting.isEmpty()) {
        QMetaObject::invokeMethod(this, ready, Qt::QueuedConnection);
        return;
    }
    inventory.waiting.append(ready);
    if (inventory.asked) {
        return;
    }
    inventory.asked = true;
    m_server.exportAll(space, this, [this, space](const Answer<QList<ServerPlugin>> &exported) {
        Inventory &known = m_inventories[space];
        known.error = exported.error;
        if (exported) {
            known.plugins = TwinIndex(*exported.value);
            // An empty export may also mean that functions are switched off (ENABLE_FUNCTIONS=false, contract 8).
            known.complete = !known.plugins.isEmpty();
        }
        const QList<std::function<void()>> waiting = std::exchange(known.waiting, {});
        for (const std::function<void()> &each : waiting) {
            each();
        }
    });
}

void TwinFinder::askEach(PluginSpace space, QStringList ids, QObject *context, const Done &done)
{
    if (ids.isEmpty()) {
        QMetaObject::invokeMethod(
            context, [done] { done({}); }, Qt::QueuedConnection);
        return;
    }
    const QString id = ids.takeFirst();
    m_server.lookUp(space, id, context, [this, space, ids, context = QPointer(context), done](const LookUp &lookUp) {
        if (lookUp.presence == Presence::Found) {
            done({.twin = lookUp.plugin, .error = {}});
        } else if (lookUp.presence == Presence::Missing) {
            askEach(space, ids, context, done);
        } else {
            done({.twin = {}, .error = lookUp.error});
        }
    });
}

} // namespace owui
