// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/servererror.h"
#include "server/serverrelease.h"

#include <QString>

#include <functional>

class QObject;

namespace owui {

class Journal;

/// What can show that there is an Open WebUI at an address.
struct ServerSigns
{
    using TakeError = std::function<void(const ServerError &)>;

    ServerRelease release;
    ServerError releaseError;                         ///< why it is not known
    std::function<void(const TakeError &)> askExport; ///< why a space cannot be exported; none: it can
    Journal *journal = nullptr;                       ///< may be absent
    QString origin;
};

/// A change goes out blindly only where nothing ever showed an Open WebUI there: not the release, not the export, and
/// not the history. Everywhere else a look that cannot tell is one that failed. `done` is called once, if the context
/// still lives.
void askWhetherBlind(const ServerSigns &signs, QObject *context, const std::function<void(bool isBlind)> &done);

} // namespace owui
