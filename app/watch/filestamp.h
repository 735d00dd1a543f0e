// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace owui {

/// What the system tells of a file without reading it. Two that are equal: as far as it tells nobody wrote between.
struct FileStamp
{
    bool exists = false; ///< as a regular file
    quint64 number = 0;  ///< of the file itself: one that was renamed over has another
    qint64 size = 0;
    qint64 written = 0; ///< nanoseconds since the epoch
    qint64 changed = 0; ///< likewise, of the file's own entry too: no program sets it back

    friend bool operator==(const FileStamp &, const FileStamp &) = default;
};

/// A disk's clock ticks: whoever writes within the same tick leaves the stamp as it is. True where that may be so now.
[[nodiscard]] bool isFresh(const FileStamp &stamp);
/// Perhaps no earlier than `since`, in nanoseconds since the epoch: a tick before it counts too.
[[nodiscard]] bool isChangedSince(const FileStamp &stamp, qint64 since);

/// Follows links. Blocking.
[[nodiscard]] FileStamp stampOfFile(const QString &path);

} // namespace owui
