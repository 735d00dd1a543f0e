// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/servererror.h"

#include <QNetworkReply>

namespace owui {

/// What Qt's error means for us. `connected`: the server was reached before it happened. None for an error that only
/// repeats the HTTP status.
[[nodiscard]] ServerErrorKind kindOfTransportError(QNetworkReply::NetworkError error, bool connected);

/// Whether a GET may be asked again after it.
[[nodiscard]] bool isWorthRetrying(ServerErrorKind kind);

} // namespace owui
