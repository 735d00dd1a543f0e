// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/input/pluginselection.h"
#include "compare/plan/plan.h"
#include "compare/seen/inventory.h"

#include <QJsonObject>
#include <QList>

#include <optional>

namespace owui {

class Console;

/// A folder, a server, and the plan that follows from both.
struct ComparedFolder
{
    const PluginSelection &selection;
    const Inventory &inventory;
    const QList<PlanRow> &rows;
};

/// The table of `status`, and below it what is only on the server.
void printStatus(const ComparedFolder &compared, const CommandLineOptions &options, Console &console);

/// A line for each plugin that a deployment would touch, with its warnings; last the counts.
void printPlan(const QList<PlanRow> &rows, const CommandLineOptions &options, Console &console);

/// {"root", "plugins", "skipped", "serverOnly"} of `status`, `plan` and `deploy --dry-run`.
[[nodiscard]] QJsonObject planDocument(const ComparedFolder &compared, const CommandLineOptions &options);

/// What the server has of the row's plugin.
[[nodiscard]] std::optional<ServerPlugin> serverSide(const PlanRow &row, const Inventory &inventory);

} // namespace owui
