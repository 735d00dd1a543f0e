// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QSize>

namespace owui::test {

/// Gives the platform without a display a screen of so many pixels, in place of its own of 800 by 800. Before the
/// application is made.
void useScreen(QSize pixels);

} // namespace owui::test
