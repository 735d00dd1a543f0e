// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/sighting.h"

#include <QHash>
#include <QList>
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
    /// Replaces what is known by a whole answer. An absence that a look-up confirmed stays one. `provesAbsence`: what
    /// is not among `plugins` is not there.
    void takeAll(const Question &question, const QList<ServerPlugin> &plugins, bool provesAbsence);
    /// A look at one id; true if more is known now. A look that told nothing is kept as the reason why.
    [[nodiscard]] bool takeLook(const Question &question, const QString &id, const LookUp &lookUp);
    /// What somebody learnt in another way; CannotTell: nobody knows any more. True if that is new.
    [[nodiscard]] bool learn(quint64 number, const QString &id, const Sighting &now);

    /// Where the last look failed and nothing else is known: Failed or CannotTell, with the reason.
    [[nodiscard]] Sighting find(const QString &id) const;
    [[nodiscard]] std::optional<RecentLook> lastLook(const QString &id) const;
    /// Of a plugin that was listed or answered without it, if the known one is of the same change.
    void addContent(ServerPlugin &plugin) const;
    /// Everything that is there, by id.
    [[nodiscard]] QList<ServerPlugin> plugins() const;
    [[nodiscard]] QStringList ids() const { return m_known.keys(); }
    /// Every plugin was seen with its content.
    [[nodiscard]] bool hasAllContents() const;
    [[nodiscard]] bool hasContent() const; ///< of any

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
    std::optional<Question> m_whole;                                 // what it did not show was not there
};

} // namespace owui
