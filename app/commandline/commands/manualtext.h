// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace owui {

/// The page that "man owui-deploy" shows, made from the same tables as the help.
[[nodiscard]] QString manualText();

} // namespace owui
