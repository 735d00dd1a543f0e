// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/consent.h"

#include <QString>

namespace owui {

/// What a person decided about one blocked plugin.
struct ConsentAnswer
{
    QString path;
    Consents consents; ///< what was agreed to
    QString updateId;  ///< set: deploy under this id, which the server already has, and pin it

    friend bool operator==(const ConsentAnswer &, const ConsentAnswer &) = default;
};

} // namespace owui
