// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/commands/planningcommand.h"

namespace owui {

/// `status`: how the folder and the server compare. `plan`, and `deploy --dry-run`: what a deployment would do. Changes
/// nothing.
class StatusCommand final : public PlanningCommand
{
    Q_OBJECT

public:
    using PlanningCommand::PlanningCommand;

protected:
    void planned(const QList<PlanRow> &rows) override;
    [[nodiscard]] PlanMaker::Scope scope() const override;

private:
    [[nodiscard]] ExitCode exitCode(const QList<PlanRow> &rows) const;
};

} // namespace owui
