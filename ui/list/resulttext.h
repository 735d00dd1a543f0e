// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/list/pluginrow.h"
#include "ui/parts/icons.h"

#include <QString>

namespace owui {

/// How a row's deployment stands, in a few words: "updating… 12 s", "updated, 1.3.0 → 1.3.1".
[[nodiscard]] QString statusText(const PluginRow &row);
/// The last result in full: what happened, what to do, what was noted on the way.
[[nodiscard]] QString resultDetails(const DeployResult &result);
[[nodiscard]] Tone resultTone(const DeployResult &result);

} // namespace owui
