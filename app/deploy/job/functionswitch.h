// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/job/deployresult.h"
#include "server/openwebui.h"

#include <functional>
#include <optional>

namespace owui {

class ServerJob;

/// The two flags of a function that the server only flips.
enum class FunctionFlag { Active, Global };

/// A step of a job: sets a flag of its function. Looks, flips once if it is not as wanted, and believes only what the
/// server says then. The server's toggle is a flip, so it is never repeated (contract 6, hazard 6).
///
/// `done` is called once, from the event loop, while `job` lives. `isOn` is what the server was last seen to have,
/// none where nobody saw it; `error` says why that is not what was wanted, and is empty where the server took it.
void setFlag(ServerJob &job, FunctionFlag flag, bool wanted,
             const std::function<void(std::optional<bool> isOn, const ServerError &error)> &done);

/// What a switch that is a job's own purpose came to. Completes the job's result and returns its outcome.
[[nodiscard]] DeployOutcome judgeSwitch(DeployResult &result, bool wanted, std::optional<bool> isOn,
                                        const ServerError &error);

} // namespace owui
