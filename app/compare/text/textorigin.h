// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDateTime>
#include <QString>

namespace owui {

/// Where a server's text comes from, as far as the folder's repository can tell.
struct TextOrigin
{
    enum class Kind {
        NotLookedUp,
        CannotTell,     ///< no repository, a file that was never committed, or a history too long to be read whole
        SentFromHere,   ///< this program sent it
        BroughtHere,    ///< this program wrote it into the plugin's file
        EarlierCommit,  ///< the file's text in a commit
        InRepository,   ///< a text of the repository, of another file or of no commit any more
        EditedOnServer, ///< the whole history of the file was read, and it is not in it
    };

    Kind kind = Kind::NotLookedUp;
    QString commit;         ///< short hash, of EarlierCommit
    QDateTime committed;    ///< of EarlierCommit
    bool formatted = false; ///< of EarlierCommit: equal to it but for line ends or formatting

    friend bool operator==(const TextOrigin &, const TextOrigin &) = default;
};

} // namespace owui
