// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/twinindex.h"

#include "plugins/pluginid.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

TwinIndex::TwinIndex(const QList<ServerPlugin> &onServer)
    : m_plugins(onServer)
{
    for (qsizetype i = 0; i < m_plugins.size(); ++i) {
        const ServerPlugin &plugin = m_plugins.at(i);
        m_byId.insert({static_cast<int>(plugin.space), plugin.id}, i);
        if (const QString id = plugin.manifest().value("openwebui_id"_L1).toString(); !id.isEmpty()) {
            m_byOpenWebUiId.insert({static_cast<int>(plugin.space), id}, i);
        }
        if (plugin.kind && !plugin.title().isEmpty()) {
            m_byTitle.insert({static_cast<int>(*plugin.kind), plugin.title()}, i);
        }
        if (plugin.content) {
            m_byCodeSize.insert(codeSize(*plugin.content), i);
        }
    }
}

std::optional<ServerPlugin> TwinIndex::find(const Plugin &plugin, const QSet<QString> &otherIds,
                                            const TwinClues &clues) const
{
    if (m_plugins.isEmpty() || !plugin.kind) {
        return {};
    }
    const int space = static_cast<int>(spaceOf(*plugin.kind));
    QList<qsizetype> found;
    for (const QString &id : clues.sentIds + candidateIds(plugin)) {
        found.append(m_byId.value({space, id}, -1));
    }
    found += m_byOpenWebUiId.values({space, plugin.header.value(u"openwebui_id")});
    if (clues.code.size > 0) {
        QList<qsizetype> alike = m_byCodeSize.values(clues.code.size);
        alike.removeIf([&](qsizetype position) {
            const ServerPlugin &there = m_plugins.at(position);
            return static_cast<int>(there.space) != space || codeMark(*there.content) != clues.code;
        });
        found += alike;
    }
    found += m_byTitle.values({static_cast<int>(*plugin.kind), plugin.header.value(u"title")});
    const auto twin = std::ranges::find_if(found, [&](qsizetype position) {
        const QString id = position < 0 ? QString() : m_plugins.at(position).id;
        return position >= 0 && id != plugin.id && !otherIds.contains(id);
    });
    return twin == found.end() ? std::nullopt : std::optional(m_plugins.at(*twin));
}

} // namespace owui
