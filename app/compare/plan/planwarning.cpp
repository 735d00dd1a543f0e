// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/plan/planwarning.h"

namespace owui {

template<>
WordTable<PlanWarningCode> wordsOf()
{
    static constexpr Word<PlanWarningCode> words[] = {
        {PlanWarningCode::FileProblem, "file-problem"},
        {PlanWarningCode::NoEventFunctions, "no-event-functions"},
        {PlanWarningCode::ServerNotAsked, "server-not-asked"},
        {PlanWarningCode::ChangedOnDisk, "changed-on-disk"},
        {PlanWarningCode::ChangedSincePlan, "changed-since-plan"},
        {PlanWarningCode::NotCompilable, "not-compilable"},
        {PlanWarningCode::PythonNewer, "python-newer"},
        {PlanWarningCode::NotLookedUp, "not-looked-up"},
        {PlanWarningCode::EditedOnServer, "edited-on-server"},
        {PlanWarningCode::OriginUnknown, "origin-unknown"},
        {PlanWarningCode::OlderThanServer, "older-than-server"},
        {PlanWarningCode::TypeChange, "type-change"},
        {PlanWarningCode::LooksLikeOther, "looks-like-other"},
        {PlanWarningCode::ContentHidden, "content-hidden"},
        {PlanWarningCode::ReleaseTooOld, "release-too-old"},
        {PlanWarningCode::RequirementsAdded, "requirements-added"},
        {PlanWarningCode::ValvesRetyped, "valves-retyped"},
        {PlanWarningCode::ValvesNewlyRequired, "valves-newly-required"},
        {PlanWarningCode::ValvesNotAsked, "valves-not-asked"},
        {PlanWarningCode::ValvesRenamed, "valves-renamed"},
        {PlanWarningCode::ValvesRemoved, "valves-removed"},
        {PlanWarningCode::UserValvesChange, "user-valves-change"},
        {PlanWarningCode::NameChanges, "name-changes"},
        {PlanWarningCode::DescriptionChanges, "description-changes"},
        {PlanWarningCode::ValvesNotRead, "valves-not-read"},
        {PlanWarningCode::VersionNotRaised, "version-not-raised"},
        {PlanWarningCode::VersionRaised, "version-raised"},
        {PlanWarningCode::OnlyLineEnds, "only-line-ends"},
        {PlanWarningCode::OnlyFormatting, "only-formatting"},
    };
    return {.words = words};
}

bool isForInformation(PlanWarningCode code)
{
    return code >= PlanWarningCode::NameChanges;
}

} // namespace owui
