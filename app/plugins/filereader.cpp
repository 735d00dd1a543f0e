// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/filereader.h"

#include "plugins/pluginfile.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>

#include <algorithm>
#include <cstring>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace owui {

namespace {

// What tells what a file is that is not read.
constexpr qsizetype frontSize = 64 * 1024;

} // namespace

Result<SourceView, SkipReason> FileReader::examine(QByteArrayView bytes) const
{
    constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");
    if (bytes.isEmpty()) {
        return SkipReason::Empty;
    }
    if (bytes.size() > maximumPluginSize) {
        return SkipReason::TooLarge;
    }
    // UTF-16 is full of NUL, but what the user must do about it is to save the file as UTF-8.
    const bool utf16 = bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF");
    if (utf16 || !bytes.isValidUtf8()) {
        return SkipReason::NotUtf8;
    }
    if (std::memchr(bytes.data(), 0, static_cast<std::size_t>(bytes.size())) != nullptr) {
        return SkipReason::ContainsNul;
    }
    const bool marked = bytes.startsWith(byteOrderMark);
    return SourceView{.utf8 = marked ? bytes.sliced(byteOrderMark.size()) : bytes,
                      .hadByteOrderMark = marked,
                      .size = bytes.size(),
                      .modified = m_modified};
}

#ifdef Q_OS_UNIX

Result<SourceView, SkipReason> FileReader::read(const std::filesystem::path &path)
{
    m_size = 0;
    m_modified = 0;
    m_front = 0;
    // Not to wait for the writer of a FIFO.
    const int file = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY);
    if (file < 0) {
        if (errno == ELOOP || errno == EMLINK) {
            return SkipReason::Link;
        }
        return errno == ENXIO ? SkipReason::NotRegularFile : SkipReason::Unreadable;
    }
    const auto close = qScopeGuard([file] { ::close(file); });
    struct stat status = {};
    if (::fstat(file, &status) != 0) {
        return SkipReason::Unreadable;
    }
    if (!S_ISREG(status.st_mode)) {
        return SkipReason::NotRegularFile;
    }
    m_size = status.st_size;
#ifdef Q_OS_DARWIN
    m_modified = status.st_mtimespec.tv_sec * 1000LL + status.st_mtimespec.tv_nsec / 1'000'000;
#else
    m_modified = status.st_mtim.tv_sec * 1000LL + status.st_mtim.tv_nsec / 1'000'000;
#endif
    if (m_size > maximumPluginSize) {
        m_buffer.resize(std::max(m_buffer.size(), frontSize));
        m_front = std::max<qsizetype>(0, ::read(file, m_buffer.data(), static_cast<std::size_t>(frontSize)));
        return SkipReason::TooLarge;
    }
    // One byte more than the file has: a file that grew meanwhile is noticed, the end is seen with one read.
    qsizetype length = 0;
    for (;;) {
        if (m_buffer.size() < std::max<qsizetype>(m_size, length) + 1) {
            m_buffer.resize(std::max<qsizetype>({m_size + 1, length * 2, 256 * 1024}));
        }
        const ssize_t count =
            ::read(file, m_buffer.data() + length, static_cast<std::size_t>(m_buffer.size() - length));
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0) {
            return SkipReason::Unreadable;
        }
        length += count;
        if (length > maximumPluginSize) {
            return SkipReason::TooLarge;
        }
        // A regular file fills the whole request unless it ends.
        if (count == 0 || length < m_buffer.size()) {
            break;
        }
    }
    m_size = length;
    m_front = std::min(length, frontSize);
    return examine(QByteArrayView(m_buffer.constData(), length));
}

#else

Result<SourceView, SkipReason> FileReader::read(const std::filesystem::path &path)
{
    m_size = 0;
    m_modified = 0;
    m_front = 0;
    const QFileInfo info(path);
    if (info.isSymLink()) {
        return info.exists() ? SkipReason::Link : SkipReason::DanglingLink;
    }
    if (!info.isFile()) {
        return info.exists() ? SkipReason::NotRegularFile : SkipReason::Unreadable;
    }
    m_size = info.size();
    m_modified = info.lastModified().toMSecsSinceEpoch();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return SkipReason::Unreadable;
    }
    m_buffer = file.read(m_size > maximumPluginSize ? frontSize : maximumPluginSize + 1);
    m_front = std::min(m_buffer.size(), frontSize);
    if (file.error() != QFileDevice::NoError) {
        return SkipReason::Unreadable;
    }
    if (m_size > maximumPluginSize) {
        return SkipReason::TooLarge;
    }
    m_size = m_buffer.size();
    return examine(m_buffer);
}

#endif

} // namespace owui
