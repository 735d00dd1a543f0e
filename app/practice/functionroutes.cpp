// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "practice/functionroutes.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

const QString updateFailed = u"Error updating function"_s;

} // namespace

FunctionRoutes::FunctionRoutes(PracticeContext &context, PluginLoader &loader)
    : PluginRoutes(PluginSpace::Function,
                   {.createFailed = u"Error creating function"_s,
                    .idTakenMeanwhile = u"400: [ERROR: Error creating function]"_s,
                    .updateFailed = updateFailed},
                   context, loader)
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

void FunctionRoutes::update(const PracticeRequest &request, const Caller &caller, const Answer &answer)
{
    const auto form = request.form(PluginSpace::Function, m_context.release);
    if (!form) {
        answer(form.error());
        return;
    }
    // The code is loaded before anybody looks whether there is such a function.
    loadUpdate(request.path().at(1), form.value(), caller, answer);
}

HttpAnswer FunctionRoutes::missing() const
{
    const QString reason =
        m_context.release.hasVersions() ? u"Function not found"_s : u"400: [ERROR: Error updating function]"_s;
    return HttpAnswer::detail(400, m_context.release.updateDetail(reason, updateFailed));
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

void FunctionRoutes::store(StoredPlugin &plugin, const PluginForm &form, const LoadOutcome &outcome,
                           Change /*change*/) const
{
    plugin.toggle = m_context.release.alwaysTellsToggle() ? std::optional(outcome.toggle) : form.sentToggle;
}

/// Up to 0.11 the flag of the code is stored after the answer was made.
void FunctionRoutes::storeLate(StoredPlugin &plugin, const LoadOutcome &outcome) const
{
    if (!m_context.release.alwaysTellsToggle() && outcome.toggle) {
        plugin.toggle = true;
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

} // namespace owui
