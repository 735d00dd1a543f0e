// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "manual/manualpage.h"

#include <QList>

namespace owui {

/// Where both programs keep what belongs to their user.
[[nodiscard]] QList<ManualEntry> userFiles();

} // namespace owui
