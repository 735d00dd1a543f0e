// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "pluginkind.h"

#include <QString>
#include <QStringList>

namespace owui {

/// The names of the valves that a plugin's text has, users' valves not included. Empty where they cannot be told.
[[nodiscard]] QStringList valveNames(const QString &content, PluginSpace space);

} // namespace owui
