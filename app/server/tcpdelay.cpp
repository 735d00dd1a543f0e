// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/tcpdelay.h"

#include <QtEndian>

#ifdef Q_OS_UNIX
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#endif

namespace owui {

#ifdef Q_OS_UNIX
namespace {

/// 0 for what is no connection over IP.
quint16 peerPort(int file)
{
    sockaddr_storage peer{};
    socklen_t size = sizeof peer;
    if (getpeername(file, reinterpret_cast<sockaddr *>(&peer), &size) != 0) {
        return 0;
    }
    switch (peer.ss_family) {
    case AF_INET:
        return qFromBigEndian(reinterpret_cast<const sockaddr_in *>(&peer)->sin_port);
    case AF_INET6:
        return qFromBigEndian(reinterpret_cast<const sockaddr_in6 *>(&peer)->sin6_port);
    default:
        return 0;
    }
}

} // namespace
#endif

void switchOffTcpDelay(quint16 port)
{
#ifdef Q_OS_UNIX
    // Qt tells nobody which files are its sockets. A connection with a higher number is only slower.
    constexpr int firstFile = 3;
    constexpr int lastFile = 255;
    constexpr int on = 1;
    for (int file = firstFile; file <= lastFile; ++file) {
        if (port != 0 && peerPort(file) == port) {
            (void)setsockopt(file, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        }
    }
#else
    Q_UNUSED(port)
#endif
}

} // namespace owui
