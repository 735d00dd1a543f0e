// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

namespace owui {

/// Lets the open connections of this process send what they have at once (TCP_NODELAY). QNetworkAccessManager has no
/// setting for it, and writes a body in pieces of 16 KB: the second one waits until the first is acknowledged, which a
/// server that has nothing to answer yet delays by 40 ms, for every plugin. Does nothing on Windows.
void switchOffTcpDelay();

} // namespace owui
