// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/arguments/commandlineoptions.h"
#include "compare/plan.h"

namespace owui {

/// What `deploy` does with a row of the plan under these options.
struct PlanDecision
{
    PlanAction action = PlanAction::Blocked; ///< of Blocked nothing is sent
    Consents missing;                        ///< of Blocked, where --allow would let it pass
    QString reason;                          ///< of Blocked, complete sentences
};

/// Production is not looked at here; it is agreed to for all of them at once.
[[nodiscard]] PlanDecision decide(const PlanRow &row, const CommandLineOptions &options);

} // namespace owui
