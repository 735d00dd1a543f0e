// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/plan/planner.h"

#include "compare/seen/twinindex.h"
#include "onpool.h"
#include "plugins/pluginfile.h"
#include "plugins/pluginid.h"

#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <iterator>
#include <utility>

namespace owui {
namespace {

// To compile thousands of files would keep a processor busy for minutes; each is checked before it is sent anyway.
constexpr qsizetype mostChecked = 500;
// Of what is presumed missing: a server whose plugins are switched off exports none, and has those of the folder.
constexpr qsizetype mostProbed = 3;

bool isDifferent(const Comparison &comparison)
{
    return comparison.state != CompareState::Same && !comparison.problem;
}

} // namespace

class Planner::Private final
{
public:
    Private(Planner &owner, Inventory &seen, OpenWebUi &client)
        : q(owner)
        , inventory(seen)
        , server(client)
        , comparisons(&owner)
    {
    }

    void confirm();
    [[nodiscard]] QStringList toLookUp(PluginSpace space, const QStringList &open);
    void endConfirming();
    void compareAll();
    void askValves();
    void askNext();
    void readyCheck();
    void checkCode();
    void checkNext();
    [[nodiscard]] bool wouldBeSent(const Plugin &plugin) const;
    void end();
    [[nodiscard]] Sighting sightingOf(const Plugin &plugin) const;

    Planner &q;
    Inventory &inventory;
    OpenWebUi &server;
    ComparisonRun comparisons;
    Options options;
    QList<Plugin> plugins;
    QHash<QString, Comparison> compared;              // by path
    qsizetype different = 0;                          // of them
    QHash<QString, Answer<QStringList>> storedValves; // by path; only where they were asked for
    QHash<QString, LocalCheckResult> checked;         // by path
    QList<Plugin> toAsk;
    QList<Plugin> toCheck;
    int asking = 0;
    int run = 0;                            // an answer to an earlier run is overlooked
    QHash<PluginSpace, QStringList> probed; // looked up although presumed missing
    bool confirming = false;
};

Planner::Planner(Inventory &inventory, OpenWebUi &server, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, inventory, server))
{
    connect(&inventory, &Inventory::confirmed, this, [this] {
        if (std::exchange(d->confirming, false)) {
            d->endConfirming();
        }
    });
    connect(&d->comparisons, &ComparisonRun::compared, this, [this](const QList<ComparedPlugin> &batch) {
        for (const ComparedPlugin &plugin : batch) {
            if (!d->compared.contains(plugin.path) && isDifferent(plugin.comparison)) {
                ++d->different;
            }
            d->compared.insert(plugin.path, plugin.comparison);
        }
        d->readyCheck();
    });
    connect(&d->comparisons, &ComparisonRun::progress, this, &Planner::progress);
    connect(&d->comparisons, &ComparisonRun::finished, this, [this](bool complete) {
        if (complete) {
            d->askValves();
        }
    });
}

Planner::~Planner() = default;

void Planner::start(const QList<Plugin> &plugins, const Options &options)
{
    cancel();
    d->plugins = plugins;
    d->options = options;
    d->compared.clear();
    d->different = 0;
    d->storedValves.clear();
    d->checked.clear();
    d->probed.clear();
    d->confirm();
}

void Planner::cancel()
{
    ++d->run;
    d->confirming = false;
    d->toAsk.clear();
    d->toCheck.clear();
    d->asking = 0;
    d->comparisons.cancel();
}

void Planner::Private::confirm()
{
    QHash<PluginSpace, QStringList> open;
    for (const Plugin &plugin : std::as_const(plugins)) {
        if (!plugin.deployable()) {
            continue;
        }
        if (options.looksEach || !inventory.find(spaceOf(*plugin.kind), plugin.id).isComplete()) {
            open[spaceOf(*plugin.kind)].append(plugin.id);
        }
    }
    if (options.presumesMissing) {
        for (auto it = open.begin(); it != open.end(); ++it) {
            *it = toLookUp(it.key(), *it);
        }
    }
    confirming = true;
    for (const PluginSpace space : {PluginSpace::Function, PluginSpace::Tool}) {
        if (options.looksEach) {
            inventory.lookUpAlone(space, open.value(space));
        } else {
            inventory.confirm(space, open.value(space));
        }
    }
}

/// Of what is presumed missing the first few.
QStringList Planner::Private::toLookUp(PluginSpace space, const QStringList &open)
{
    QStringList ids;
    for (const QString &id : open) {
        if (!inventory.presumedMissing(space, id)) {
            ids.append(id);
        } else if (probed[space].size() < mostProbed) {
            probed[space].append(id);
        }
    }
    return ids + probed.value(space);
}

/// One that was presumed missing and is there leaves nothing to presume.
void Planner::Private::endConfirming()
{
    bool isOneThere = false;
    for (auto it = probed.cbegin(); it != probed.cend(); ++it) {
        isOneThere |= std::ranges::any_of(*it, [this, space = it.key()](const QString &id) {
            return inventory.find(space, id).presence != Presence::Missing;
        });
    }
    if (options.presumesMissing && isOneThere) {
        options.presumesMissing = false;
        confirm();
    } else {
        compareAll();
    }
}

/// A look that failed is told apart from one that cannot tell by the same rules as just before a plugin is sent.
Sighting Planner::Private::sightingOf(const Plugin &plugin) const
{
    if (!plugin.kind) {
        return {};
    }
    const PluginSpace space = spaceOf(*plugin.kind);
    if (options.presumesMissing) {
        if (const std::optional<RecentLook> missing = inventory.presumedMissing(space, plugin.id)) {
            return missing->seen;
        }
    }
    Sighting seen = inventory.find(space, plugin.id);
    const bool isBlind = sendsWithoutLook(server.connection(), space) ||
                         (seen.presence == Presence::CannotTell && options.blind.contains(space));
    if (seen.error) {
        seen.presence = isBlind ? Presence::CannotTell : Presence::Failed;
    }
    return seen;
}

void Planner::Private::compareAll()
{
    QList<ComparisonInput> inputs;
    inputs.reserve(plugins.size());
    for (const Plugin &plugin : std::as_const(plugins)) {
        inputs.append(
            {.plugin = plugin, .seen = sightingOf(plugin), .sentBefore = options.sentBefore.value(plugin.path)});
    }
    comparisons.start({.root = options.root, .alwaysTakeHeaderText = server.connection().alwaysTakeHeaderText}, inputs);
}

void Planner::Private::askValves()
{
    for (const Plugin &plugin : std::as_const(plugins)) {
        if (needsStoredValves(compared.value(plugin.path), {})) {
            toAsk.append(plugin);
        }
    }
    askNext();
}

void Planner::Private::askNext()
{
    while (!toAsk.isEmpty() && asking < server.connection().lookUpsAtATime()) {
        const Plugin plugin = toAsk.takeFirst();
        ++asking;
        const auto answered = [this, path = plugin.path, number = run](const Answer<QJsonObject> &answer) {
            if (number != run) {
                return;
            }
            // Only the names: the values are secrets.
            storedValves.insert(
                path, {.value = answer ? std::optional(answer.value->keys()) : std::nullopt, .error = answer.error});
            --asking;
            askNext();
        };
        server.valves(spaceOf(*plugin.kind), plugin.id, &q, answered);
    }
    if (asking == 0) {
        checkCode();
    }
}

/// It takes as long to start as the rest of a plan.
void Planner::Private::readyCheck()
{
    if (options.localCheck && different > 0) {
        options.localCheck->getReady(different);
    }
}

void Planner::Private::checkCode()
{
    if (options.localCheck && options.checksCode) {
        std::ranges::copy_if(plugins, std::back_inserter(toCheck),
                             [this](const Plugin &plugin) { return wouldBeSent(plugin); });
    }
    if (toCheck.size() > mostChecked) {
        toCheck.clear();
    }
    checkNext();
}

bool Planner::Private::wouldBeSent(const Plugin &plugin) const
{
    const Comparison comparison = compared.value(plugin.path);
    return isDifferent(comparison) && !fileProblem(plugin);
}

void Planner::Private::checkNext()
{
    if (toCheck.isEmpty()) {
        end();
        return;
    }
    const Plugin plugin = toCheck.takeFirst();
    const auto read = [this, path = plugin.path, number = run](const Result<PluginSource, SkipReason> &source) {
        if (number != run) {
            return;
        }
        if (!source) {
            checkNext(); // who sends it reads it again, and says why it cannot be read
            return;
        }
        options.localCheck->check(source.value().utf8, &q, [this, path, number](const LocalCheckResult &result) {
            if (number == run) {
                checked.insert(path, result);
                checkNext();
            }
        });
    };
    onPool(
        &q, [root = options.root, plugin] { return readSourceOf(root, plugin); }, read);
}

void Planner::Private::end()
{
    const auto there = [this](PluginSpace space) {
        return inventory.recentPlugins(space).value_or(inventory.plugins(space));
    };
    std::optional<TwinIndex> twins; // of everything that is there, and mostly nobody needs it
    const QHash<PluginSpace, QSet<QString>> ids = idsOf(options.folder);
    const PlanContext context{.release = options.release, .production = server.connection().production};
    QList<PlanRow> rows;
    rows.reserve(plugins.size());
    for (const Plugin &plugin : std::as_const(plugins)) {
        PlanInput input{
            .plugin = plugin, .comparison = compared.value(plugin.path), .lookError = sightingOf(plugin).error};
        if (needsTwin(input.comparison, {})) {
            if (!twins) {
                twins.emplace(there(PluginSpace::Function) + there(PluginSpace::Tool));
            }
            input.twin = twins->find(plugin, ids.value(spaceOf(*plugin.kind)),
                                     {.code = input.comparison.code, .sentIds = options.sentIds.value(plugin.path)});
        }
        if (const auto answer = storedValves.constFind(plugin.path); answer != storedValves.cend()) {
            input.storedValves = answer->value;
            input.valvesError = answer->error;
        }
        if (const auto result = checked.constFind(plugin.path); result != checked.cend()) {
            input.localCheck = *result;
        }
        rows.append(planRow(input, context));
    }
    emit q.finished(rows);
}

} // namespace owui
