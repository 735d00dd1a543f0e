// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/planner.h"

#include <QJsonObject>
#include <QSet>

#include <utility>

namespace owui {

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
    void compareAll();
    void askValves();
    void askNext();
    void end();
    [[nodiscard]] PlanContext context() const;

    Planner &q;
    Inventory &inventory;
    OpenWebUi &server;
    ComparisonRun comparisons;
    Options options;
    QList<Plugin> plugins;
    QHash<QString, Comparison> compared;      // by path
    QHash<QString, QStringList> storedValves; // by path; only where the server told them
    QList<Plugin> toAsk;
    int asking = 0;
    int run = 0; // an answer to an earlier run is overlooked
    bool confirming = false;
};

Planner::Planner(Inventory &inventory, OpenWebUi &server, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, inventory, server))
{
    connect(&inventory, &Inventory::confirmed, this, [this] {
        if (std::exchange(d->confirming, false)) {
            d->compareAll();
        }
    });
    connect(&d->comparisons, &ComparisonRun::compared, this, [this](const QList<ComparedPlugin> &batch) {
        for (const ComparedPlugin &plugin : batch) {
            d->compared.insert(plugin.path, plugin.comparison);
        }
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
    d->storedValves.clear();
    d->confirm();
}

void Planner::cancel()
{
    ++d->run;
    d->confirming = false;
    d->toAsk.clear();
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
        const Sighting seen = inventory.find(spaceOf(*plugin.kind), plugin.id);
        const bool known = seen.presence == Presence::Missing || (seen.plugin && seen.plugin->content);
        if (!known) {
            open[spaceOf(*plugin.kind)].append(plugin.id);
        }
    }
    confirming = true;
    for (const PluginSpace space : {PluginSpace::Function, PluginSpace::Tool}) {
        inventory.confirm(space, open.value(space));
    }
}

void Planner::Private::compareAll()
{
    QList<ComparisonInput> inputs;
    inputs.reserve(plugins.size());
    for (const Plugin &plugin : std::as_const(plugins)) {
        const Sighting seen = plugin.kind ? inventory.find(spaceOf(*plugin.kind), plugin.id) : Sighting();
        inputs.append({.plugin = plugin, .seen = seen, .sentBefore = options.sentBefore.value(plugin.path)});
    }
    comparisons.start({.root = options.root, .alwaysTakeHeaderText = server.connection().alwaysTakeHeaderText}, inputs);
}

void Planner::Private::askValves()
{
    for (const Plugin &plugin : std::as_const(plugins)) {
        if (needsStoredValves(compared.value(plugin.path))) {
            toAsk.append(plugin);
        }
    }
    askNext();
}

void Planner::Private::askNext()
{
    while (!toAsk.isEmpty() && asking < server.connection().parallelRequests) {
        const Plugin plugin = toAsk.takeFirst();
        ++asking;
        const auto answered = [this, path = plugin.path, number = run](const Answer<QJsonObject> &answer) {
            if (number != run) {
                return;
            }
            if (answer) {
                storedValves.insert(path, answer.value->keys());
            }
            --asking;
            askNext();
        };
        server.valves(spaceOf(*plugin.kind), plugin.id, &q, answered);
    }
    if (asking == 0) {
        end();
    }
}

PlanContext Planner::Private::context() const
{
    PlanContext context{.release = options.release,
                        .twins =
                            TwinIndex(inventory.plugins(PluginSpace::Function) + inventory.plugins(PluginSpace::Tool)),
                        .functionIds = {},
                        .toolIds = {}};
    for (const Plugin &plugin : options.folder) {
        if (plugin.kind && !plugin.skipped && !plugin.id.isEmpty()) {
            (spaceOf(*plugin.kind) == PluginSpace::Tool ? context.toolIds : context.functionIds).insert(plugin.id);
        }
    }
    return context;
}

void Planner::Private::end()
{
    const PlanContext shared = context();
    QList<PlanRow> rows;
    rows.reserve(plugins.size());
    for (const Plugin &plugin : std::as_const(plugins)) {
        const auto names = storedValves.constFind(plugin.path);
        rows.append(planRow(plugin, compared.value(plugin.path),
                            names == storedValves.cend() ? std::nullopt : std::optional(*names), shared));
    }
    emit q.finished(rows);
}

} // namespace owui
