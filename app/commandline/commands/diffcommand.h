// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/arguments/pluginreference.h"
#include "commandline/commands/planningcommand.h"
#include "commandline/output/difflines.h"

#include <QList>
#include <QStringList>

namespace owui {

/// Shows which lines a deployment would change.
class DiffCommand final : public PlanningCommand
{
    Q_OBJECT

public:
    using PlanningCommand::PlanningCommand;

    void start() override;

protected:
    [[nodiscard]] bool isChosen(const Plugin &plugin) const override;
    void connected() override;
    void planned(const QList<PlanRow> &rows) override;

private:
    [[nodiscard]] std::optional<Problem> unknownId() const;
    [[nodiscard]] std::optional<PluginDiff> diffOf(const PlanRow &row);
    void note(const PlanRow &row) const;

    QList<PluginReference> m_ids; ///< named one by one; empty: all of the files
    bool m_failed = false;
};

} // namespace owui
