// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/pluginrow.h"

#include <algorithm>

namespace owui {

bool PluginRow::hasProblem() const
{
    const auto isProblem = [](const Finding &finding) { return finding.severity() != Severity::Info; };
    return !plugin.skipped && std::ranges::any_of(plugin.findings, isProblem);
}

bool PluginRow::isChanged() const
{
    return !serverOnly && !plugin.skipped && comparison && comparison->state != CompareState::Same &&
           comparison->state != CompareState::Unknown;
}

} // namespace owui
