// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/tcpdelay.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#endif

namespace owui {

void switchOffTcpDelay()
{
#ifdef Q_OS_UNIX
    // Nobody tells which files are ours. The system refuses the option for all that is no TCP connection, and a
    // connection with a higher number is only slower.
    constexpr int firstFile = 3;
    constexpr int lastFile = 255;
    constexpr int on = 1;
    for (int file = firstFile; file <= lastFile; ++file) {
        (void)setsockopt(file, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    }
#endif
}

} // namespace owui
