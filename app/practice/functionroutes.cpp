// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "practice/functionroutes.h"

#include "practice/pluginids.h"
#include "practice/valves.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

const QString createFailed = u"Error creating function"_s;
const QString updateFailed = u"Error updating function"_s;

} // namespace

FunctionRoutes::FunctionRoutes(PracticeContext &context, PluginLoader &loader)
    : m_context(context)
    , m_loader(loader)
{
}

bool FunctionRoutes::handle(const PracticeRequest &request, const Answer &answer)
{
    if (request.is("GET", {u""})) {
        const auto caller = request.caller(m_context);
        answer(caller ? list(ResponseShape::Created) : caller.error());
        return true;
    }
    const bool known = request.is("GET", {u"list"}) || request.is("GET", {u"export"}) ||
                       request.is("POST", {u"create"}) || request.is("GET", {u"id", u"*"}) ||
                       request.is("POST", {u"id", u"*", u"update"}) || request.is("POST", {u"id", u"*", u"toggle"}) ||
                       request.is("POST", {u"id", u"*", u"toggle", u"global"}) ||
                       request.is("DELETE", {u"id", u"*", u"delete"});
    if (!known) {
        return false;
    }
    const auto caller = request.adminCaller(m_context);
    if (!caller) {
        answer(caller.error());
        return true;
    }
    const QString id = request.path().value(1);
    if (request.is("GET", {u"list"})) {
        answer(list(ResponseShape::Listed));
    } else if (request.is("GET", {u"export"})) {
        const QString wanted = QUrlQuery(request.call().query).queryItemValue(u"include_valves"_s).toLower();
        answer(exportAll(wanted == u"true" || wanted == u"1"));
    } else if (request.is("POST", {u"create"})) {
        create(request, caller.value(), answer);
    } else if (request.is("GET", {u"id", u"*"})) {
        const StoredPlugin *plugin = m_context.store.find(PluginSpace::Function, id);
        answer(plugin ? full(*plugin) : HttpAnswer::detail(401, texts::notFound()));
    } else if (request.is("POST", {u"id", u"*", u"update"})) {
        update(request, caller.value(), answer);
    } else if (request.is("POST", {u"id", u"*", u"toggle"})) {
        change(id, &StoredPlugin::isActive, answer);
    } else if (request.is("POST", {u"id", u"*", u"toggle", u"global"})) {
        change(id, &StoredPlugin::isGlobal, answer);
    } else {
        m_context.store.remove(PluginSpace::Function, id);
        answer(HttpAnswer::literal("true"_ba)); // also for an id that is not there
    }
    return true;
}

void FunctionRoutes::create(const PracticeRequest &request, const Caller &caller, const Answer &answer)
{
    const auto form = request.form(PluginSpace::Function, m_context.release);
    if (!form) {
        answer(form.error());
        return;
    }
    if (!isPluginIdentifier(form.value().id)) {
        answer(HttpAnswer::detail(400, texts::badId()));
        return;
    }
    PluginForm lowered = form.value();
    lowered.id = lowered.id.toLower();
    if (m_context.store.find(PluginSpace::Function, lowered.id)) {
        answer(HttpAnswer::detail(400, texts::idTaken()));
        return;
    }
    m_loader.load(lowered.content, PluginSpace::Function, [this, lowered, caller, answer](const LoadOutcome &outcome) {
        insert(lowered, caller, outcome, answer);
    });
}

void FunctionRoutes::insert(const PluginForm &form, const Caller &caller, const LoadOutcome &outcome,
                            const Answer &answer)
{
    const PracticeRelease &release = m_context.release;
    if (outcome.step == LoadOutcome::Step::Exit) {
        answer(HttpAnswer::systemExit());
        return;
    }
    if (!outcome.isOk()) {
        answer(HttpAnswer::detail(400, release.createDetail(outcome.reason, createFailed)));
        return;
    }
    // Another create may have come first while pip ran.
    if (m_context.store.find(PluginSpace::Function, form.id)) {
        answer(HttpAnswer::detail(400, release.createDetail(u"400: [ERROR: Error creating function]"_s, createFailed)));
        return;
    }
    StoredPlugin plugin;
    plugin.space = PluginSpace::Function;
    plugin.id = form.id;
    plugin.userId = caller.account->id;
    plugin.createdAt = PracticeStore::now();
    plugin.apply(form, outcome);
    plugin.toggle = form.sentToggle;
    if (release.alwaysTellsToggle()) {
        setToggle(plugin, form, outcome);
    }
    if (release.hasVersions()) {
        plugin.recordVersion(form, caller.account->id);
    }
    StoredPlugin *stored = m_context.store.add(std::move(plugin));
    const QJsonObject created = pluginJson(*stored, ResponseShape::Created, release, m_context.accounts);
    // Up to 0.11 the flag is stored after the answer was made.
    setToggle(*stored, form, outcome);
    if (isTooLongForFolder(form.id)) {
        const QString reason = u"[Errno 36] File name too long: '/data/cache/functions/%1'"_s.arg(form.id);
        answer(HttpAnswer::detail(400, release.createDetail(reason, u"File name is too long."_s)));
        return;
    }
    answer(HttpAnswer::json(created));
}

void FunctionRoutes::update(const PracticeRequest &request, const Caller &caller, const Answer &answer)
{
    const auto form = request.form(PluginSpace::Function, m_context.release);
    if (!form) {
        answer(form.error());
        return;
    }
    // The code is loaded before anybody looks whether there is such a function.
    m_loader.load(form.value().content, PluginSpace::Function,
                  [this, id = request.path().at(1), sent = form.value(), caller, answer](const LoadOutcome &outcome) {
                      replace(id, sent, caller, outcome, answer);
                  });
}

void FunctionRoutes::replace(const QString &id, const PluginForm &form, const Caller &caller,
                             const LoadOutcome &outcome, const Answer &answer)
{
    const PracticeRelease &release = m_context.release;
    StoredPlugin *plugin = m_context.store.find(PluginSpace::Function, id);
    if (outcome.step == LoadOutcome::Step::Exit) {
        answer(HttpAnswer::systemExit());
        return;
    }
    if (!outcome.isOk()) {
        // Only code that fails switches the old version off, not pip, which ran before (contract 3.2).
        if (plugin && outcome.step == LoadOutcome::Step::Code && release.switchesOffOnFailure()) {
            plugin->isActive = false;
            plugin->updatedAt = PracticeStore::now();
        }
        answer(HttpAnswer::detail(400, release.updateDetail(outcome.reason, updateFailed)));
        return;
    }
    if (!plugin) {
        const QString reason =
            release.hasVersions() ? u"Function not found"_s : u"400: [ERROR: Error updating function]"_s;
        answer(HttpAnswer::detail(400, release.updateDetail(reason, updateFailed)));
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
    plugin->toggle = form.sentToggle;
    if (release.alwaysTellsToggle()) {
        setToggle(*plugin, form, outcome);
    }
    if (release.hasVersions()) {
        plugin->recordVersion(form, caller.account->id);
    }
    const HttpAnswer updated = full(*plugin);
    setToggle(*plugin, form, outcome); // up to 0.11 after the answer was made
    answer(updated);
}

void FunctionRoutes::change(const QString &id, bool StoredPlugin::*field, const Answer &answer)
{
    StoredPlugin *plugin = m_context.store.find(PluginSpace::Function, id);
    if (!plugin) {
        answer(HttpAnswer::detail(401, texts::notFound()));
        return;
    }
    plugin->*field = !(plugin->*field);
    plugin->updatedAt = PracticeStore::now();
    answer(full(*plugin));
}

void FunctionRoutes::setToggle(StoredPlugin &plugin, const PluginForm &form, const LoadOutcome &outcome) const
{
    if (m_context.release.alwaysTellsToggle()) {
        plugin.toggle = outcome.toggle;
    } else {
        plugin.toggle = outcome.toggle ? std::optional(true) : form.sentToggle;
    }
}

HttpAnswer FunctionRoutes::list(ResponseShape shape) const
{
    QJsonArray functions;
    const QList<const StoredPlugin *> plugins = m_context.store.latestFirst(PluginSpace::Function);
    for (const StoredPlugin *plugin : plugins) {
        functions.append(pluginJson(*plugin, shape, m_context.release, m_context.accounts));
    }
    return HttpAnswer::json(functions);
}

HttpAnswer FunctionRoutes::exportAll(bool withValves) const
{
    QJsonArray functions;
    for (const StoredPlugin &plugin : m_context.store.all(PluginSpace::Function)) {
        QJsonObject json = pluginJson(plugin, ResponseShape::Export, m_context.release, m_context.accounts);
        if (withValves) {
            json.insert(u"valves"_s, plugin.valves ? QJsonValue(*plugin.valves) : QJsonValue(QJsonValue::Null));
        }
        functions.append(json);
    }
    return HttpAnswer::json(functions);
}

HttpAnswer FunctionRoutes::full(const StoredPlugin &plugin) const
{
    return HttpAnswer::json(pluginJson(plugin, ResponseShape::Full, m_context.release, m_context.accounts));
}

} // namespace owui
