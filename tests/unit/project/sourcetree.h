// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

namespace owui {

struct SourceFile
{
    QString path; ///< relative to the root, such as app/server/openwebui.cpp
    QString text;

    /// The text without comments and without what stands in quotes; the lines keep their numbers.
    [[nodiscard]] QString code() const;
};

/// The C++ files of app/** and ui/** below `root`, ordered by path. One that cannot be read has an empty text.
[[nodiscard]] QList<SourceFile> sourceFiles(const QString &root);

} // namespace owui
