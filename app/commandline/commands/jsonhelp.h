// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace owui {

/// What "help json" shows: every name and every code of the documents.
[[nodiscard]] QString jsonHelp();

} // namespace owui
