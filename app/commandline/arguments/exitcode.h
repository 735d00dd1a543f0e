// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

namespace owui {

/// What owui-deploy tells the program that called it.
enum class ExitCode {
    Done = 0,         ///< done, or nothing to do
    Failed = 1,       ///< something failed, is unknown or blocked; for `check`: an error was found
    Usage = 2,        ///< wrong usage
    NoConnection = 3, ///< cannot connect, or not allowed
    Interrupted = 130,
};

} // namespace owui
