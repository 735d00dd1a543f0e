// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/job/payload.h"
#include "server/openwebui.h"

namespace owui {

class ServerJob;

/// A step of a job: asks 0.12 why it refused to create a plugin. The server masks the reason of a create but tells that
/// of an update, and loads the code before it looks for the id, so one update to the missing id tells and stores
/// nothing. A tool's text is asked through the functions' route with an id that nobody has (contract 7). The code, and
/// pip, run once more.
///
/// `done` is called once, from the event loop, while `job` lives: with the reason, which is None where the server did
/// not tell one or it was cancelled; or with a value where someone created the function meanwhile, so that the update
/// took effect.
void requestReason(ServerJob &job, Payload payload, const QString &content, const Handler<ServerPlugin> &done);

} // namespace owui
