// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <functional>

class QWidget;

namespace owui {

/// Asks whether to close a window that still deploys. `stop` is called if so.
void askBeforeClosing(QWidget *window, std::function<void()> stop);

} // namespace owui
