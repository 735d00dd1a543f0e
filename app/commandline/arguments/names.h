// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/job/deployresult.h"
#include "pluginkind.h"
#include "plugins/plugin.h"
#include "server/connectiontest.h"

#include <QList>
#include <QString>

#include <optional>

namespace owui {

/// Stable names for options and JSON: "filter", "pinned", "warning".
[[nodiscard]] QString kindName(PluginKind kind);
[[nodiscard]] QString idOriginName(IdOrigin origin);
[[nodiscard]] QString severityName(Severity severity);
[[nodiscard]] QString connectionStepName(ConnectionTestStep::Step step);
/// What has not begun when the walk ends was skipped.
[[nodiscard]] QString connectionStateName(ConnectionTestStep::State state);
[[nodiscard]] std::optional<PluginKind> kindFromName(const QString &name);

[[nodiscard]] const QList<PluginKind> &allPluginKinds();
[[nodiscard]] const QList<IdOrigin> &allIdOrigins();
[[nodiscard]] const QList<Severity> &allSeverities();
[[nodiscard]] const QList<ConnectionTestStep::Step> &allConnectionSteps();
[[nodiscard]] const QList<DeployOutcome> &allDeployOutcomes();

/// Words for people: "filter", "warning".
[[nodiscard]] QString kindText(PluginKind kind);
[[nodiscard]] QString severityText(Severity severity);

} // namespace owui
