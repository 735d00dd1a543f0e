// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace owui {

/// A folder that looks like the project to a rule, with the files that a test writes.
class MadeUpTree final
{
    Q_DISABLE_COPY_MOVE(MadeUpTree)

public:
    MadeUpTree() = default;

    [[nodiscard]] QString path() const { return m_root.path(); }

    [[nodiscard]] bool write(const QString &path, const QByteArray &text)
    {
        const QString full = m_root.filePath(path);
        QFile file(full);
        return QDir().mkpath(QFileInfo(full).path()) && file.open(QIODevice::WriteOnly) &&
               file.write(text) == text.size();
    }

private:
    QTemporaryDir m_root;
};

} // namespace owui
