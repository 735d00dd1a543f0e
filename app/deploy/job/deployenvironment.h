// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/journal/journal.h"
#include "server/openwebui.h"
#include "server/serverrelease.h"

#include <chrono>

namespace owui {

class LocalCheck;
class SharedLooks;
class TwinFinder;

/// How long and how often to look again after an outcome that nobody knows. Pauses double from the first to the
/// longest.
struct FindOutLimits
{
    std::chrono::milliseconds total{600'000};
    std::chrono::milliseconds firstPause{500};
    std::chrono::milliseconds longestPause{15'000};
    bool cannotTellIsTheEnd = false; ///< such a server will never tell, so one look is enough
};

/// What the jobs of one run share. The run owns what the references point to, for longer than any job.
struct DeployEnvironment
{
    OpenWebUi &server;
    LocalCheck &localCheck;
    Journal *journal = nullptr;   ///< may be absent
    TwinFinder *twins = nullptr;  ///< anew for each run
    SharedLooks *looks = nullptr; ///< none: each looks for itself
    JournalRun run{};
    ServerRelease release{};    ///< unknown where the server does not tell
    ServerError releaseError{}; ///< why not
    FindOutLimits findOut{};
};

} // namespace owui
