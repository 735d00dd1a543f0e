// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/seen/inventory.h"

#include "compare/seen/lookchoice.h"
#include "compare/seen/spaceknowledge.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <chrono>
#include <functional>
#include <utility>

namespace owui {

namespace {

constexpr std::array bothSpaces{PluginSpace::Function, PluginSpace::Tool};

} // namespace

class Inventory::Private final
{
public:
    struct Space
    {
        SpaceKnowledge known;
        QDateTime seenAt;
        ServerError error;
        ServerError exportError;
        bool contentReadable = false;
        bool reading = false;
        bool switchAsked = false;   // since somebody asked for look-ups
        bool isMissingSome = false; // of what was looked up alone
        bool hasFoundSome = false;  // likewise, with its content
        bool looksAlone = false;    // in place of a refresh
        quint64 listNumber = 0;     // of the list that a refresh reads
        int listedLeft = 0;         // look-ups that a refresh by the list still waits for
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
    void readList(PluginSpace space);
    [[nodiscard]] bool takeVersions(PluginSpace space, const Question &question, const QList<ServerPlugin> &listed);
    void readExport(PluginSpace space);
    void onExported(PluginSpace space, const Question &question, const Answer<QList<ServerPlugin>> &answer);
    void onListed(PluginSpace space, const Question &question, const Answer<QList<ServerPlugin>> &answer);
    void lookUpListed(PluginSpace space, const Question &question, const QStringList &ids);
    void endSpace(PluginSpace space, const ServerError &error);
    void endRefresh(bool complete);
    void lookUpNext();
    void onLookedUp(const LookedFor &wanted, const Question &question, const LookUp &lookUp);
    void endConfirming();
    [[nodiscard]] bool mayBeOff(const Space &here) const
    {
        return release.hasPluginSwitches() && !here.switchAsked && here.known.mayBeOff();
    }
    [[nodiscard]] bool needsList(const Space &here) const;
    void askList(PluginSpace space, bool isSomethingThere, const std::function<void()> &then);
    [[nodiscard]] Question newQuestion() { return {++lastNumber, std::chrono::steady_clock::now()}; }

    Inventory &q;
    OpenWebUi &server;
    std::array<Space, 2> spaces;
    QList<LookedFor> waiting;
    QHash<quint64, OpenWebUi::Request> running; // by number of the request
    ServerRelease release;
    quint64 lastNumber = 0;
    int lookUps = 0;
    int confirming = 0;
    QSet<PluginSpace> refreshed;           // by the refresh that is under way
    QSet<PluginSpace> awaited;             // whose texts are on their way
    QList<std::function<void()>> awaiting; // lists that came before them
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

void Inventory::refresh(const QSet<PluginSpace> &spaces)
{
    const QSet<PluginSpace> before = std::exchange(d->refreshed, d->refreshed + spaces);
    if (before.isEmpty()) {
        d->server.renewPatience();
        emit refreshStarted();
    }
    for (const PluginSpace space : bothSpaces) {
        if (d->refreshed.contains(space) && !before.contains(space)) { // unless somebody cancelled it
            d->read(space);
        }
    }
}

void Inventory::Private::read(PluginSpace space)
{
    of(space).reading = true;
    if ((release.hasVersions() && awaited.contains(space)) || of(space).known.maySkipTexts(release.hasVersions())) {
        readList(space);
    } else {
        readExport(space);
    }
}

void Inventory::Private::readList(PluginSpace space)
{
    const Question question = newQuestion();
    running.insert(question.number, server.list(space, &q, [this, space, question](const auto &answer) {
        if (!running.remove(question.number)) {
            return;
        }
        const auto take = [this, space, question, answer] {
            if (answer.error && !mayAskOtherwise(space, answer.error)) {
                endSpace(space, answer.error);
            } else if (!answer || !takeVersions(space, question, *answer.value)) {
                readExport(space);
            }
        };
        if (q.awaitsVersionTexts()) {
            awaiting.append(take);
        } else {
            take();
        }
    }));
}

/// False where the list does not tell enough: an empty one may hide what is there.
bool Inventory::Private::takeVersions(PluginSpace space, const Question &question, const QList<ServerPlugin> &listed)
{
    QList<ServerPlugin> plugins = listed;
    const QStringList unknown = of(space).known.addProvedContents(plugins);
    if ((plugins.isEmpty() && of(space).known.mayHide(space)) || !looksUpEach(unknown.size(), plugins.size())) {
        return false;
    }
    of(space).exportError = {};
    of(space).known.takeAll(question, plugins);
    lookUpListed(space, question, unknown);
    return true;
}

void Inventory::Private::readExport(PluginSpace space)
{
    const Question question = newQuestion();
    running.insert(question.number, server.exportAll(space, &q, [this, space, question](const auto &answer) {
        if (running.remove(question.number)) {
            onExported(space, question, answer);
        }
    }));
}

void Inventory::Private::onExported(PluginSpace space, const Question &question,
                                    const Answer<QList<ServerPlugin>> &answer)
{
    of(space).exportError = answer.error;
    if (answer) {
        of(space).known.takeAll(question, *answer.value);
        // Tools that are switched off are exported all the same, and not listed (contract 7).
        if (space == PluginSpace::Tool && release.hasPluginSwitches() && !answer.value->isEmpty()) {
            askList(space, true, [this, space] { endSpace(space, {}); });
        } else {
            endSpace(space, {});
        }
        return;
    }
    if (!mayAskOtherwise(space, answer.error)) {
        endSpace(space, answer.error);
        return;
    }
    const Question again = newQuestion();
    running.insert(again.number, server.list(space, &q, [this, space, again](const auto &listed) {
        if (running.remove(again.number)) {
            onListed(space, again, listed);
        }
    }));
}

void Inventory::Private::onListed(PluginSpace space, const Question &question,
                                  const Answer<QList<ServerPlugin>> &answer)
{
    if (!answer) {
        endSpace(space, answer.error);
        return;
    }
    QList<ServerPlugin> listed = *answer.value;
    const QStringList unknown = of(space).known.addProvedContents(listed);
    of(space).known.takeAll(question, listed);
    lookUpListed(space, question, unknown);
}

void Inventory::Private::lookUpListed(PluginSpace space, const Question &question, const QStringList &ids)
{
    of(space).listNumber = question.number;
    for (const QString &id : ids) {
        waiting.append({.space = space, .id = id, .listNumber = question.number});
        ++of(space).listedLeft;
    }
    if (of(space).listedLeft == 0) {
        endSpace(space, {});
    } else {
        lookUpNext();
    }
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
        here.contentReadable = here.known.hasAllContents();
    }
    if (!refreshed.isEmpty() && std::ranges::none_of(spaces, [](const Space &any) { return any.reading; })) {
        endRefresh(true);
    }
}

void Inventory::Private::endRefresh(bool complete)
{
    refreshed.clear();
    awaited.clear(); // they are of this look, which needed none
    for (Space &space : spaces) {
        space.known.setVersionTexts({}, {});
    }
    emit q.refreshed(complete);
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

void Inventory::lookUpAlone(PluginSpace space, const QStringList &ids)
{
    d->of(space).looksAlone = !ids.isEmpty();
    d->of(space).isMissingSome = false;
    d->of(space).hasFoundSome = false;
    confirm(space, ids);
}

void Inventory::Private::endConfirming()
{
    if (confirming > 0) {
        return;
    }
    for (const PluginSpace space : bothSpaces) {
        if (needsList(of(space))) {
            const bool isSomethingThere = mayBeOff(of(space)) || of(space).hasFoundSome;
            ++confirming;
            of(space).switchAsked = true;
            of(space).looksAlone = false;
            askList(space, isSomethingThere, [this] {
                --confirming;
                endConfirming();
            });
        }
    }
    if (confirming == 0) {
        emit q.confirmed();
    }
}

bool Inventory::Private::needsList(const Space &here) const
{
    return mayBeOff(here) || (here.looksAlone && (release.hasPluginSwitches() || here.isMissingSome));
}

/// The list decides, not the export before: the plugin may be newer. Where nothing is there, nothing is listed either.
void Inventory::Private::askList(PluginSpace space, bool isSomethingThere, const std::function<void()> &then)
{
    const quint64 number = ++lastNumber;
    running.insert(number, server.list(space, &q, [this, space, number, isSomethingThere, then](const auto &answer) {
        if (running.remove(number)) {
            const bool isOff = answer && answer.value->isEmpty() && isSomethingThere && release.hasPluginSwitches();
            if (answer && of(space).known.takeList(*answer.value, isOff)) {
                const QStringList ids = of(space).known.ids();
                std::ranges::for_each(ids, [this, space](const QString &id) { emit q.changed(space, id); });
            }
            then();
        }
    }));
}

void Inventory::setRelease(const ServerRelease &release)
{
    d->release = release;
}

void Inventory::setVersionTexts(const VersionTexts &texts, const std::optional<WantedPlugins> &wanted)
{
    for (const PluginSpace space : bothSpaces) {
        VersionTexts here = texts;
        here.removeIf([space](const auto &text) { return text.key().space != space; });
        d->of(space).known.setVersionTexts(here, wanted ? std::optional(wanted->value(space)) : std::nullopt);
    }
    d->awaited.clear();
    for (const auto &take : std::exchange(d->awaiting, {})) {
        take();
    }
}

void Inventory::awaitVersionTexts(const QSet<PluginSpace> &spaces)
{
    d->awaited = spaces;
}

bool Inventory::awaitsVersionTexts() const
{
    return !d->awaited.isEmpty();
}

ServerError Inventory::switchedOff(PluginSpace space) const
{
    return d->of(space).known.isOff() ? ServerError{.kind = ServerErrorKind::PluginsDisabled} : ServerError();
}

void Inventory::Private::lookUpNext()
{
    while (!waiting.isEmpty() && lookUps < server.connection().lookUpsAtATime()) {
        const LookedFor wanted = waiting.takeFirst();
        ++lookUps;
        const Question question = newQuestion();
        running.insert(question.number,
                       server.lookUp(wanted.space, wanted.id, &q, [this, wanted, question](const LookUp &lookUp) {
                           if (running.remove(question.number)) {
                               --lookUps;
                               onLookedUp(wanted, question, lookUp);
                               lookUpNext();
                           }
                       }));
    }
}

void Inventory::Private::onLookedUp(const LookedFor &wanted, const Question &question, const LookUp &lookUp)
{
    Space &here = of(wanted.space);
    here.isMissingSome |= lookUp.presence == Presence::Missing;
    here.hasFoundSome |= lookUp.plugin && lookUp.plugin->content;
    if (here.known.takeLook(question, wanted.id, lookUp)) {
        emit q.changed(wanted.space, wanted.id);
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

void Inventory::cancel()
{
    const auto requests = std::exchange(d->running, {});
    for (const OpenWebUi::Request &request : requests) {
        if (request) {
            request->cancel();
        }
    }
    d->waiting.clear();
    d->awaiting.clear();
    d->lookUps = 0;
    for (Private::Space &space : d->spaces) {
        space.reading = false;
        space.listedLeft = 0;
        space.looksAlone = false;
    }
    const bool wasConfirming = std::exchange(d->confirming, 0) > 0;
    if (!d->refreshed.isEmpty()) {
        d->endRefresh(false);
    }
    if (wasConfirming) {
        d->endConfirming();
    }
}

bool Inventory::isRefreshing() const
{
    return !d->refreshed.isEmpty();
}

bool Inventory::isConfirming() const
{
    return d->confirming > 0;
}

QDateTime Inventory::seenAt(const QSet<PluginSpace> &spaces) const
{
    QDateTime oldest;
    for (const PluginSpace space : spaces) {
        const QDateTime &at = d->of(space).seenAt;
        if (at.isValid() && (!oldest.isValid() || at < oldest)) {
            oldest = at;
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
    const SpaceKnowledge &known = d->of(space).known;
    return known.isOff() ? Sighting{.presence = Presence::Failed, .plugin = {}, .error = switchedOff(space)}
                         : known.find(id);
}

QList<ServerPlugin> Inventory::plugins(PluginSpace space) const
{
    return d->of(space).known.plugins();
}

std::optional<QList<ServerPlugin>> Inventory::recentPlugins(PluginSpace space) const
{
    return isRecent(d->of(space).seenAt) ? plugins(space) : d->of(space).known.recentList();
}

std::optional<RecentLook> Inventory::lastLook(PluginSpace space, const QString &id) const
{
    return d->of(space).known.isOff() ? std::nullopt : d->of(space).known.lastLook(id);
}

std::optional<RecentLook> Inventory::presumedMissing(PluginSpace space, const QString &id) const
{
    const Private::Space &here = d->of(space);
    return isRecent(here.seenAt) && !here.known.isOff() ? here.known.presumedMissing(id) : std::nullopt;
}

void Inventory::learn(PluginSpace space, const QString &id, const Sighting &now)
{
    Sighting learnt;
    if (now.plugin) {
        learnt = {.presence = Presence::Found, .plugin = now.plugin};
    } else if (now.presence == Presence::Missing) {
        learnt = {.presence = Presence::Missing, .plugin = {}};
    }
    if (d->of(space).known.learn(++d->lastNumber, id, learnt)) {
        emit changed(space, id);
    }
}

} // namespace owui
