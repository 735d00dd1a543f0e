// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "pluginkind.h"

#include <QByteArrayView>

#include <array>
#include <cstdint>
#include <span>

namespace owui {

/// Which of some names a Python text binds at its top level; bit n stands for the n-th name. Told from the text alone:
/// names made by `import *`, `exec` or `globals()` are not seen, and a branch counts unless it plainly never runs
/// (TYPE_CHECKING, False, __name__ == "__main__", which is something else in a plugin).
struct BoundNames
{
    std::uint32_t all = 0;
    std::uint32_t defined = 0;  ///< by a class, a function, or plainly another name: Pipe = MyPipe
    std::uint32_t imported = 0; ///< not defined, but imported from where a plugin's class may come from
    // The others have a value that nobody means as a plugin: what Open WebUI or Python itself has, a call, a type.

    friend bool operator==(const BoundNames &, const BoundNames &) = default;
};

/// The names that make a file a plugin, in the order of PluginKind.
inline constexpr std::array<QByteArrayView, 5> pluginClassNames{"Pipe", "Filter", "Action", "Event", "Tools"};

[[nodiscard]] constexpr std::uint32_t bitOf(PluginKind kind)
{
    return 1U << static_cast<unsigned>(kind);
}

/// `names` are at most 32.
[[nodiscard]] BoundNames boundNames(QByteArrayView utf8, std::span<const QByteArrayView> names = pluginClassNames);

} // namespace owui
