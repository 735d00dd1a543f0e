// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/plan.h"
#include "deploy/deployrequest.h"
#include "support/deployfixture.h"

namespace owui::test {

/// Looks at the whole server and plans, with the code under test. `root` is the plugins' folder.
[[nodiscard]] QList<PlanRow> planFor(const DeployFixture &fixture, const ServerRelease &release, const QString &root,
                                     const QList<Plugin> &plugins);

/// What deploys a row as it was planned.
[[nodiscard]] DeployRequest plannedRequest(const PlanRow &row, const QString &root, const Consents &consents = {});

[[nodiscard]] bool hasWarning(const PlanRow &row, PlanWarningCode code);
/// The texts of all warnings, for a test that fails.
[[nodiscard]] QString warningsOf(const PlanRow &row);

} // namespace owui::test
