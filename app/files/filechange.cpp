// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "files/filechange.h"

#include "files/filereading.h"
#include "files/filewriter.h"
#include "isolated.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace owui {

namespace {

struct FileChangeTexts
{
    Q_DECLARE_TR_FUNCTIONS(FileChange)
};

/// Empty, or why the file may not be replaced: part of a sentence.
QString objection(const QFileInfo &file, const QString &root)
{
    // Whoever made the folder may have put a link into it that leads to any file of the user.
    if (!file.isFile() || !file.canonicalFilePath().startsWith(QFileInfo(root).canonicalFilePath() + u'/')) {
        return FileChangeTexts::tr("it is no file of this folder");
    }
    // Also for an administrator, whom the system would let.
    if (!(file.permissions() & (QFile::WriteOwner | QFile::WriteGroup | QFile::WriteOther)) || !file.isWritable()) {
        return FileChangeTexts::tr("it is read-only");
    }
#ifdef Q_OS_UNIX
    struct stat status = {};
    if (::stat(QFile::encodeName(file.canonicalFilePath()).constData(), &status) != 0) {
        return qt_error_string(errno);
    }
    if (status.st_nlink > 1) {
        return FileChangeTexts::tr("it has several names (hard links), which would part");
    }
    if (status.st_uid != ::geteuid() && ::geteuid() != 0) {
        return FileChangeTexts::tr("it belongs to somebody else");
    }
#endif
    return {};
}

Problem cannotBeChanged(const QString &path, const QString &reason)
{
    return {FileChangeTexts::tr("“%1” cannot be changed: %2.").arg(isolated(path), reason), {}};
}

/// The new file belongs to whom the old one belonged. Empty, or the system's reason.
QString replaceKeepingOwner(const QString &file, const QByteArray &bytes)
{
#ifdef Q_OS_UNIX
    const QByteArray name = QFile::encodeName(file);
    struct stat before = {};
    struct stat after = {};
    if (::stat(name.constData(), &before) != 0) {
        return qt_error_string(errno);
    }
    const QString reason = writeFile(file, bytes);
    if (!reason.isEmpty() || ::stat(name.constData(), &after) != 0) {
        return reason;
    }
    if ((before.st_uid != after.st_uid || before.st_gid != after.st_gid) &&
        ::chown(name.constData(), before.st_uid, before.st_gid) != 0) {
        return FileChangeTexts::tr("it was written, but not given back to its owner (%1)").arg(qt_error_string(errno));
    }
    // Giving it away takes these bits.
    return ::chmod(name.constData(), before.st_mode & 07777) == 0 ? QString() : qt_error_string(errno);
#else
    return writeFile(file, bytes);
#endif
}

} // namespace

std::optional<Problem> changeProblem(const QString &root, const QString &path)
{
    const QString reason = objection(QFileInfo(root + u'/' + path), root);
    return reason.isEmpty() ? std::nullopt : std::optional(cannotBeChanged(path, reason));
}

std::optional<Problem> writeChange(const FileChange &change)
{
    if (std::optional<Problem> problem = changeProblem(change.root, change.path)) {
        return problem;
    }
    const QFileInfo file(change.file());
    const Result<QByteArray, QString> present = readFile(file.filePath(), {.most = change.before.size()});
    if (file.size() != change.before.size() || (present && present.value() != change.before)) {
        return Problem{FileChangeTexts::tr("“%1” was changed meanwhile.").arg(isolated(change.path)),
                       FileChangeTexts::tr("Look at it and try again.")};
    }
    const QString reason = present ? replaceKeepingOwner(file.canonicalFilePath(), change.after) : present.error();
    return reason.isEmpty() ? std::nullopt : std::optional(cannotBeChanged(change.path, reason));
}

} // namespace owui
