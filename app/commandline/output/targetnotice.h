// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

namespace owui {

class Console;
struct Target;

/// Says which server it is and where its key comes from, and warns where the key would travel in plain text.
void showTarget(const Target &target, Console &console);

} // namespace owui
