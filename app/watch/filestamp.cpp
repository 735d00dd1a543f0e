// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "watch/filestamp.h"

#include <QDateTime>
#include <QFile>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#else
#include <QFileInfo>
#endif

namespace owui {

namespace {

/// FAT has two seconds. What has nanoseconds is set at a tick of the system, which takes up to 10 ms.
qint64 tickOf(const FileStamp &stamp)
{
    constexpr qint64 second = 1'000'000'000;
    return stamp.changed % second == 0 ? 2 * second : second / 50;
}

} // namespace

bool isFresh(const FileStamp &stamp)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch() * 1'000'000;
    return stamp.exists && now - stamp.changed < tickOf(stamp) && stamp.changed - now < tickOf(stamp);
}

bool isChangedSince(const FileStamp &stamp, qint64 since)
{
    return stamp.exists && stamp.changed + tickOf(stamp) >= since;
}

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
