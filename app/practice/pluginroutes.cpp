// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "practice/pluginroutes.h"

#include "practice/pluginids.h"
#include "practice/valves.h"

using namespace Qt::StringLiterals;

namespace owui {

PluginRoutes::PluginRoutes(PluginSpace space, const Details &details, PracticeContext &context, PluginLoader &loader)
    : m_context(context)
    , m_space(space)
    , m_details(details)
    , m_loader(loader)
{
}

void PluginRoutes::create(const PracticeRequest &request, const Caller &caller, const Answer &answer)
{
    const auto form = request.form(m_space, m_context.release);
    if (!form) {
        answer(form.error());
        return;
    }
    if (!caller.account->admin) {
        answer(HttpAnswer::detail(401, texts::unauthorized()));
        return;
    }
    if (!isPluginIdentifier(form.value().id)) {
        answer(HttpAnswer::detail(400, texts::badId()));
        return;
    }
    PluginForm lowered = form.value();
    lowered.id = lowered.id.toLower();
    if (m_context.store.find(m_space, lowered.id)) {
        answer(HttpAnswer::detail(400, texts::idTaken()));
        return;
    }
    m_loader.load(lowered.content, m_space, [this, lowered, caller, answer](const LoadOutcome &outcome) {
        insert(lowered, caller, outcome, answer);
    });
}

void PluginRoutes::insert(const PluginForm &form, const Caller &caller, const LoadOutcome &outcome,
                          const Answer &answer)
{
    const PracticeRelease &release = m_context.release;
    if (outcome.step == LoadOutcome::Step::Exit) {
        answer(HttpAnswer::systemExit());
        return;
    }
    if (!outcome.isOk()) {
        answer(HttpAnswer::detail(400, release.createDetail(outcome.reason, m_details.createFailed)));
        return;
    }
    // Another create may have come first while pip ran.
    if (m_context.store.find(m_space, form.id)) {
        answer(HttpAnswer::detail(400, release.createDetail(m_details.idTakenMeanwhile, m_details.createFailed)));
        return;
    }
    StoredPlugin plugin;
    plugin.space = m_space;
    plugin.id = form.id;
    plugin.userId = caller.account->id;
    plugin.createdAt = PracticeStore::now();
    plugin.apply(form, outcome);
    store(plugin, form, outcome, Change::Create);
    if (release.hasVersions()) {
        plugin.recordVersion(form, caller.account->id);
    }
    StoredPlugin *stored = m_context.store.add(std::move(plugin));
    const QJsonObject created = pluginJson(*stored, ResponseShape::Created, release, m_context.accounts);
    storeLate(*stored, outcome);
    if (m_space == PluginSpace::Function && isTooLongForFolder(form.id)) {
        const QString reason = u"[Errno 36] File name too long: '/data/cache/functions/%1'"_s.arg(form.id);
        answer(HttpAnswer::detail(400, release.createDetail(reason, u"File name is too long."_s)));
        return;
    }
    answer(HttpAnswer::json(created));
}

void PluginRoutes::loadUpdate(const QString &id, const PluginForm &form, const Caller &caller, const Answer &answer)
{
    m_loader.load(form.content, m_space, [this, id, form, caller, answer](const LoadOutcome &outcome) {
        replace(id, form, caller, outcome, answer);
    });
}

void PluginRoutes::replace(const QString &id, const PluginForm &form, const Caller &caller, const LoadOutcome &outcome,
                           const Answer &answer)
{
    const PracticeRelease &release = m_context.release;
    StoredPlugin *plugin = m_context.store.find(m_space, id);
    if (outcome.step == LoadOutcome::Step::Exit) {
        answer(HttpAnswer::systemExit());
        return;
    }
    if (!outcome.isOk()) {
        // Only a function's code that fails switches the old version off, not pip, which ran before (contract 3.2).
        if (m_space == PluginSpace::Function && plugin && outcome.step == LoadOutcome::Step::Code &&
            release.switchesOffOnFailure()) {
            plugin->isActive = false;
            plugin->updatedAt = PracticeStore::now();
        }
        answer(HttpAnswer::detail(400, release.updateDetail(outcome.reason, m_details.updateFailed)));
        return;
    }
    if (!plugin) {
        answer(missing());
        return;
    }
    if (release.checksStoredValves() && plugin->valves) {
        const QString mismatch = valvesMismatch(outcome.valves, *plugin->valves);
        if (!mismatch.isEmpty()) {
            answer(HttpAnswer::detail(400, u"Current Valves are incompatible with this code: "_s + mismatch));
            return;
        }
    }
    plugin->apply(form, outcome);
    store(*plugin, form, outcome, Change::Update);
    if (release.hasVersions()) {
        plugin->recordVersion(form, caller.account->id);
    }
    const HttpAnswer updated = full(*plugin);
    storeLate(*plugin, outcome);
    answer(updated);
}

HttpAnswer PluginRoutes::full(const StoredPlugin &plugin) const
{
    return HttpAnswer::json(pluginJson(plugin, ResponseShape::Full, m_context.release, m_context.accounts));
}

} // namespace owui
