// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "files/filechange.h"
#include "plugins/plugin.h"
#include "plugins/version.h"
#include "result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace owui {

enum class FileWrite {
    Written,
    Unchanged, ///< the file has exactly this text already
    Refused    ///< another file is there, and nobody said to write over it
};

/// Writes the file whole or not at all. Without `overwrite` it never replaces one, also not one that another program
/// makes at the same moment. Fails where it cannot be written. Blocking.
[[nodiscard]] Result<FileWrite> writePluginFile(const QString &path, const QByteArray &text, bool overwrite);

/// A raised version of a header, before it is written.
struct RaisedVersion
{
    QString before;
    QString after;
    FileChange change;
};

/// What raising the version of a plugin would change: the number in the `version:` line of its header, and no other
/// byte. Fails, with what to do, for an export, a file that is not as it was scanned, a header with no such line or
/// with several, a version that has no next, and a file that may not be written; see changeProblem(). Where `judged` is
/// given, the file must hold that text, without byte order mark. Reads the file, blocking.
[[nodiscard]] Result<RaisedVersion> raiseVersion(const QString &root, const Plugin &plugin, VersionPart part,
                                                 const std::optional<QByteArray> &judged = {});

/// The same for what the file is known to hold.
[[nodiscard]] Result<RaisedVersion> raiseVersionIn(const QByteArray &bytes, const QString &root, const Plugin &plugin,
                                                   VersionPart part);

/// Of several files, before or after they are written.
struct ChangedFiles
{
    QList<FileChange> good;
    QList<std::pair<QString, Problem>> refused; ///< by path
};

/// Of several plugins. Blocking, as is what follows.
[[nodiscard]] ChangedFiles raiseAll(const QString &root, const QList<Plugin> &plugins, VersionPart part);
[[nodiscard]] ChangedFiles writeAllChanges(const QList<FileChange> &changes);

} // namespace owui
