// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QCoreApplication>

namespace owui {

/// True in the program with the window: what both say names the way that its user has, a button or an option. From any
/// thread, while the application object lives.
[[nodiscard]] inline bool isWindowProgram()
{
    return QCoreApplication::instance() && QCoreApplication::instance()->inherits("QGuiApplication");
}

} // namespace owui
