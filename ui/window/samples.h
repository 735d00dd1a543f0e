// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "result.h"

#include <QString>

namespace owui {

/// A folder with the sample plugins, made below `dataFolder` where it is not there yet, so that they can be edited.
/// What the user changed in it stays.
[[nodiscard]] Result<QString> sampleFolder(const QString &dataFolder);

} // namespace owui
