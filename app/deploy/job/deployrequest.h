// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/consent.h"
#include "compare/sighting.h"
#include "plugins/plugin.h"

#include <QByteArray>
#include <QSet>
#include <QString>

#include <optional>

namespace owui {

/// What to deploy, and what the user agreed to.
struct DeployRequest
{
    QString root;  ///< the folder, absolute
    Plugin plugin; ///< as the list shows it; the file is read afresh
    Consents consents;
    QSet<QString> otherIds;    ///< of the folder's other plugins in the same space: never a second copy of this one
    bool sendUnchanged = true; ///< false: nothing is sent where the server already has exactly this
    QByteArray plannedDigest;  ///< SHA-256 of the text that a plan saw (Comparison::digest); empty: there was no plan
    std::optional<ServerStamp> plannedServer; ///< what a plan saw on the server; none: there was no plan
    QString commitTemplate;                   ///< see commitMessage(); 0.12+
};

} // namespace owui
