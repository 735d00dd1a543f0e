// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/output/planoutput.h"

namespace owui {

class Console;

/// The table of `status`, and below it what is only on the server.
void printStatus(const QList<PlanRow> &rows, const QList<ServerPlugin> &serverOnly, const Inventory &inventory,
                 Console &console);

/// A line for each plugin that a deployment would touch, with its warnings; last the counts.
void printPlan(const QList<PlanRow> &rows, const CommandLineOptions &options, Console &console);

} // namespace owui
