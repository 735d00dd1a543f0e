// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/consent.h"

#include <QList>
#include <QString>

#include <optional>

namespace owui {

/// What a plan has to say about a plugin before it is sent.
enum class PlanWarningCode {
    EditedOnServer,
    OlderThanServer,
    TypeChange,        ///< the server has the id as another kind of function
    LooksLikeOther,    ///< the same plugin may be on the server under another id
    RequirementsAdded, ///< the server installs packages
    ValvesRemoved,
    ValvesRetyped,
    ValvesRenamed,
    ValvesNewlyRequired,
    ReleaseTooOld,
    NameChanges,
    DescriptionChanges,
    ContentHidden,    ///< the server does not show its text, so nothing can be compared and there is no way back
    VersionNotRaised, ///< for information
    OnlyLineEnds,     ///< for information
    OnlyFormatting,   ///< for information
    FileProblem,      ///< the file cannot be sent; blocks
    NotLookedUp,      ///< nobody knows what the server has; blocks
    NoEventFunctions, ///< the server is older than event functions; blocks
};

struct PlanWarning
{
    PlanWarningCode code{};
    QString text;
    std::optional<Consent> consent; ///< without it the job would stop

    friend bool operator==(const PlanWarning &, const PlanWarning &) = default;
};

/// Stable name for JSON, such as "edited-on-server".
[[nodiscard]] QString planWarningName(PlanWarningCode code);
/// True where it is said for information only, and asks for nothing.
[[nodiscard]] bool isForInformation(PlanWarningCode code);
[[nodiscard]] const QList<PlanWarningCode> &allPlanWarningCodes();

} // namespace owui
