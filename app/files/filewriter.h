// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QFileDevice>
#include <QString>

#include <optional>

namespace owui {

struct WriteOptions
{
    /// Of a file with secrets, before its first byte; without it, as the file was or the user's usual ones.
    std::optional<QFileDevice::Permissions> permissions;
};

/// Writes what is at `path`: a file whole or not at all, a link's target likewise while the link stays, and straight
/// into a device or a pipe. Waits for nobody who does not read a pipe. Returns the reason where it failed, as a part of
/// a sentence; empty where it succeeded. Blocking.
[[nodiscard]] QString writeFile(const QString &path, const QByteArray &bytes, const WriteOptions &options = {});

/// A file that outgrows a limit of the system is an error then, as a full disk is, and not the end of the program. To
/// be called once, first.
void outliveFileLimits();

} // namespace owui
