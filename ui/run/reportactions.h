// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/run/runreport.h"
#include "result.h"
#include "ui/parts/messagestrip.h"

#include <functional>

class QWidget;

namespace owui {

/// Buttons that save or copy the report of a run. `failed` is told why it could not be saved. `window` is the parent of
/// the file dialog and must live as long as the buttons.
[[nodiscard]] QList<MessageAction> reportActions(const RunReport &report, QWidget *window,
                                                 std::function<void(const Problem &)> failed);

} // namespace owui
