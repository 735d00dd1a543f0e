// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QPair>
#include <QString>

namespace owui {

/// What signs a request, bound to the origin it was given for. Never shown, logged or stored outside a key store.
struct Credential
{
    QByteArray secret; ///< an API key or a session token; empty: none
    QString origin;    ///< originOf() of the URL it came with; a request to another origin carries nothing
    QDateTime expires; ///< of a session token; invalid where unknown or never
    QList<QPair<QByteArray, QByteArray>> extraHeaders; ///< name and value; values are secrets too

    [[nodiscard]] bool isEmpty() const { return secret.isEmpty(); }
};

} // namespace owui
