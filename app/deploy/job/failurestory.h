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

/// `before` is none where nobody could look. `hint` is what we suspect where the server hides its reason.
[[nodiscard]] FailureStory storyOfFailedUpdate(PluginSpace space, const ServerError &error,
                                               const std::optional<ServerPlugin> &before, const LookUp &now,
                                               const QString &hint);

/// Where a reason is that the server did not tell.
enum class HiddenReason { InTheLog, CanBeAskedFor };

[[nodiscard]] FailureStory storyOfFailedCreate(const ServerError &error, const LookUp &now, const QString &hint,
                                               HiddenReason where = HiddenReason::InTheLog);

} // namespace owui
