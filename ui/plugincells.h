// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/pluginrow.h"

#include <QString>
#include <QVariant>

namespace owui {

/// What the cells of a row show, by PluginModel's columns.
[[nodiscard]] QVariant cellDisplay(const PluginRow &row, int column);
/// The value to sort by.
[[nodiscard]] QVariant cellRaw(const PluginRow &row, int column);
[[nodiscard]] QVariant cellDecoration(const PluginRow &row, int column);
/// Not yet safe for a tool tip: see plainToolTip().
[[nodiscard]] QString cellToolTip(const PluginRow &row, int column);

} // namespace owui
