// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/pluginfilewriter.h"

#include "files/filereading.h"
#include "files/filewriter.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace owui {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(PluginFileWriter)
};

bool holds(const QString &path, const QByteArray &text)
{
    const Result<QByteArray, QString> present = readFile(path, {.most = text.size()});
    return present && present.value() == text;
}

/// Empty, or why nothing may be written over what is there. Whoever made the folder, such as the author of a
/// repository, may have put a link into it that leads to any file of the user.
QString objection(const QFileInfo &present)
{
    if (present.isSymLink()) {
        const QString target = present.canonicalFilePath();
        const QString folder = QFileInfo(present.absolutePath()).canonicalFilePath();
        if (!target.startsWith(folder + u'/')) {
            return Texts::tr("it is a link that leads out of its folder or nowhere");
        }
    }
    return present.isFile() ? QString() : Texts::tr("it is no regular file");
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
    if (const QString reason = exists ? objection(present) : QString(); !reason.isEmpty()) {
        return notWritten(path, reason);
    }
    // Of two programs that both see no file, only one may make it. Its text then comes whole.
    QFile claim(path);
    const bool isClaimed = !exists && claim.open(QIODevice::WriteOnly | QIODevice::NewOnly);
    if (!exists && !isClaimed) {
        return QFileInfo::exists(path) && !overwrite ? Result<FileWrite>(FileWrite::Refused)
                                                     : notWritten(path, claim.errorString());
    }
    claim.close(); // Windows renames over no file that is open
    const QString reason = writeFile(path, text);
    if (reason.isEmpty()) {
        return FileWrite::Written;
    }
    if (isClaimed) {
        claim.remove();
    }
    return notWritten(path, reason);
}

} // namespace owui
