// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/openwebui.h"

#include <QString>

#include <optional>

namespace owui {

/// What a refused change came to, told from what the server had before and has now.
struct FailureStory
{
    QString message;
    QString remedy;
};

/// A broken update does that to a function (contract 3.3), and everybody notices.
[[nodiscard]] bool wasSwitchedOff(PluginSpace space, const std::optional<ServerPlugin> &before, const LookUp &now);

/// Told before everything else.
[[nodiscard]] QString switchedOffText();

/// The look after a failure found no server any more; retries included.
[[nodiscard]] bool serverStopped(const LookUp &now);

/// Why a change was refused, and what is known about it here.
struct FailureReason
{
    ServerError error;
    QString remedy;       ///< of the error, for this plugin
    QString hint;         ///< what we suspect where the server hides its reason
    bool isThere = false; ///< the server has exactly what was sent all the same
};

/// `before` is none where nobody could look.
[[nodiscard]] FailureStory storyOfFailedUpdate(PluginSpace space, const FailureReason &reason,
                                               const std::optional<ServerPlugin> &before, const LookUp &now);

/// Where a reason is that the server did not tell.
enum class HiddenReason { InTheLog, CanBeAskedFor };

[[nodiscard]] FailureStory storyOfFailedCreate(const FailureReason &reason, const LookUp &now,
                                               HiddenReason where = HiddenReason::InTheLog);

} // namespace owui
