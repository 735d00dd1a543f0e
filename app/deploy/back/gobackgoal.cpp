// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/back/gobackgoal.h"

#include "compare/valves/valvenames.h"
#include "plugins/pluginfile.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

struct GoBackTexts
{
    Q_DECLARE_TR_FUNCTIONS(GoBack)
};

/// A grant as it was given: without what the server writes beside it, so that the same grants given anew are the same.
QStringList grantsOf(const QJsonObject &shares)
{
    QStringList grants;
    for (const QJsonValue &grant : shares.value("access_grants"_L1).toArray()) {
        grants.append(u"%1 %2 %3"_s.arg(grant["principal_type"_L1].toString(), grant["principal_id"_L1].toString(),
                                        grant["permission"_L1].toString()));
    }
    grants.sort();
    return grants;
}

bool sharesDiffer(const QJsonObject &then, const QJsonObject &now)
{
    const auto haveBoth = [&](const QString &key) { return then.contains(key) && now.contains(key); };
    return (haveBoth(u"access_control"_s) && then.value("access_control"_L1) != now.value("access_control"_L1)) ||
           (haveBoth(u"access_grants"_s) && grantsOf(then) != grantsOf(now));
}

} // namespace

GoBackGoal GoBackGoal::of(const HistoryState &state, PluginSpace space, const QString &content)
{
    const bool isFunction = space == PluginSpace::Function;
    return {.name = state.name,
            .meta = state.meta,
            .content = content,
            .version = state.version,
            .versionId = state.versionId,
            .active = isFunction ? std::optional(state.active) : std::nullopt,
            .global = isFunction ? std::optional(state.global) : std::nullopt,
            .shares = state.shares};
}

GoBackGoal GoBackGoal::of(const ServerSnapshot &snapshot, const QString &versionId)
{
    return {.name = snapshot.name,
            .meta = snapshot.meta,
            .content = snapshot.content,
            .version = Frontmatter::read(snapshot.content.toUtf8()).value(u"version"),
            .versionId = versionId};
}

bool GoBackGoal::hasTexts(const ServerPlugin &now) const
{
    return now.content == content && now.name == name && now.description() == description();
}

bool GoBackGoal::hasFlags(const ServerPlugin &now) const
{
    return active.value_or(now.active) == now.active && global.value_or(now.global) == now.global;
}

bool GoBackGoal::is(const ServerSnapshot &snapshot) const
{
    return snapshot.content == content && snapshot.name == name &&
           snapshot.meta.value("description"_L1).toString() == description();
}

PreparedPlugin GoBackGoal::prepared(const QString &path, const QString &id, PluginSpace space) const
{
    const QByteArray utf8 = content.toUtf8();
    PreparedPlugin prepared{
        .plugin = readPlugin(path, {.utf8 = utf8}), .utf8 = utf8, .content = content, .storedText = content};
    prepared.plugin.id = id;
    // Where it is on the server decides, not what its text looks like: a function may have a class Tools of its own.
    std::optional<PluginKind> &kind = prepared.plugin.kind;
    if (space == PluginSpace::Tool) {
        kind = PluginKind::Tool;
    } else if (kind == PluginKind::Tool) {
        kind.reset();
    }
    return prepared;
}

Payload GoBackGoal::payload(const QString &id, PluginSpace space, const std::optional<ServerPlugin> &present) const
{
    Payload payload;
    payload.id = id;
    payload.name = name;
    payload.meta = meta;
    payload.commitMessage =
        version.isEmpty() ? GoBackTexts::tr("Taken back") : GoBackTexts::tr("Taken back to %1").arg(version);
    payload.meta.remove(u"toggle"_s); // the server sets it from the code; see makePayload
    if (space == PluginSpace::Tool) {
        payload.accessControl = present ? present->accessControl : QJsonValue(QJsonObject());
    }
    return payload;
}

QStringList GoBackGoal::losses(PluginSpace space, const std::optional<ServerPlugin> &now) const
{
    QStringList losses;
    const QStringList then = valveNames(content, space);
    const QStringList have = now && now->content ? valveNames(*now->content, space) : QStringList();
    QStringList lost;
    std::ranges::copy_if(then, std::back_inserter(lost),
                         [&have](const QString &valve) { return !have.contains(valve); });
    if (!lost.isEmpty()) {
        losses.append(GoBackTexts::tr("Stored settings are not brought back. These have their default again: %1.")
                          .arg(lost.join(u", "_s)));
    }
    if (space == PluginSpace::Tool && !shares.isEmpty() &&
        (!now || sharesDiffer(shares, HistoryState::of(*now).shares))) {
        losses.append(
            now ? GoBackTexts::tr("It was shared with others then. Who may use it stays as it is now; look at its "
                                  "access on the server.")
                : GoBackTexts::tr(
                      "Only its owner can use it now. Share it again on the server if others should use it."));
    }
    return losses;
}

} // namespace owui
