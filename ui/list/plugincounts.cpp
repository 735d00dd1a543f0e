// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/list/plugincounts.h"

#include "ui/list/pluginrow.h"

namespace owui {

void PluginCounts::add(const PluginRow &row)
{
    if (row.serverOnly) {
        ++serverOnly;
        return;
    }
    if (row.plugin.skipped) {
        ++notPlugins;
        return;
    }
    ++plugins;
    problems += row.hasProblem();
    failed += row.hasFailed();
    toDecide += row.isToDecide();
    off += row.isOff();
    changed += row.isChanged();
    missing += row.comparison && row.comparison->state == CompareState::Missing;
    if (row.plugin.kind) {
        ++kinds[static_cast<std::size_t>(*row.plugin.kind)];
    }
}

} // namespace owui
