// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/arguments/plandecision.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

QString reasons(const PlanRow &row, const Consents &missing)
{
    QStringList texts;
    for (const PlanWarning &warning : row.warnings) {
        const bool counts =
            warning.consent ? missing.contains(*warning.consent) : missing.isEmpty() && !isForInformation(warning.code);
        if (counts) {
            texts.append(warning.text);
        }
    }
    return texts.join(u' ');
}

} // namespace

PlanDecision decide(const PlanRow &row, const CommandLineOptions &options)
{
    if (row.action == PlanAction::Blocked) {
        return {.action = PlanAction::Blocked, .missing = {}, .reason = reasons(row, {})};
    }
    if (row.action == PlanAction::None && !options.sendUnchanged) {
        return {.action = PlanAction::None, .missing = {}, .reason = {}};
    }
    const Consents missing = row.consents() - options.allowed;
    if (!missing.isEmpty()) {
        return {.action = PlanAction::Blocked, .missing = missing, .reason = reasons(row, missing)};
    }
    return {.action = row.action == PlanAction::Create ? PlanAction::Create : PlanAction::Update,
            .missing = {},
            .reason = {}};
}

} // namespace owui
