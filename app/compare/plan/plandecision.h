// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/plan/plan.h"

namespace owui {

/// What becomes of a row of a plan.
struct PlanDecision
{
    PlanAction action = PlanAction::Blocked; ///< of Blocked nothing is sent
    Consents missing;                        ///< of Blocked: all that would let it pass; empty: nothing would
    QString reason;                          ///< of Blocked, complete sentences
    QString remedy;                          ///< likewise; may be empty
};

/// What a row means where this was agreed to. Production is not looked at here; it is agreed to for all rows at once.
[[nodiscard]] PlanDecision decide(const PlanRow &row, const Consents &agreed, bool sendUnchanged);

} // namespace owui
