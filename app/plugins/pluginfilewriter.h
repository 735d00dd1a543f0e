// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "result.h"

#include <QByteArray>
#include <QString>

namespace owui {

enum class FileWrite {
    Written,
    Unchanged, ///< the file has exactly this text already
    Refused    ///< another file is there, and nobody said to write over it
};

/// Writes the file whole or not at all. Without `overwrite` it never replaces one, also not one that another program
/// makes at the same moment. Fails where it cannot be written. Blocking.
[[nodiscard]] Result<FileWrite> writePluginFile(const QString &path, const QByteArray &text, bool overwrite);

} // namespace owui
