// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <functional>

namespace owui {

class ServerJob;

/// A step of a job, after an update: do the settings that the server keeps fit the code that it has now (contract 6,
/// hazard 16)? The server runs the code once more to tell, so it is asked only where it just took that code, and where
/// there is doubt. What does not fit, or that nobody could tell, is noted as a warning; a cancellation only ends it.
/// `done` is called once, from the event loop, while `job` lives.
void checkValves(ServerJob &job, const std::function<void()> &done);

} // namespace owui
