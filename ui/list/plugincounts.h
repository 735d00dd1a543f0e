// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "pluginkind.h"

#include <array>
#include <cstddef>

namespace owui {

struct PluginRow;

/// How many rows each filter would show.
struct PluginCounts
{
    std::array<int, 5> kinds{}; ///< by PluginKind, without the "not plugins"
    int plugins = 0;
    int problems = 0;
    int failed = 0;
    int toDecide = 0; ///< blocked until somebody agrees
    int off = 0;      ///< on the server, where nobody sees them
    int notPlugins = 0;
    int changed = 0;    ///< a deployment would change the server; with `missing`
    int missing = 0;    ///< not on the server
    int serverOnly = 0; ///< on the server, and no file of the folder has the id

    [[nodiscard]] int of(PluginKind kind) const { return kinds[static_cast<std::size_t>(kind)]; }

    void add(const PluginRow &row);

    friend bool operator==(const PluginCounts &, const PluginCounts &) = default;
};

} // namespace owui
