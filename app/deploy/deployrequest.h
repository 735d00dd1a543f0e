// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/consent.h"
#include "plugins/plugin.h"

#include <QSet>
#include <QString>

namespace owui {

/// What to deploy, and what the user agreed to.
struct DeployRequest
{
    QString root;  ///< the folder, absolute
    Plugin plugin; ///< as the list shows it; the file is read afresh
    Consents consents;
    QSet<QString> otherIds;    ///< of the folder's other plugins in the same space: never a second copy of this one
    bool sendUnchanged = true; ///< false: nothing is sent where the server already has exactly this
};

} // namespace owui
