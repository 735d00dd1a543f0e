// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/plan/consent.h"

#include <QString>

#include <optional>

namespace owui {

/// What a plan has to say about a plugin before it is sent.
enum class PlanWarningCode {
    FileProblem,       ///< the file cannot be sent; blocks
    NoEventFunctions,  ///< the server is older than event functions; blocks
    ServerNotAsked,    ///< the look at the server failed; blocks
    ChangedOnDisk,     ///< the file is not the one that was looked at
    ChangedSincePlan,  ///< what the server has is not what was looked at
    NotCompilable,     ///< the local Python refuses the text
    PythonNewer,       ///< the local Python takes the text, the older one of the server's image would not
    NotLookedUp,       ///< nobody can tell what the server has, so an update is tried first
    EditedOnServer,    ///< the server's text is in no commit of the file, or none that was sent from here
    OriginUnknown,     ///< neither the history nor Git knows the server's text
    OlderThanServer,   ///< the server's version is newer
    TypeChange,        ///< the server has the id as another kind of function
    LooksLikeOther,    ///< the same plugin may be on the server under another id
    ContentHidden,     ///< the server does not show its text, so there is no way back
    ReleaseTooOld,     ///< required_open_webui_version is not met
    RequirementsAdded, ///< the server installs packages
    ValvesRetyped,
    ValvesNewlyRequired,
    ValvesNotAsked, ///< which settings the server keeps, so either of these two may be nothing
    ValvesRenamed,
    ValvesRemoved,
    UserValvesChange,
    NameChanges,
    DescriptionChanges,
    ValvesNotRead,    ///< for information: it cannot be told from the texts whether the settings still fit
    VersionNotRaised, ///< for information
    VersionRaised,    ///< for information: in the file, before it is sent
    OnlyLineEnds,     ///< for information
    OnlyFormatting,   ///< for information
};

template<>
WordTable<PlanWarningCode> wordsOf();

struct PlanWarning
{
    PlanWarningCode code{};
    QString text;                   ///< complete sentences
    QString remedy;                 ///< what to do about it; may be empty
    std::optional<Consent> consent; ///< without it the plugin is not sent
    bool blocks = false;            ///< it is not sent, whatever is agreed to

    friend bool operator==(const PlanWarning &, const PlanWarning &) = default;
};

/// True where it is said for information only.
[[nodiscard]] bool isForInformation(PlanWarningCode code);

} // namespace owui
