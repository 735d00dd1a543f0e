// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/connection.h"

class QNetworkAccessManager;

namespace owui {

/// Makes a network manager fit for one connection: its proxy (the system's by default, none ever for this machine), no
/// redirects. One manager serves one connection.
void configureNetwork(QNetworkAccessManager &network, const Connection &connection);

} // namespace owui
