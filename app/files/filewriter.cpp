// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "files/filewriter.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#ifdef Q_OS_UNIX
#include <QRegularExpression>
#include <QScopeGuard>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace owui {

namespace {

struct FileWriterTexts
{
    Q_DECLARE_TR_FUNCTIONS(FileWriter)
};

QString replaceFile(const QString &path, const QByteArray &bytes, const WriteOptions &options)
{
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) &&
                         (!options.permissions || file.setPermissions(*options.permissions)) &&
                         file.write(bytes) == bytes.size() && file.commit();
    return written ? QString() : file.errorString();
}

/// Where a chain of links ends, also where nothing is there yet; empty where it ends nowhere.
QString endOfLinks(const QString &path)
{
    constexpr int mostLinks = 40; // as Linux has it
    QFileInfo info(path);
    for (int links = 0; info.isSymLink(); ++links) {
        if (links == mostLinks) {
            return {};
        }
        info.setFile(info.symLinkTarget());
    }
    return info.filePath();
}

#ifdef Q_OS_UNIX

constexpr int patience = 10'000; // milliseconds without a byte read by the other end

/// One of the program's own descriptors under its name, such as /dev/stdout; -1 for every other path. Behind it may be
/// a file that the shell has opened and others write on.
int ownDescriptor(const QString &path)
{
    if (path == u"/dev/stdout") {
        return STDOUT_FILENO;
    }
    if (path == u"/dev/stderr") {
        return STDERR_FILENO;
    }
    static const QRegularExpression name(u"\\A/(?:dev|proc/self)/fd/([0-9]{1,6})\\z"_s);
    const QRegularExpressionMatch match = name.match(path);
    return match.hasMatch() ? match.captured(1).toInt() : -1;
}

QString writeAll(int file, const QByteArray &bytes)
{
    // Into a pipe that has room, no more than this is written without waiting.
    constexpr qsizetype piece = 4096;
    for (qsizetype at = 0; at < bytes.size();) {
        pollfd room{.fd = file, .events = POLLOUT, .revents = 0};
        const int ready = ::poll(&room, 1, patience);
        if (ready == 0) {
            return FileWriterTexts::tr("nobody reads from it");
        }
        const auto size = static_cast<std::size_t>(std::min(piece, bytes.size() - at));
        const ssize_t written = ready < 0 ? -1 : ::write(file, bytes.constData() + at, size);
        if (written < 0 && errno != EINTR && errno != EAGAIN) {
            return qt_error_string(errno);
        }
        at += std::max<ssize_t>(written, 0);
    }
    return {};
}

QString writeInto(const QString &path, const QByteArray &bytes)
{
    const int own = ownDescriptor(path);
    // Not to wait for the reader of a pipe.
    const int file = own >= 0
                         ? ::fcntl(own, F_DUPFD_CLOEXEC, 0)
                         : ::open(QFile::encodeName(path).constData(), O_WRONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (file < 0) {
        return errno == ENXIO ? FileWriterTexts::tr("nobody reads from it") : qt_error_string(errno);
    }
    const auto close = qScopeGuard([file] { ::close(file); });
    return writeAll(file, bytes);
}

/// A device, a pipe or a socket, also behind links: it is not to be replaced.
bool isSpecial(const QString &path)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 && !S_ISREG(status.st_mode) &&
           !S_ISDIR(status.st_mode);
}

#endif

} // namespace

void outliveFileLimits()
{
#ifdef Q_OS_UNIX
    std::signal(SIGXFSZ, SIG_IGN);
#endif
}

QString writeFile(const QString &path, const QByteArray &bytes, const WriteOptions &options)
{
#ifdef Q_OS_UNIX
    if (ownDescriptor(path) >= 0 || isSpecial(path)) {
        return writeInto(path, bytes);
    }
#endif
    const QString end = endOfLinks(path);
    return end.isEmpty() ? FileWriterTexts::tr("its links lead in a circle") : replaceFile(end, bytes, options);
}

} // namespace owui
