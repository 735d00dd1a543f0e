// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/inventory.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

namespace owui {

namespace {

constexpr std::array bothSpaces{PluginSpace::Function, PluginSpace::Tool};

/// True where asking for the same things otherwise may succeed.
bool mayListInstead(PluginSpace space, const ServerError &error)
{
    // Since 0.7 the export of tools answers "401 Unauthorized" to a key without a permission of its own (contract 1.3).
    return error.kind != ServerErrorKind::Cancelled &&
           (!error.concernsConnection() || error.kind == ServerErrorKind::NotAdmin ||
            (space == PluginSpace::Tool && error.kind == ServerErrorKind::SessionInvalid));
}

} // namespace

class Inventory::Private final
{
public:
    struct Unanswered
    {
        quint64 number = 0; // of the request
        Presence presence = Presence::CannotTell;
        ServerError error;
    };
    struct Space
    {
        QHash<QString, Sighting> known;        // Found and Missing only
        QHash<QString, Unanswered> unanswered; // looked up in vain since
        QDateTime seenAt;
        ServerError error;
        ServerError exportError;
        bool contentReadable = false;
        bool reading = false;
        bool wasEmpty = false;          // at the last read
        bool isOff = false;             // switched off; see Inventory::switchedOff
        bool switchAsked = false;       // since somebody asked for look-ups
        QHash<QString, quint64> learnt; // when, by request number: an answer to an older request tells nothing new
        quint64 listNumber = 0;         // of the list that a refresh fell back to
        int listedLeft = 0;             // look-ups that a refresh by the list still waits for
    };
    struct LookedFor
    {
        PluginSpace space;
        QString id;
        quint64 listNumber = 0; // of the refresh that listed it; 0: asked for by confirm()
    };

    Private(Inventory &owner, OpenWebUi &client)
        : q(owner)
        , server(client)
    {
    }

    Space &of(PluginSpace space) { return spaces.at(static_cast<std::size_t>(space)); }
    void read(PluginSpace space);
    void onExported(PluginSpace space, quint64 number, const Answer<QList<ServerPlugin>> &answer);
    void onListed(PluginSpace space, quint64 number, const Answer<QList<ServerPlugin>> &answer);
    void take(PluginSpace space, quint64 number, const QList<ServerPlugin> &plugins);
    void endSpace(PluginSpace space, const ServerError &error);
    void lookUpNext();
    void onLookedUp(const LookedFor &wanted, quint64 number, const LookUp &lookUp);
    void set(PluginSpace space, const QString &id, const Sighting &seen);
    void takeFailure(const LookedFor &wanted, quint64 number, const LookUp &lookUp);
    void endConfirming();
    [[nodiscard]] bool mayBeOff(const Space &here) const;
    void askSwitch(PluginSpace space, const std::function<void()> &then);
    void setOff(PluginSpace space, bool isOff);

    Inventory &q;
    OpenWebUi &server;
    std::array<Space, 2> spaces;
    QList<LookedFor> waiting;
    QHash<quint64, OpenWebUi::Request> running; // by number of the request
    ServerRelease release;
    quint64 lastNumber = 0;
    int lookUps = 0;
    int confirming = 0;
    bool refreshing = false;
};

Inventory::Inventory(OpenWebUi &server, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, server))
{
}

Inventory::~Inventory()
{
    for (const OpenWebUi::Request &request : std::as_const(d->running)) {
        if (request) {
            request->cancel();
        }
    }
}

void Inventory::refresh()
{
    if (d->refreshing) {
        return;
    }
    d->refreshing = true;
    d->server.renewPatience();
    emit refreshStarted();
    for (const PluginSpace space : bothSpaces) {
        d->read(space);
    }
}

void Inventory::Private::read(PluginSpace space)
{
    of(space).reading = true;
    const quint64 number = ++lastNumber;
    running.insert(number, server.exportAll(space, &q, [this, space, number](const auto &answer) {
        if (running.remove(number)) {
            onExported(space, number, answer);
        }
    }));
}

void Inventory::Private::onExported(PluginSpace space, quint64 exportNumber, const Answer<QList<ServerPlugin>> &answer)
{
    of(space).exportError = answer.error;
    if (answer) {
        take(space, exportNumber, *answer.value);
        // Tools that are switched off are exported all the same, and not listed (contract 7).
        if (space == PluginSpace::Tool && release.hasPluginSwitches() && !answer.value->isEmpty()) {
            askSwitch(space, [this, space] { endSpace(space, {}); });
        } else {
            endSpace(space, {});
        }
        return;
    }
    if (!mayListInstead(space, answer.error)) {
        endSpace(space, answer.error);
        return;
    }
    const quint64 number = ++lastNumber;
    running.insert(number, server.list(space, &q, [this, space, number](const auto &listed) {
        if (running.remove(number)) {
            onListed(space, number, listed);
        }
    }));
}

void Inventory::Private::onListed(PluginSpace space, quint64 number, const Answer<QList<ServerPlugin>> &answer)
{
    if (!answer) {
        endSpace(space, answer.error);
        return;
    }
    take(space, number, *answer.value);
    for (const ServerPlugin &plugin : *answer.value) {
        waiting.append({.space = space, .id = plugin.id, .listNumber = number});
    }
    of(space).listNumber = number;
    of(space).listedLeft = static_cast<int>(answer.value->size());
    if (of(space).listedLeft == 0) {
        endSpace(space, {});
        return;
    }
    lookUpNext();
}

/// Replaces what is known by a whole answer. An absence that a look-up confirmed stays one.
void Inventory::Private::take(PluginSpace space, quint64 number, const QList<ServerPlugin> &plugins)
{
    Space &here = of(space);
    QHash<QString, Sighting> fresh;
    for (const ServerPlugin &plugin : plugins) {
        fresh.insert(plugin.id, {.presence = Presence::Found, .plugin = plugin});
    }
    for (auto it = here.known.cbegin(); it != here.known.cend(); ++it) {
        if (it->presence == Presence::Missing && !fresh.contains(it.key())) {
            fresh.insert(it.key(), *it);
        }
    }
    for (auto it = here.learnt.cbegin(); it != here.learnt.cend(); ++it) {
        const auto known = here.known.constFind(it.key());
        if (*it > number && known != here.known.cend()) {
            fresh.insert(it.key(), *known);
        } else if (*it > number) {
            fresh.remove(it.key());
        }
    }
    here.known = fresh;
    here.wasEmpty = plugins.isEmpty();
    here.isOff = false;
    erase_if(here.unanswered, [number](const auto &entry) { return entry.value().number < number; });
}

void Inventory::Private::endSpace(PluginSpace space, const ServerError &error)
{
    Space &here = of(space);
    here.reading = false;
    here.listedLeft = 0;
    here.error = error;
    if (error) {
        emit q.failed(space, error);
    } else {
        here.seenAt = QDateTime::currentDateTimeUtc();
        here.contentReadable = std::ranges::all_of(
            here.known, [](const Sighting &seen) { return !seen.plugin || seen.plugin->content.has_value(); });
    }
    if (refreshing && std::ranges::none_of(spaces, [](const Space &any) { return any.reading; })) {
        refreshing = false;
        emit q.refreshed(true);
    }
}

void Inventory::confirm(PluginSpace space, const QStringList &ids)
{
    d->of(space).switchAsked = false;
    for (const QString &id : ids) {
        d->waiting.append({.space = space, .id = id, .listNumber = 0});
    }
    d->confirming += static_cast<int>(ids.size());
    if (ids.isEmpty()) {
        // Queued: nobody hears of the end from inside the call.
        QMetaObject::invokeMethod(
            this, [this] { d->endConfirming(); }, Qt::QueuedConnection);
    }
    d->lookUpNext();
}

void Inventory::Private::endConfirming()
{
    if (confirming > 0) {
        return;
    }
    for (const PluginSpace space : bothSpaces) {
        if (mayBeOff(of(space))) {
            ++confirming;
            of(space).switchAsked = true;
            askSwitch(space, [this] {
                --confirming;
                endConfirming();
            });
        }
    }
    if (confirming == 0) {
        emit q.confirmed();
    }
}

/// Something is there of which an export said nothing. Content that is not shown is another admin's tool.
bool Inventory::Private::mayBeOff(const Space &here) const
{
    const bool hidSomething = here.wasEmpty && std::ranges::any_of(here.known, [](const Sighting &seen) {
                                  return seen.plugin && seen.plugin->content;
                              });
    return release.hasPluginSwitches() && !here.switchAsked && (hidSomething || here.isOff);
}

/// The list decides, and not the export before: the plugin may have been made in between.
void Inventory::Private::askSwitch(PluginSpace space, const std::function<void()> &then)
{
    const quint64 number = ++lastNumber;
    running.insert(number, server.list(space, &q, [this, space, number, then](const auto &listed) {
        if (running.remove(number)) {
            if (listed) {
                setOff(space, listed.value->isEmpty());
            }
            then();
        }
    }));
}

void Inventory::Private::setOff(PluginSpace space, bool isOff)
{
    Space &here = of(space);
    if (std::exchange(here.isOff, isOff) != isOff) {
        const QStringList ids = here.known.keys();
        for (const QString &id : ids) {
            emit q.changed(space, id);
        }
    }
}

void Inventory::setRelease(const ServerRelease &release)
{
    d->release = release;
}

ServerError Inventory::switchedOff(PluginSpace space) const
{
    return d->of(space).isOff ? ServerError{.kind = ServerErrorKind::PluginsDisabled} : ServerError();
}

void Inventory::Private::lookUpNext()
{
    while (!waiting.isEmpty() && lookUps < server.connection().parallelRequests) {
        const LookedFor wanted = waiting.takeFirst();
        ++lookUps;
        const quint64 number = ++lastNumber;
        running.insert(number, server.lookUp(wanted.space, wanted.id, &q, [this, wanted, number](const LookUp &lookUp) {
            if (running.remove(number)) {
                --lookUps;
                onLookedUp(wanted, number, lookUp);
                lookUpNext();
            }
        }));
    }
}

void Inventory::Private::onLookedUp(const LookedFor &wanted, quint64 number, const LookUp &lookUp)
{
    Space &here = of(wanted.space);
    const bool told = lookUp.presence == Presence::Found || lookUp.presence == Presence::Missing;
    if (told && here.learnt.value(wanted.id) < number) {
        here.learnt.insert(wanted.id, number);
        set(wanted.space, wanted.id, {.presence = lookUp.presence, .plugin = lookUp.plugin});
    } else if (!told) {
        takeFailure(wanted, number, lookUp);
    }
    if (wanted.listNumber == 0) {
        --confirming;
        endConfirming();
        return;
    }
    if (here.listedLeft == 0 || wanted.listNumber != here.listNumber) {
        return; // of a refresh that ended early
    }
    --here.listedLeft;
    if (lookUp.error.concernsConnection()) {
        waiting.removeIf([&](const LookedFor &other) { return other.listNumber == wanted.listNumber; });
        endSpace(wanted.space, lookUp.error);
    } else if (here.listedLeft == 0) {
        endSpace(wanted.space, {});
    }
}

void Inventory::Private::takeFailure(const LookedFor &wanted, quint64 number, const LookUp &lookUp)
{
    Space &here = of(wanted.space);
    if (here.learnt.value(wanted.id) > number || here.unanswered.value(wanted.id).number > number) {
        return;
    }
    const Sighting before = q.find(wanted.space, wanted.id);
    here.unanswered.insert(wanted.id, {.number = number, .presence = lookUp.presence, .error = lookUp.error});
    if (q.find(wanted.space, wanted.id) != before) {
        emit q.changed(wanted.space, wanted.id);
    }
}

void Inventory::Private::set(PluginSpace space, const QString &id, const Sighting &seen)
{
    Space &here = of(space);
    const bool wasInVain = here.unanswered.remove(id);
    const bool known = seen.presence != Presence::CannotTell;
    const auto before = here.known.constFind(id);
    const bool same = known ? before != here.known.cend() && *before == seen : before == here.known.cend();
    if (same && !wasInVain) {
        return;
    }
    if (known) {
        here.known.insert(id, seen);
    } else {
        here.known.remove(id);
    }
    emit q.changed(space, id);
}

void Inventory::cancel()
{
    const auto requests = std::exchange(d->running, {});
    for (const OpenWebUi::Request &request : requests) {
        if (request) {
            request->cancel();
        }
    }
    d->waiting.clear();
    d->lookUps = 0;
    for (Private::Space &space : d->spaces) {
        space.reading = false;
        space.listedLeft = 0;
    }
    const bool wasConfirming = std::exchange(d->confirming, 0) > 0;
    if (std::exchange(d->refreshing, false)) {
        emit refreshed(false);
    }
    if (wasConfirming) {
        d->endConfirming();
    }
}

bool Inventory::isRefreshing() const
{
    return d->refreshing;
}

bool Inventory::isConfirming() const
{
    return d->confirming > 0;
}

QDateTime Inventory::seenAt() const
{
    QDateTime oldest;
    for (const Private::Space &space : d->spaces) {
        if (space.seenAt.isValid() && (!oldest.isValid() || space.seenAt < oldest)) {
            oldest = space.seenAt;
        }
    }
    return oldest;
}

ServerError Inventory::error(PluginSpace space) const
{
    return d->of(space).error;
}

ServerError Inventory::exportError(PluginSpace space) const
{
    return d->of(space).exportError;
}

bool Inventory::isContentReadable(PluginSpace space) const
{
    return d->of(space).contentReadable;
}

Sighting Inventory::find(PluginSpace space, const QString &id) const
{
    const Private::Space &here = d->of(space);
    if (here.isOff) {
        return {.presence = Presence::Failed, .plugin = {}, .error = switchedOff(space)};
    }
    Sighting seen = here.known.value(id);
    const auto failure = here.unanswered.constFind(id);
    const bool isKnown = seen.presence == Presence::Missing || (seen.plugin && seen.plugin->content);
    if (failure != here.unanswered.cend() && !isKnown) {
        seen.presence = failure->presence;
        seen.error = failure->error;
    }
    return seen;
}

QList<ServerPlugin> Inventory::plugins(PluginSpace space) const
{
    QList<ServerPlugin> all;
    for (const Sighting &seen : std::as_const(d->of(space).known)) {
        if (seen.plugin) {
            all.append(*seen.plugin);
        }
    }
    std::ranges::sort(all, {}, &ServerPlugin::id);
    return all;
}

void Inventory::adopt(const ServerPlugin &plugin)
{
    Sighting seen{.presence = Presence::Found, .plugin = plugin};
    const Sighting before = find(plugin.space, plugin.id);
    if (!plugin.content && before.plugin && before.plugin->updatedAt == plugin.updatedAt &&
        before.plugin->versionId == plugin.versionId) {
        seen.plugin->content = before.plugin->content;
    }
    d->of(plugin.space).learnt.insert(plugin.id, ++d->lastNumber);
    d->set(plugin.space, plugin.id, seen);
}

void Inventory::forget(PluginSpace space, const QString &id)
{
    d->of(space).learnt.insert(id, ++d->lastNumber);
    d->set(space, id, {.presence = Presence::Missing, .plugin = {}});
}

void Inventory::doubt(PluginSpace space, const QString &id)
{
    d->of(space).learnt.insert(id, ++d->lastNumber);
    d->set(space, id, {});
}

void Inventory::learn(PluginSpace space, const QString &id, const Sighting &now)
{
    if (now.plugin) {
        adopt(*now.plugin);
    } else if (now.presence == Presence::Missing) {
        forget(space, id);
    } else {
        doubt(space, id);
    }
}

} // namespace owui
