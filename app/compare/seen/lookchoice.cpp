// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/seen/lookchoice.h"

namespace owui {

namespace {

constexpr qsizetype exportedPerLookUp = 7; // in the same time
// Less than half of what the export of a server with a hundred takes; to count them first would take as long.
constexpr qsizetype alwaysEach = 5;
constexpr qsizetype mostCounted = 100;

// 0.12.4: 38 ms for 400, and 10 ms for a look-up.
constexpr qsizetype listedPerLookUp = 50;
constexpr qsizetype neverListed = 3;

} // namespace

bool isCountedFirst(qsizetype wanted)
{
    return wanted <= mostCounted;
}

bool listsVersions(qsizetype wanted, std::optional<qsizetype> there)
{
    return there && wanted > neverListed && wanted * listedPerLookUp >= *there;
}

bool looksUpEach(qsizetype wanted, std::optional<qsizetype> there)
{
    return wanted <= (there ? 2 : alwaysEach) || (there && wanted * exportedPerLookUp <= *there);
}

bool mayAskOtherwise(PluginSpace space, const ServerError &error)
{
    // Since 0.7 the export of tools answers "401 Unauthorized" to a key without a permission of its own (contract 1.3).
    return error.kind != ServerErrorKind::Cancelled &&
           (!error.concernsConnection() || error.kind == ServerErrorKind::NotAdmin ||
            (space == PluginSpace::Tool && error.kind == ServerErrorKind::SessionInvalid));
}

} // namespace owui
