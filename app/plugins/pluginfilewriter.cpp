// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/pluginfilewriter.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace owui {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(PluginFileWriter)
};

bool holds(const QString &path, const QByteArray &text)
{
    // Only a regular file: opening a pipe would wait for its other end.
    QFile file(path);
    return QFileInfo(path).isFile() && QFileInfo(path).size() == text.size() && file.open(QIODevice::ReadOnly) &&
           file.readAll() == text;
}

Problem notWritten(const QString &path, const QString &reason)
{
    return {Texts::tr("“%1” cannot be written: %2.").arg(path, reason), {}};
}

} // namespace

Result<FileWrite> writePluginFile(const QString &path, const QByteArray &text, bool overwrite)
{
    if (holds(path, text)) {
        return FileWrite::Unchanged;
    }
    const QFileInfo present(path);
    const bool exists = present.exists() || present.isSymLink();
    if (exists && !overwrite) {
        return FileWrite::Refused;
    }
    // Of two programs that both see no file, only one may make it. Its text then comes whole.
    QFile claim(path);
    const bool isClaimed = !exists && claim.open(QIODevice::WriteOnly | QIODevice::NewOnly);
    if (!exists && !isClaimed) {
        return QFileInfo::exists(path) && !overwrite ? Result<FileWrite>(FileWrite::Refused)
                                                     : notWritten(path, claim.errorString());
    }
    claim.close(); // Windows renames over no file that is open
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit()) {
        return FileWrite::Written;
    }
    if (isClaimed) {
        claim.remove();
    }
    return notWritten(path, file.errorString());
}

} // namespace owui
