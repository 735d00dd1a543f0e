// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace owui {

/// What --help shows: of a command, of "json", or the overview for an empty topic.
[[nodiscard]] QString helpText(const QString &topic);

} // namespace owui
