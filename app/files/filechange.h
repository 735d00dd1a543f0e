// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace owui {

/// One change of a file of the user, which was asked for. Turned round it takes itself back.
struct FileChange
{
    QString root; ///< of the folder, absolute: nothing outside it is written, also not through a link
    QString path; ///< relative to `root`
    QByteArray before;
    QByteArray after;

    [[nodiscard]] QString file() const { return root + u'/' + path; }
    [[nodiscard]] FileChange reversed() const { return {.root = root, .path = path, .before = after, .after = before}; }
};

/// Why a file may not be changed, whatever it holds: it is read-only, has several names (hard links), belongs to
/// somebody else, or lies outside the folder; none: it may. Blocking.
[[nodiscard]] std::optional<Problem> changeProblem(const QString &root, const QString &path);

/// Writes `after` where the file holds exactly `before`, whole or not at all, with the mode and the owner that it had;
/// a link stays one. Otherwise says why nothing was written: the file was changed, or may not be. Blocking.
[[nodiscard]] std::optional<Problem> writeChange(const FileChange &change);

} // namespace owui
