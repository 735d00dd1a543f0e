// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/job/deployresult.h"
#include "deploy/job/logentry.h"
#include "plugins/localcheck.h"
#include "plugins/plugin.h"
#include "server/serverrelease.h"

#include <QString>

namespace owui {

/// "Updated, the server has 1.3.1 (was 1.3.0)." for a success, from the versions in the result.
[[nodiscard]] QString successText(const DeployResult &result);

/// Of what was cancelled in time.
[[nodiscard]] QString unsentText();

/// What the local check and the header let us suspect, where the server hides its reason (0.10 and 0.11).
[[nodiscard]] QString suspicionText(const Plugin &plugin, const LocalCheckResult &check);

/// One line for the log: outcome, message, stage, HTTP status, remedy.
[[nodiscard]] QString logText(const DeployResult &result);
[[nodiscard]] LogLevel logLevelOf(const DeployResult &result);

/// Why the order "update, then create" looks at a tool first all the same.
[[nodiscard]] QString toolOrderText();

} // namespace owui
