// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "manual/manualpage.h"

#include <QList>
#include <QString>

namespace owui {

/// What --help shows: of a command, of "json", or the overview for an empty topic.
[[nodiscard]] QString helpText(const QString &topic);
/// What the program's exit codes mean.
[[nodiscard]] QList<ManualEntry> exitCodeEntries();
/// Where URL and key come from when no option names them.
[[nodiscard]] QString serverSourceText();

} // namespace owui
