// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/plan/plandecision.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

/// Blocked by every warning that `counts`.
template<typename Counts>
PlanDecision blockedBy(const PlanRow &row, const Consents &missing, Counts counts)
{
    QStringList reasons;
    QStringList remedies;
    for (const PlanWarning &warning : row.warnings) {
        if (counts(warning)) {
            reasons.append(warning.text);
            remedies.append(warning.remedy);
        }
    }
    remedies.removeAll(QString());
    remedies.removeDuplicates();
    return {
        .action = PlanAction::Blocked, .missing = missing, .reason = reasons.join(u' '), .remedy = remedies.join(u' ')};
}

} // namespace

PlanDecision decide(const PlanRow &row, const Consents &agreed, bool sendUnchanged)
{
    if (row.action == PlanAction::None && !sendUnchanged) {
        return {.action = PlanAction::None, .missing = {}, .reason = {}, .remedy = {}};
    }
    if (std::ranges::any_of(row.warnings, &PlanWarning::blocks)) {
        return blockedBy(row, {}, [](const PlanWarning &warning) { return warning.blocks; });
    }
    const Consents missing = row.consents() - agreed;
    if (!missing.isEmpty()) {
        return blockedBy(row, missing, [&missing](const PlanWarning &warning) {
            return warning.consent && missing.contains(*warning.consent);
        });
    }
    return {.action = row.action == PlanAction::Create ? PlanAction::Create : PlanAction::Update,
            .missing = {},
            .reason = {},
            .remedy = {}};
}

} // namespace owui
