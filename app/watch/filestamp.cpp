// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "watch/filestamp.h"

#include <QFile>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#else
#include <QDateTime>
#include <QFileInfo>
#endif

namespace owui {

#ifdef Q_OS_UNIX

namespace {

qint64 nanoseconds(const timespec &time)
{
    return static_cast<qint64>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

} // namespace

FileStamp stampOfFile(const QString &path)
{
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0 || !S_ISREG(status.st_mode)) {
        return {};
    }
#ifdef Q_OS_DARWIN
    const timespec &written = status.st_mtimespec;
    const timespec &changed = status.st_ctimespec;
#else
    const timespec &written = status.st_mtim;
    const timespec &changed = status.st_ctim;
#endif
    return {.exists = true,
            .number = status.st_ino,
            .size = status.st_size,
            .written = nanoseconds(written),
            .changed = nanoseconds(changed)};
}

#else

FileStamp stampOfFile(const QString &path)
{
    const QFileInfo file(path);
    if (!file.isFile()) {
        return {};
    }
    const qint64 written = file.lastModified().toMSecsSinceEpoch() * 1'000'000;
    return {.exists = true, .size = file.size(), .written = written, .changed = written};
}

#endif

} // namespace owui
