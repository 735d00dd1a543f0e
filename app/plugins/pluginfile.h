// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "result.h"

#include "plugins/plugin.h"

#include <QByteArray>
#include <QString>

namespace owui {

inline constexpr qint64 maximumPluginSize = 8 * 1024 * 1024; ///< bytes

/// The bytes of one plugin file, valid UTF-8 without byte order mark and without NUL.
struct PluginSource
{
    QByteArray utf8;
    bool hadByteOrderMark = false;
    qint64 modified = 0; ///< milliseconds since the epoch

    /// SHA-256 of `utf8`.
    [[nodiscard]] QByteArray digest() const;
};

/// Reads a file afresh, with the same limits as the scan: regular files only, no link, at most 8 MiB. Blocking: call it
/// on the pool.
[[nodiscard]] Result<PluginSource, SkipReason> readPluginSource(const QString &absolutePath);

/// What a file is, from its source alone: kind, header, findings, id by header, title or file name.
/// `relativePath` gives the file name and the folder's word for the kind.
[[nodiscard]] Plugin readPlugin(const QString &relativePath, const PluginSource &source);

} // namespace owui
