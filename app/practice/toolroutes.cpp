// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "practice/toolroutes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

bool hasAccess(const StoredPlugin &tool, const PracticeAccounts::Account &account, const PracticeRelease &release,
               const QString &permission)
{
    if (account.admin || tool.userId == account.id) {
        return true;
    }
    if (!release.hasAccessGrants()) {
        // null: everybody reads, nobody else writes.
        if (tool.accessControl.isNull()) {
            return permission == u"read";
        }
        const QJsonArray users =
            tool.accessControl.toObject().value(permission).toObject().value(u"user_ids"_s).toArray();
        return users.contains(account.id);
    }
    return std::ranges::any_of(tool.accessGrants, [&](const QJsonValue &value) {
        const QJsonObject grant = value.toObject();
        const QString who = grant.value(u"principal_id"_s).toString();
        return grant.value(u"principal_type"_s).toString() == u"user" && (who == account.id || who == u"*") &&
               grant.value(u"permission"_s).toString() == permission;
    });
}

} // namespace

ToolRoutes::ToolRoutes(PracticeContext &context, PluginLoader &loader)
    : PluginRoutes(PluginSpace::Tool,
                   {.createFailed = u"Error creating tool"_s,
                    .idTakenMeanwhile = u"400: [ERROR: Error creating tools]"_s,
                    .updateFailed = u"Error updating tool"_s},
                   context, loader)
{
}

bool ToolRoutes::mayRead(const StoredPlugin &tool, const PracticeAccounts::Account &account,
                         const PracticeRelease &release)
{
    return hasAccess(tool, account, release, u"read"_s) || mayWrite(tool, account, release);
}

bool ToolRoutes::mayWrite(const StoredPlugin &tool, const PracticeAccounts::Account &account,
                          const PracticeRelease &release)
{
    return hasAccess(tool, account, release, u"write"_s);
}

bool ToolRoutes::handle(const PracticeRequest &request, const Answer &answer)
{
    const bool setsAccess =
        m_context.release.hasAccessGrants() && request.is("POST", {u"id", u"*", u"access", u"update"});
    const bool known = request.is("GET", {u""}) || request.is("GET", {u"list"}) || request.is("GET", {u"export"}) ||
                       request.is("POST", {u"create"}) || request.is("GET", {u"id", u"*"}) ||
                       request.is("POST", {u"id", u"*", u"update"}) || setsAccess ||
                       request.is("DELETE", {u"id", u"*", u"delete"});
    if (!known) {
        return false;
    }
    const auto found = request.caller(m_context);
    if (!found) {
        answer(found.error());
        return true;
    }
    const Caller &caller = found.value();
    const QString id = request.path().value(1);
    if (request.is("GET", {u""})) {
        answer(list(ResponseShape::Listed, caller));
    } else if (request.is("GET", {u"list"})) {
        answer(list(ResponseShape::ListedWithAccess, caller));
    } else if (request.is("GET", {u"export"})) {
        answer(exportAll(caller));
    } else if (request.is("POST", {u"create"})) {
        create(request, caller, answer);
    } else if (request.is("GET", {u"id", u"*"})) {
        answer(get(id, caller));
    } else if (request.is("POST", {u"id", u"*", u"update"})) {
        update(request, caller, answer);
    } else if (setsAccess) {
        answer(updateAccess(request, caller));
    } else {
        answer(remove(id, caller));
    }
    return true;
}

void ToolRoutes::update(const PracticeRequest &request, const Caller &caller, const Answer &answer)
{
    const auto form = request.form(PluginSpace::Tool, m_context.release);
    if (!form) {
        answer(form.error());
        return;
    }
    // Unlike a function's, a tool's code is not loaded before it is known that there is such a tool.
    const QString id = request.path().at(1);
    const StoredPlugin *tool = m_context.store.find(PluginSpace::Tool, id);
    if (!tool) {
        answer(HttpAnswer::detail(401, texts::notFound()));
        return;
    }
    if (!mayWrite(*tool, *caller.account, m_context.release)) {
        answer(HttpAnswer::detail(401, texts::unauthorized()));
        return;
    }
    loadUpdate(id, form.value(), caller, answer);
}

/// It was deleted while pip ran.
HttpAnswer ToolRoutes::missing() const
{
    return HttpAnswer::detail(
        400, m_context.release.updateDetail(u"400: [ERROR: Error updating tools]"_s, u"Error updating tools"_s));
}

void ToolRoutes::store(StoredPlugin &tool, const PluginForm &form, const LoadOutcome & /*outcome*/, Change change) const
{
    // Up to 0.7.2 an update without the field makes the tool public; later it is kept (contract 1.3).
    tool.accessControl = form.accessControl.value_or(QJsonValue::Null);
    if (form.accessGrants && (change == Change::Create || !m_context.release.updateIgnoresGrants())) {
        setGrants(tool, form.accessGrants->toArray());
    }
}

void ToolRoutes::setGrants(StoredPlugin &tool, const QJsonArray &grants) const
{
    QJsonArray valid;
    for (const QJsonValue &value : grants) {
        const QJsonObject sent = value.toObject();
        const QString type = sent.value(u"principal_type"_s).toString();
        const QString permission = sent.value(u"permission"_s).toString();
        const QString principal = sent.value(u"principal_id"_s).toString();
        // An invalid grant is dropped without a word (access_grants.py:150-188).
        if ((type != u"user" && type != u"group") || (permission != u"read" && permission != u"write") ||
            principal.isEmpty()) {
            continue;
        }
        valid.append(QJsonObject{{u"id"_s, PracticeStore::newId()},
                                 {u"resource_type"_s, u"tool"_s},
                                 {u"resource_id"_s, tool.id},
                                 {u"principal_type"_s, type},
                                 {u"principal_id"_s, principal},
                                 {u"permission"_s, permission},
                                 {u"created_at"_s, PracticeStore::now()}});
    }
    tool.accessGrants = valid;
}

HttpAnswer ToolRoutes::get(const QString &id, const Caller &caller) const
{
    const StoredPlugin *tool = m_context.store.find(PluginSpace::Tool, id);
    if (!tool) {
        return HttpAnswer::detail(404, texts::notFound());
    }
    if (!mayRead(*tool, *caller.account, m_context.release)) {
        return HttpAnswer::detail(401, texts::accessProhibited());
    }
    return HttpAnswer::json(pluginJson(*tool, ResponseShape::WithUser, m_context.release, m_context.accounts,
                                       mayWrite(*tool, *caller.account, m_context.release)));
}

HttpAnswer ToolRoutes::updateAccess(const PracticeRequest &request, const Caller &caller) const
{
    const auto body = request.object();
    if (!body) {
        return body.error();
    }
    const QJsonValue grants = body.value().value(u"access_grants"_s);
    if (!grants.isArray()) {
        const bool missing = grants.isUndefined();
        return HttpAnswer::unprocessable(
            {QJsonObject{{u"type"_s, missing ? u"missing"_s : u"list_type"_s},
                         {u"loc"_s, QJsonArray{u"body"_s, u"access_grants"_s}},
                         {u"msg"_s, missing ? u"Field required"_s : u"Input should be a valid list"_s},
                         {u"input"_s, missing ? QJsonValue(body.value()) : grants}}});
    }
    StoredPlugin *tool = m_context.store.find(PluginSpace::Tool, request.path().at(1));
    if (!tool) {
        return HttpAnswer::detail(404, texts::notFound());
    }
    if (!mayWrite(*tool, *caller.account, m_context.release)) {
        return HttpAnswer::detail(401, texts::unauthorized());
    }
    setGrants(*tool, grants.toArray());
    return full(*tool);
}

HttpAnswer ToolRoutes::remove(const QString &id, const Caller &caller) const
{
    const StoredPlugin *tool = m_context.store.find(PluginSpace::Tool, id);
    if (!tool) {
        return HttpAnswer::detail(401, texts::notFound());
    }
    if (!mayWrite(*tool, *caller.account, m_context.release)) {
        return HttpAnswer::detail(401, texts::unauthorized());
    }
    m_context.store.remove(PluginSpace::Tool, id);
    return HttpAnswer::literal("true"_ba);
}

HttpAnswer ToolRoutes::list(ResponseShape shape, const Caller &caller) const
{
    QJsonArray tools;
    const QList<const StoredPlugin *> plugins = m_context.store.latestFirst(PluginSpace::Tool);
    for (const StoredPlugin *tool : plugins) {
        if (mayRead(*tool, *caller.account, m_context.release)) {
            tools.append(pluginJson(*tool, shape, m_context.release, m_context.accounts,
                                    mayWrite(*tool, *caller.account, m_context.release)));
        }
    }
    return HttpAnswer::json(tools);
}

HttpAnswer ToolRoutes::exportAll(const Caller &caller) const
{
    if (!caller.account->admin) {
        return HttpAnswer::detail(401, texts::unauthorized());
    }
    QJsonArray tools;
    const QList<const StoredPlugin *> plugins = m_context.store.latestFirst(PluginSpace::Tool);
    for (const StoredPlugin *tool : plugins) {
        tools.append(pluginJson(*tool, ResponseShape::Export, m_context.release, m_context.accounts));
    }
    return HttpAnswer::json(tools);
}

} // namespace owui
