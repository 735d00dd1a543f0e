// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/planwarning.h"

using namespace Qt::StringLiterals;

namespace owui {

const QList<PlanWarningCode> &allPlanWarningCodes()
{
    using Code = PlanWarningCode;
    static const QList<PlanWarningCode> all{
        Code::FileProblem,        Code::NoEventFunctions,  Code::NotLookedUp,      Code::EditedOnServer,
        Code::OlderThanServer,    Code::TypeChange,        Code::LooksLikeOther,   Code::ContentHidden,
        Code::ReleaseTooOld,      Code::RequirementsAdded, Code::ValvesRetyped,    Code::ValvesNewlyRequired,
        Code::ValvesRenamed,      Code::ValvesRemoved,     Code::UserValvesChange, Code::NameChanges,
        Code::DescriptionChanges, Code::ValvesNotRead,     Code::VersionNotRaised, Code::OnlyLineEnds,
        Code::OnlyFormatting};
    return all;
}

QString planWarningName(PlanWarningCode code)
{
    switch (code) {
    case PlanWarningCode::FileProblem:
        return u"file-problem"_s;
    case PlanWarningCode::NoEventFunctions:
        return u"no-event-functions"_s;
    case PlanWarningCode::NotLookedUp:
        return u"not-looked-up"_s;
    case PlanWarningCode::EditedOnServer:
        return u"edited-on-server"_s;
    case PlanWarningCode::OlderThanServer:
        return u"older-than-server"_s;
    case PlanWarningCode::TypeChange:
        return u"type-change"_s;
    case PlanWarningCode::LooksLikeOther:
        return u"looks-like-other"_s;
    case PlanWarningCode::ContentHidden:
        return u"content-hidden"_s;
    case PlanWarningCode::ReleaseTooOld:
        return u"release-too-old"_s;
    case PlanWarningCode::RequirementsAdded:
        return u"requirements-added"_s;
    case PlanWarningCode::ValvesRetyped:
        return u"valves-retyped"_s;
    case PlanWarningCode::ValvesNewlyRequired:
        return u"valves-newly-required"_s;
    case PlanWarningCode::ValvesRenamed:
        return u"valves-renamed"_s;
    case PlanWarningCode::ValvesRemoved:
        return u"valves-removed"_s;
    case PlanWarningCode::UserValvesChange:
        return u"user-valves-change"_s;
    case PlanWarningCode::NameChanges:
        return u"name-changes"_s;
    case PlanWarningCode::DescriptionChanges:
        return u"description-changes"_s;
    case PlanWarningCode::ValvesNotRead:
        return u"valves-not-read"_s;
    case PlanWarningCode::VersionNotRaised:
        return u"version-not-raised"_s;
    case PlanWarningCode::OnlyLineEnds:
        return u"only-line-ends"_s;
    case PlanWarningCode::OnlyFormatting:
        return u"only-formatting"_s;
    }
    return {};
}

bool isForInformation(PlanWarningCode code)
{
    return code >= PlanWarningCode::NameChanges;
}

} // namespace owui
