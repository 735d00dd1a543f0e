// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "result.h"

#include "plugins/plugin.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace owui {

inline constexpr qint64 maximumPluginSize = 8 * 1024 * 1024; ///< bytes

/// The bytes of one plugin file, valid UTF-8 without byte order mark and without NUL.
struct PluginSource
{
    QByteArray utf8;
    bool hadByteOrderMark = false;
    qint64 modified = 0;              ///< milliseconds since the epoch
    qint64 fileSize = 0;              ///< bytes; 0: that of the text, which no file holds
    std::optional<ExportLabel> label; ///< set: it is an entry of an export

    /// SHA-256 of `utf8`.
    [[nodiscard]] QByteArray digest() const;
};

/// Reads a Python file afresh, with the same limits as the scan: regular files only, no link, at most 8 MiB. Blocking:
/// call it on the pool.
[[nodiscard]] Result<PluginSource, SkipReason> readPluginSource(const QString &absolutePath);

/// The same for a plugin, whose text may be an entry of an export. `root` is the folder that its path belongs to.
[[nodiscard]] Result<PluginSource, SkipReason> readSourceOf(const QString &root, const Plugin &plugin);

/// The text of an entry in what an export was, or nullopt. An empty key is that of a file which is the plugin itself.
[[nodiscard]] std::optional<QByteArray> textInFile(const QByteArray &bytes, const QString &key);

/// What a file is, from its source alone: kind, header, findings, id by header, title or file name.
/// `relativePath` is the file's: it gives the file name and the folder's word for the kind.
[[nodiscard]] Plugin readPlugin(const QString &relativePath, const PluginSource &source);

} // namespace owui
