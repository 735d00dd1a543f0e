// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/plan/plan.h"
#include "deploy/job/deployrequest.h"
#include "live/plugincode.h"
#include "support/deployfixture.h"
#include "support/samplerepository.h"

namespace owui::test {

/// Looks at the whole server and plans, with the code under test. `root` is the plugins' folder.
[[nodiscard]] QList<PlanRow> planFor(const DeployFixture &fixture, const ServerRelease &release, const QString &root,
                                     const QList<Plugin> &plugins);

/// Writes f.py into the repository's folder, with its id pinned. Without a path where it could not be written.
[[nodiscard]] Plugin writePinned(const SampleRepository &repository, const QString &id, const PluginCode &code);

/// What deploys a row as it was planned.
[[nodiscard]] DeployRequest plannedRequest(const PlanRow &row, const QString &root, const Consents &consents = {});

[[nodiscard]] bool hasWarning(const PlanRow &row, PlanWarningCode code);
/// The texts of all warnings, for a test that fails.
[[nodiscard]] QString warningsOf(const PlanRow &row);

} // namespace owui::test
