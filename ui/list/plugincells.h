// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/list/pluginrow.h"

#include <QString>
#include <QVariant>

namespace owui {

/// What the cells of a row show, by PluginModel's columns and roles.
[[nodiscard]] QVariant cellData(const PluginRow &row, int column, int role);
[[nodiscard]] QString columnTitle(int column);

} // namespace owui
