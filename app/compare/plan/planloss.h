// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/plan/consent.h"

#include <QString>

#include <optional>

namespace owui {

/// What taking back, switching off or deleting would do to what a server has now.
struct PlannedLoss
{
    bool isThere = true;       ///< the server has it
    bool isChanged = false;    ///< it is not what was looked at
    bool canBeKept = true;     ///< its text is shown, so the history can keep it
    bool isProduction = false; ///< nothing is lost there, whoever agrees
    Consents agreed;
};

/// Why it must not be done as it is.
struct Objection
{
    Consents missing; ///< what would lift it; empty: nothing does
    QString message;
    QString remedy;
};

/// Pure; the judge of what is not deployed. None: it may be done.
[[nodiscard]] std::optional<Objection> objectionTo(const PlannedLoss &loss);

} // namespace owui
