// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/seen/spaceknowledge.h"

#include <algorithm>
#include <utility>

namespace owui {

void SpaceKnowledge::takeAll(const Question &question, const QList<ServerPlugin> &plugins)
{
    m_wasEmpty = plugins.isEmpty();
    m_isOff = false;
    const bool provesAbsence = !m_wasEmpty && plugins.first().space == PluginSpace::Function;
    QHash<QString, Sighting> fresh;
    for (const ServerPlugin &plugin : plugins) {
        fresh.insert(plugin.id, {.presence = Presence::Found, .plugin = plugin});
        m_askedAt.insert(plugin.id, question.askedAt);
    }
    for (auto it = m_known.cbegin(); it != m_known.cend(); ++it) {
        if (it->presence == Presence::Missing && !fresh.contains(it.key())) {
            fresh.insert(it.key(), *it);
        }
    }
    for (auto it = m_learnt.cbegin(); it != m_learnt.cend(); ++it) {
        if (*it <= question.number) {
            continue;
        }
        m_askedAt.remove(it.key());
        const auto known = m_known.constFind(it.key());
        if (known != m_known.cend()) {
            fresh.insert(it.key(), *known);
        } else {
            fresh.remove(it.key());
        }
    }
    m_known = fresh;
    m_whole = provesAbsence ? std::optional(question) : std::nullopt;
    erase_if(m_unanswered, [&question](const auto &entry) { return entry.value().number < question.number; });
}

bool SpaceKnowledge::takeList(const QList<ServerPlugin> &listed, bool isOff)
{
    m_listed = listed;
    m_listedAt = QDateTime::currentDateTimeUtc();
    return std::exchange(m_isOff, isOff) != isOff;
}

bool SpaceKnowledge::takeLook(const Question &question, const QString &id, const LookUp &lookUp)
{
    if (lookUp.isSeen()) {
        if (m_learnt.value(id) >= question.number) {
            return false;
        }
        m_learnt.insert(id, question.number);
        m_askedAt.insert(id, question.askedAt);
        return set(id, {.presence = lookUp.presence, .plugin = lookUp.plugin});
    }
    if (m_learnt.value(id) > question.number || m_unanswered.value(id).number > question.number) {
        return false;
    }
    const Sighting before = find(id);
    m_unanswered.insert(id, {.number = question.number, .presence = lookUp.presence, .error = lookUp.error});
    return find(id) != before;
}

bool SpaceKnowledge::learn(quint64 number, const QString &id, const Sighting &now)
{
    Sighting seen = now;
    if (seen.plugin) {
        addContent(*seen.plugin);
    }
    m_learnt.insert(id, number);
    m_askedAt.remove(id);
    return set(id, seen);
}

/// An answer without content, as that to a create, says nothing of a text that is known.
void SpaceKnowledge::addContent(ServerPlugin &plugin) const
{
    if (plugin.content) {
        return;
    }
    const Sighting known = find(plugin.id);
    // To switch a plugin or to change its settings moves updated_at and makes no version.
    if (known.plugin && known.plugin->versionId == plugin.versionId &&
        (!plugin.versionId.isEmpty() || known.plugin->updatedAt == plugin.updatedAt)) {
        plugin.content = known.plugin->content;
    }
    const auto text = m_versionTexts.constFind({plugin.space, plugin.id, plugin.versionId});
    if (!plugin.content && !plugin.versionId.isEmpty() && text != m_versionTexts.cend()) {
        plugin.content = *text;
    }
}

QStringList SpaceKnowledge::addProvedContents(QList<ServerPlugin> &plugins) const
{
    QStringList without;
    for (ServerPlugin &plugin : plugins) {
        if (!plugin.versionId.isEmpty()) {
            addContent(plugin);
        }
        if (!plugin.content && (!m_wanted || m_wanted->contains(plugin.id))) {
            without.append(plugin.id);
        }
    }
    return without;
}

std::optional<QList<ServerPlugin>> SpaceKnowledge::recentList() const
{
    if (!isRecent(m_listedAt)) {
        return {};
    }
    QList<ServerPlugin> listed = m_listed;
    for (ServerPlugin &plugin : listed) {
        addContent(plugin);
    }
    return listed;
}

bool SpaceKnowledge::set(const QString &id, const Sighting &seen)
{
    const bool wasInVain = m_unanswered.remove(id);
    const bool known = seen.presence != Presence::CannotTell;
    const auto before = m_known.constFind(id);
    const bool same = known ? before != m_known.cend() && *before == seen : before == m_known.cend();
    if (known) {
        m_known.insert(id, seen);
    } else {
        m_known.remove(id);
    }
    return !same || wasInVain;
}

Sighting SpaceKnowledge::find(const QString &id) const
{
    Sighting seen = m_known.value(id);
    if (seen.presence == Presence::CannotTell && m_whole && m_learnt.value(id) <= m_whole->number) {
        seen.presence = Presence::Missing;
    }
    const auto failure = m_unanswered.constFind(id);
    if (failure != m_unanswered.cend() && !seen.isComplete()) {
        seen.presence = failure->presence;
        seen.error = failure->error;
    }
    return seen;
}

std::optional<RecentLook> SpaceKnowledge::lastLook(const QString &id) const
{
    const Sighting seen = find(id);
    const auto asked = m_askedAt.constFind(id);
    if (asked != m_askedAt.cend() && seen.isComplete()) {
        return RecentLook{.seen = seen, .askedAt = *asked};
    }
    if (seen.presence == Presence::Missing && !m_known.contains(id)) {
        return RecentLook{.seen = seen, .askedAt = m_whole->askedAt};
    }
    return {};
}

std::optional<RecentLook> SpaceKnowledge::presumedMissing(const QString &id) const
{
    const Sighting seen = find(id);
    if (seen.presence != Presence::CannotTell || seen.plugin || seen.error) {
        return {};
    }
    return RecentLook{.seen = {.presence = Presence::Missing, .plugin = {}},
                      .askedAt = std::chrono::steady_clock::now(),
                      .isPresumed = true};
}

QList<ServerPlugin> SpaceKnowledge::plugins() const
{
    QList<ServerPlugin> all;
    for (const Sighting &seen : m_known) {
        if (seen.plugin) {
            all.append(*seen.plugin);
        }
    }
    std::ranges::sort(all, {}, &ServerPlugin::id);
    return all;
}

bool SpaceKnowledge::hasAllContents() const
{
    return std::ranges::all_of(m_known,
                               [](const Sighting &seen) { return !seen.plugin || seen.plugin->content.has_value(); });
}

bool SpaceKnowledge::hasContent() const
{
    return std::ranges::any_of(m_known, [](const Sighting &seen) { return seen.plugin && seen.plugin->content; });
}

} // namespace owui
