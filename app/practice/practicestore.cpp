// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "practice/practicestore.h"

#include <QDateTime>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

void StoredPlugin::apply(const PluginForm &form, const LoadOutcome &outcome)
{
    name = form.name;
    content = outcome.content;
    meta = form.meta;
    manifest = outcome.manifest;
    kind = outcome.kind;
    hasUserValves = outcome.hasUserValves;
    valveFields = outcome.valves;
    specs = outcome.specs;
    updatedAt = PracticeStore::now();
}

void StoredPlugin::recordVersion(const PluginForm &form, const QString &authorId)
{
    const PluginVersion *present = findVersion(versionId);
    if (present && present->name == name && present->content == content && present->meta == meta) {
        return;
    }
    versions.push_back({.id = PracticeStore::newId(),
                        .parentId = present ? QJsonValue(present->id) : QJsonValue(QJsonValue::Null),
                        .userId = authorId,
                        .commitMessage = form.commitMessage,
                        .createdAt = PracticeStore::now(),
                        .name = name,
                        .content = content,
                        .meta = meta});
    versionId = versions.back().id;
}

const PluginVersion *StoredPlugin::findVersion(const QString &wanted) const
{
    const auto found = std::ranges::find(versions, wanted, &PluginVersion::id);
    return found == versions.end() ? nullptr : &*found;
}

StoredPlugin *PracticeStore::find(PluginSpace space, const QString &id)
{
    std::list<StoredPlugin> &plugins = all(space);
    const auto found = std::ranges::find(plugins, id, &StoredPlugin::id);
    return found == plugins.end() ? nullptr : &*found;
}

StoredPlugin *PracticeStore::add(StoredPlugin plugin)
{
    std::list<StoredPlugin> &plugins = all(plugin.space);
    plugins.push_back(std::move(plugin));
    return &plugins.back();
}

bool PracticeStore::remove(PluginSpace space, const QString &id)
{
    return all(space).remove_if([&id](const StoredPlugin &plugin) { return plugin.id == id; }) > 0;
}

std::list<StoredPlugin> &PracticeStore::all(PluginSpace space)
{
    return space == PluginSpace::Function ? m_functions : m_tools;
}

QList<const StoredPlugin *> PracticeStore::latestFirst(PluginSpace space)
{
    QList<const StoredPlugin *> sorted;
    for (const StoredPlugin &plugin : all(space)) {
        sorted.append(&plugin);
    }
    std::ranges::stable_sort(sorted, std::ranges::greater(), &StoredPlugin::updatedAt);
    return sorted;
}

qint64 PracticeStore::now()
{
    return QDateTime::currentSecsSinceEpoch();
}

QString PracticeStore::newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace owui
