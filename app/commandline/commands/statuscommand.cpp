// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/commands/statuscommand.h"

#include "commandline/output/console.h"
#include "commandline/output/planlines.h"
#include "compare/plan/plandecision.h"

#include <algorithm>

namespace owui {

void StatusCommand::planned(const QList<PlanRow> &rows)
{
    const ComparedFolder compared{.selection = selection(), .inventory = inventory(), .rows = rows};
    if (options().json) {
        writeDocument(planDocument(compared, options()));
    } else if (options().command == CommandName::Status) {
        printStatus(compared, options(), console());
    } else {
        printPlan(rows, options(), console());
    }
    end(exitCodeAfter(rows, exitCode(rows)));
}

/// Without files it also tells what is only on the server.
PlanMaker::Scope StatusCommand::scope() const
{
    return selection().namedFiles.isEmpty() ? PlanMaker::Scope::Everything : PlanMaker::Scope::Chosen;
}

ExitCode StatusCommand::exitCode(const QList<PlanRow> &rows) const
{
    const auto isFound = [this](const PlanRow &row) {
        return options().command == CommandName::Status
                   ? options().exitCode && row.comparison.state != CompareState::Same
                   : decide(row, options().allowed, options().sendUnchanged).action == PlanAction::Blocked;
    };
    return std::ranges::any_of(rows, isFound) ? ExitCode::Failed : ExitCode::Done;
}

} // namespace owui
