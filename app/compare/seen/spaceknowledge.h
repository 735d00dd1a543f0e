// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/seen/lookchoice.h"
#include "compare/seen/sighting.h"
#include "compare/seen/versiontexts.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QSet>
#include <QStringList>

#include <chrono>
#include <optional>

namespace owui {

/// What one question to a server was and when: an answer to an older one tells nothing new.
struct Question
{
    quint64 number = 0;
    std::chrono::steady_clock::time_point askedAt;
};

/// What is known of one space of a server, by looks at all of it, looks at one id, and what somebody learnt otherwise.
class SpaceKnowledge final
{
public:
    /// Replaces what is known by a whole answer. An absence that a look-up confirmed stays one. Functions have no
    /// shares, so whoever is shown one is shown all; of tools those of others may be hidden.
    void takeAll(const Question &question, const QList<ServerPlugin> &plugins);
    /// What a list beside that told, and whether it is empty because the space is switched off. True if the latter is
    /// new.
    [[nodiscard]] bool takeList(const QList<ServerPlugin> &listed, bool isOff);
    /// A look at one id; true if more is known now. A look that told nothing is kept as the reason why.
    [[nodiscard]] bool takeLook(const Question &question, const QString &id, const LookUp &lookUp);
    /// What somebody learnt in another way; CannotTell: nobody knows any more. True if that is new.
    [[nodiscard]] bool learn(quint64 number, const QString &id, const Sighting &now);

    /// Where the last look failed and nothing else is known: Failed or CannotTell, with the reason.
    [[nodiscard]] Sighting find(const QString &id) const;
    [[nodiscard]] std::optional<RecentLook> lastLook(const QString &id) const;
    [[nodiscard]] std::optional<RecentLook> presumedMissing(const QString &id) const;
    /// Of a plugin that was listed or answered without it, if what is known is of the same change.
    void addContent(ServerPlugin &plugin) const;
    /// The same where the version proves it: updated_at has whole seconds only, and what is from before 0.12 has no
    /// version. Returns the ids of those that are left without, and whose text is wanted.
    [[nodiscard]] QStringList addProvedContents(QList<ServerPlugin> &plugins) const;
    /// The last list, with what content is known; none: a minute ago there was none.
    [[nodiscard]] std::optional<QList<ServerPlugin>> recentList() const;
    /// Texts that were not read from the server, but whose versions tell them, and the plugins whose texts are wanted;
    /// none: of all.
    void setVersionTexts(const VersionTexts &texts, const std::optional<QSet<QString>> &wanted)
    {
        m_versionTexts = texts;
        m_wanted = wanted;
    }
    /// Everything that is there, by id.
    [[nodiscard]] QList<ServerPlugin> plugins() const;
    [[nodiscard]] QStringList ids() const { return m_known.keys(); }
    /// Every plugin was seen with its content.
    [[nodiscard]] bool hasAllContents() const;
    [[nodiscard]] bool hasContent() const; ///< of any
    /// An empty list hides something that is wanted and that an export shows. Of functions that are switched off
    /// neither shows anything (contract 8), so those that are wanted are looked up.
    [[nodiscard]] bool mayHide(PluginSpace space) const
    {
        return !m_wanted || (space == PluginSpace::Tool && !m_wanted->isEmpty());
    }
    /// A list may tell all that is wanted, or leave little to look up.
    [[nodiscard]] bool maySkipTexts(bool hasVersions) const
    {
        const bool isFew = m_wanted && isCountedFirst(m_wanted->size());
        return isFew || (hasVersions && (m_wanted || !m_versionTexts.isEmpty() || hasContent()));
    }
    /// Switched off, as far as the last list tells.
    [[nodiscard]] bool isOff() const { return m_isOff; }
    /// Something is there of which a whole answer said nothing. Content that is not shown is another admin's tool.
    [[nodiscard]] bool mayBeOff() const { return m_isOff || (m_wasEmpty && hasContent()); }

private:
    struct Unanswered
    {
        quint64 number = 0; // of the request
        Presence presence = Presence::CannotTell;
        ServerError error;
    };

    [[nodiscard]] bool set(const QString &id, const Sighting &seen);

    QHash<QString, Sighting> m_known;                                // Found and Missing only
    QHash<QString, Unanswered> m_unanswered;                         // looked up in vain since
    QHash<QString, quint64> m_learnt;                                // when, by the number of the request
    QHash<QString, std::chrono::steady_clock::time_point> m_askedAt; // of what a look told
    VersionTexts m_versionTexts;
    std::optional<QSet<QString>> m_wanted;
    std::optional<Question> m_whole; // what it did not show was not there
    QList<ServerPlugin> m_listed;
    QDateTime m_listedAt;
    bool m_wasEmpty = false; // the last whole answer
    bool m_isOff = false;
};

} // namespace owui
