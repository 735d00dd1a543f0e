// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QMetaType>
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

    /// Nothing signs a request. A proxy may sign in by headers alone.
    [[nodiscard]] bool isEmpty() const { return secret.isEmpty() && extraHeaders.isEmpty(); }
    friend bool operator==(const Credential &, const Credential &) = default;
};

/// A key as a person pasted it, without blanks and line breaks around it. Fails where it is empty or holds a character
/// that cannot be sent in a header; the key itself is never repeated in the problem.
[[nodiscard]] Result<QByteArray> normalizedKey(const QString &text);

} // namespace owui

Q_DECLARE_METATYPE(owui::Credential)
