// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

namespace owui {

struct PluginRow;

/// The line of the file that something is wrong with, from 1: where the last operation failed, that of the server's
/// words, or else that of the gravest finding. 0: no line is known.
[[nodiscard]] int failureLine(const PluginRow &row);

} // namespace owui
