// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/seen/twinindex.h"

#include "plugins/pluginid.h"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

constexpr qsizetype mostAlike = 5; // each is one request
constexpr qsizetype shortestAlike = 4;
constexpr qsizetype farthest = std::numeric_limits<qsizetype>::max();

QString lettersOf(const QString &text)
{
    QString letters = text.toCaseFolded();
    letters.removeIf([](QChar c) { return !c.isLetterOrNumber(); });
    return letters;
}

/// Of letters: how much one has more than the other, as a plugin that was renamed to "… (beta)"; none: they are not
/// alike.
std::optional<qsizetype> distance(const QString &a, const QString &b)
{
    const auto &[shorter, longer] = a.size() < b.size() ? std::tie(a, b) : std::tie(b, a);
    const bool isAlike = (a == b && !a.isEmpty()) || (shorter.size() >= shortestAlike && longer.contains(shorter));
    return isAlike ? std::optional(longer.size() - shorter.size()) : std::nullopt;
}

} // namespace

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
        } else {
            m_unread.append({.position = i, .id = lettersOf(plugin.id), .name = lettersOf(plugin.name)});
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
            return static_cast<int>(there.space) != space || markOf(position) != clues.code;
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

CodeMark TwinIndex::markOf(qsizetype position) const
{
    auto mark = m_marks.find(position);
    if (mark == m_marks.end()) {
        mark = m_marks.insert(position, codeMark(*m_plugins.at(position).content));
    }
    return *mark;
}

QStringList TwinIndex::unreadAlike(const Plugin &plugin, const QSet<QString> &otherIds,
                                   const QSet<QString> &folderIds) const
{
    const QString id = lettersOf(plugin.id);
    const QString name = lettersOf(plugin.title());
    QList<std::pair<qsizetype, QString>> alike;
    for (const Unread &unread : m_unread) {
        const ServerPlugin &there = m_plugins.at(unread.position);
        if (there.kind == plugin.kind && there.id != plugin.id && !otherIds.contains(there.id)) {
            const auto byId = folderIds.contains(there.id) ? std::optional<qsizetype>(0) : distance(unread.id, id);
            const auto byName = distance(unread.name, name);
            if (byId || byName) {
                alike.append({std::min(byId.value_or(farthest), byName.value_or(farthest)), there.id});
            }
        }
    }
    std::ranges::sort(alike);
    QStringList ids;
    qsizetype others = 0;
    for (const auto &[away, near] : std::as_const(alike)) {
        if (folderIds.contains(near) || others++ < mostAlike) {
            ids.append(near);
        }
    }
    return ids;
}

void TwinIndex::learn(const ServerPlugin &read)
{
    const qsizetype position = m_byId.value({static_cast<int>(read.space), read.id}, -1);
    if (position >= 0 && read.content && !m_plugins.at(position).content) {
        m_plugins[position] = read;
        m_byCodeSize.insert(codeSize(*read.content), position);
        m_unread.removeIf([position](const Unread &unread) { return unread.position == position; });
    }
}

} // namespace owui
