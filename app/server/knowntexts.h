// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QSet>
#include <QString>

namespace owui {

/// What this program knows of the texts that a server had under one id, as SHA-256 of texts as stored (storedText,
/// UTF-8).
struct KnownTexts
{
    QSet<QByteArray> sent;   ///< from here: nobody edited them there, whether or not they were ever committed
    QByteArray pulled;       ///< brought into the plugin's file, so that its author goes on from it
    QByteArray foundFirst;   ///< what was there before anything was sent from here: nobody here knows whose it is
    QString lastVersion;     ///< that the server was seen to have (0.12+)
    QByteArray lastText;     ///< and the text of that version
    bool lastIsKnown = true; ///< false: nobody saw what became of the last one that was sent

    /// True where something was sent from here, and what the server has now is something else.
    [[nodiscard]] bool tellEdit(const QByteArray &hash) const
    {
        return lastIsKnown && !sent.isEmpty() && !sent.contains(hash) && hash != pulled && hash != foundFirst;
    }
};

} // namespace owui
