// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "words.h"

#include <QSet>

namespace owui {

/// What a person must have agreed to before a job goes on. A job never asks: an unmet one ends it as blocked.
enum class Consent {
    Production,       ///< the connection is marked "ask before deploying"
    LocalCheck,       ///< the local Python refuses the text
    TypeChange,       ///< the server has the id as another kind of function
    SecondCopy,       ///< the same plugin is on the server under another id
    Downgrade,        ///< the server's version is newer
    ReleaseTooOld,    ///< the header asks for a newer Open WebUI
    RunForReason,     ///< run the code once more to learn why a create was refused
    EditedOnServer,   ///< the server's text is none that the file ever had, or that was sent from here
    ChangedSincePlan, ///< the server's plugin is not the one that the plan saw
    ChangedOnDisk,    ///< the file is not the one that the plan saw
    Valves,           ///< stored valves are lost or do not fit the new code
    NoWayBack,        ///< what the server has could not be kept
    Blind,            ///< nobody can look at what the server has
};

using Consents = QSet<Consent>;

inline size_t qHash(Consent consent, size_t seed = 0)
{
    return ::qHash(static_cast<int>(consent), seed);
}

/// Names are those of --allow; a text is what a person agrees to, for a check box or a question.
template<>
WordTable<Consent> wordsOf();

/// True where seeing how the two texts differ helps to decide.
[[nodiscard]] bool concernsTexts(Consent consent);
/// True where something changed after somebody looked. Who agrees to that looked again: a request that is bound to the
/// new look needs it no more, and a change after that is asked about anew.
[[nodiscard]] bool concernsChange(Consent consent);
/// True where it is about another id that the server may have for the plugin. Deploying under that id needs it no more.
[[nodiscard]] bool concernsOtherId(Consent consent);

} // namespace owui
