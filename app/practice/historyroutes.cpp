// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "practice/historyroutes.h"

#include "practice/toolroutes.h"
#include "practice/unifieddiff.h"
#include "practice/valves.h"

#include <QUrlQuery>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

HttpAnswer versionNotFound()
{
    return HttpAnswer::detail(404, u"Version not found"_s);
}

} // namespace

HistoryRoutes::HistoryRoutes(PracticeContext &context, PluginLoader &loader)
    : m_context(context)
    , m_loader(loader)
{
}

bool HistoryRoutes::handle(PluginSpace space, const PracticeRequest &request, const Answer &answer)
{
    const bool lists = request.is("GET", {u"id", u"*", u"history"});
    const bool compares = request.is("GET", {u"id", u"*", u"history", u"diff"});
    const bool reads = request.is("GET", {u"id", u"*", u"history", u"*"});
    const bool removes = request.is("DELETE", {u"id", u"*", u"history", u"*"});
    const bool restores = request.is("POST", {u"id", u"*", u"update", u"version"});
    if (!m_context.release.hasVersions() || !(lists || compares || reads || removes || restores)) {
        return false;
    }
    const bool isTool = space == PluginSpace::Tool;
    const auto caller = isTool ? request.caller(m_context) : request.adminCaller(m_context);
    if (!caller) {
        answer(caller.error());
        return true;
    }
    StoredPlugin *plugin = m_context.store.find(space, request.path().at(1));
    const QString versionId = request.path().value(3);
    if (!plugin) {
        answer(HttpAnswer::detail(404, u"Not found"_s));
    } else if (isTool && !ToolRoutes::mayWrite(*plugin, *caller.value().account, m_context.release)) {
        answer(HttpAnswer::detail(401, texts::unauthorized()));
    } else if (lists) {
        answer(list(*plugin, request));
    } else if (compares) {
        answer(diff(*plugin, request));
    } else if (removes) {
        answer(remove(*plugin, versionId));
    } else if (restores) {
        restore(*plugin, request, answer);
    } else if (const PluginVersion *version = plugin->findVersion(versionId)) {
        QJsonObject json = entry(*plugin, *version);
        json.insert(
            u"snapshot"_s,
            QJsonObject{{u"name"_s, version->name}, {u"content"_s, version->content}, {u"meta"_s, version->meta}});
        answer(HttpAnswer::json(json));
    } else {
        answer(versionNotFound());
    }
    return true;
}

QJsonObject HistoryRoutes::entry(const StoredPlugin &plugin, const PluginVersion &version) const
{
    const PracticeAccounts::Account *author = m_context.accounts.find(version.userId);
    return {{u"id"_s, version.id},
            {plugin.space == PluginSpace::Tool ? u"tool_id"_s : u"function_id"_s, plugin.id},
            {u"parent_id"_s, version.parentId},
            {u"user_id"_s, version.userId},
            {u"commit_message"_s, version.commitMessage},
            {u"created_at"_s, version.createdAt},
            {u"user"_s, QJsonObject{{u"name"_s, author ? author->name : QString()}}}};
}

HttpAnswer HistoryRoutes::list(const StoredPlugin &plugin, const PracticeRequest &request) const
{
    constexpr qsizetype pageSize = 20;
    QList<const PluginVersion *> versions;
    for (const PluginVersion &version : plugin.versions) {
        versions.append(&version);
    }
    // Newest first by whole seconds; within one second the real server's order is that of the random ids.
    std::ranges::sort(versions, [](const PluginVersion *left, const PluginVersion *right) {
        return std::tie(left->createdAt, left->id) > std::tie(right->createdAt, right->id);
    });
    const int page = std::max(1, QUrlQuery(request.call().query).queryItemValue(u"page"_s).toInt());
    QJsonArray entries;
    for (const PluginVersion *version : versions.mid((page - 1) * pageSize, pageSize)) {
        entries.append(entry(plugin, *version));
    }
    return HttpAnswer::json(entries);
}

HttpAnswer HistoryRoutes::diff(const StoredPlugin &plugin, const PracticeRequest &request) const
{
    const QUrlQuery query(request.call().query);
    const PluginVersion *from = plugin.findVersion(query.queryItemValue(u"from_id"_s));
    const PluginVersion *to = plugin.findVersion(query.queryItemValue(u"to_id"_s));
    if (!from || !to) {
        return versionNotFound();
    }
    return HttpAnswer::json(QJsonObject{{u"from_id"_s, from->id},
                                        {u"to_id"_s, to->id},
                                        {u"metadata"_s, QJsonObject()},
                                        {u"content_diff"_s, unifiedDiff(from->content, to->content)},
                                        {u"line_endings_only"_s, false}});
}

HttpAnswer HistoryRoutes::remove(StoredPlugin &plugin, const QString &versionId) const
{
    if (!plugin.findVersion(versionId)) {
        return versionNotFound();
    }
    if (plugin.versionId == versionId) {
        return HttpAnswer::detail(400, u"Cannot delete the current version"_s);
    }
    plugin.versions.remove_if([&versionId](const PluginVersion &version) { return version.id == versionId; });
    return HttpAnswer::literal("true"_ba);
}

void HistoryRoutes::restore(StoredPlugin &plugin, const PracticeRequest &request, const Answer &answer)
{
    const auto body = request.object();
    if (!body) {
        answer(body.error());
        return;
    }
    const PluginVersion *version = plugin.findVersion(body.value().value(u"version_id"_s).toString());
    if (!version) {
        answer(versionNotFound());
        return;
    }
    const PluginSpace space = plugin.space;
    m_loader.load(
        version->content, space, [this, space, id = plugin.id, wanted = *version, answer](const LoadOutcome &outcome) {
            StoredPlugin *present = m_context.store.find(space, id);
            if (!present) {
                answer(HttpAnswer::detail(404, u"Not found"_s));
                return;
            }
            if (!outcome.isOk()) {
                answer(outcome.step == LoadOutcome::Step::Exit ? HttpAnswer::systemExit()
                                                               : HttpAnswer::detail(400, outcome.reason));
                return;
            }
            PluginForm form;
            form.name = wanted.name;
            form.meta = wanted.meta;
            present->apply(form, outcome);
            present->versionId = wanted.id;
            if (space == PluginSpace::Function) {
                present->toggle = outcome.toggle;
            }
            answer(HttpAnswer::json(pluginJson(*present, ResponseShape::Full, m_context.release, m_context.accounts)));
        });
}

} // namespace owui
