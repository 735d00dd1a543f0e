// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "practice/valveroutes.h"

#include "practice/toolroutes.h"
#include "practice/valves.h"

using namespace Qt::StringLiterals;

namespace owui {

ValveRoutes::ValveRoutes(PracticeContext &context)
    : m_context(context)
{
}

bool ValveRoutes::handle(PluginSpace space, const PracticeRequest &request, const Answer &answer)
{
    const bool reads = request.is("GET", {u"id", u"*", u"valves"});
    const bool describes = request.is("GET", {u"id", u"*", u"valves", u"spec"});
    const bool writes = request.is("POST", {u"id", u"*", u"valves", u"update"});
    if (!reads && !describes && !writes) {
        return false;
    }
    const bool isTool = space == PluginSpace::Tool;
    const auto caller = isTool ? request.caller(m_context) : request.adminCaller(m_context);
    if (!caller) {
        answer(caller.error());
        return true;
    }
    StoredPlugin *plugin = m_context.store.find(space, request.path().at(1));
    if (!plugin) {
        const bool notFound = isTool && !writes && m_context.release.hasAccessGrants();
        answer(HttpAnswer::detail(notFound ? 404 : 401, texts::notFound()));
        return true;
    }
    // Up to 0.7.2 any signed-in user may read a tool's valves.
    const bool guarded = isTool && (writes || m_context.release.hasAccessGrants());
    if (guarded && !ToolRoutes::mayWrite(*plugin, *caller.value().account, m_context.release)) {
        answer(HttpAnswer::detail(writes ? 400 : 401, texts::accessProhibited()));
    } else if (reads) {
        answer(HttpAnswer::json(plugin->valves.value_or(QJsonObject())));
    } else if (describes) {
        const QJsonValue schema = valvesSchema(plugin->valveFields);
        answer(schema.isNull() ? HttpAnswer::literal("null"_ba) : HttpAnswer::json(schema.toObject()));
    } else {
        answer(update(plugin, request));
    }
    return true;
}

HttpAnswer ValveRoutes::update(StoredPlugin *plugin, const PracticeRequest &request) const
{
    const auto body = request.object();
    if (!body) {
        return body.error();
    }
    if (plugin->valveFields.isEmpty()) {
        return HttpAnswer::detail(401, texts::notFound());
    }
    const auto accepted = acceptValves(plugin->valveFields, body.value());
    if (!accepted) {
        const QString fallback = plugin->space == PluginSpace::Function ? u"Error updating function valves"_s
                                                                        : u"Error updating tool valves"_s;
        return HttpAnswer::detail(400, m_context.release.createDetail(accepted.error(), fallback));
    }
    plugin->valves = accepted.value();
    plugin->updatedAt = PracticeStore::now();
    return HttpAnswer::json(accepted.value());
}

} // namespace owui
