// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "files/filereading.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStringConverter>

#ifdef Q_OS_UNIX
#include <QDeadlineTimer>
#include <QScopeGuard>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace owui {

namespace {

struct FileReadingTexts
{
    Q_DECLARE_TR_FUNCTIONS(FileReading)
};

#ifdef Q_OS_UNIX

/// Empty, or why the pipe cannot be read on.
QString waitForWriter(int file, const QDeadlineTimer &deadline)
{
    pollfd input{.fd = file, .events = POLLIN, .revents = 0};
    const int ready = ::poll(&input, 1, static_cast<int>(deadline.remainingTime()));
    if (ready < 0) {
        return qt_error_string(errno);
    }
    return ready == 0 ? FileReadingTexts::tr("nobody writes into this pipe") : QString();
}

Result<QByteArray, QString> readDescriptor(int file, const ReadOptions &options, bool isPipe)
{
    const QDeadlineTimer deadline(options.pipePatience);
    QByteArray bytes;
    std::array<char, 65'536> piece{};
    for (;;) {
        if (QString reason = isPipe ? waitForWriter(file, deadline) : QString(); !reason.isEmpty()) {
            return reason;
        }
        const ssize_t count = ::read(file, piece.data(), piece.size());
        if (count < 0 && (errno == EINTR || errno == EAGAIN)) {
            continue;
        }
        if (count < 0) {
            return qt_error_string(errno);
        }
        if (count == 0) {
            return bytes;
        }
        bytes.append(piece.data(), count);
        if (bytes.size() > options.most) {
            return FileReadingTexts::tr("it is too large");
        }
    }
}

#endif

} // namespace

#ifdef Q_OS_UNIX

Result<QByteArray, QString> readFile(const QString &path, const ReadOptions &options)
{
    // Not to wait for the writer of a pipe.
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (file < 0) {
        return qt_error_string(errno);
    }
    const auto close = qScopeGuard([file] { ::close(file); });
    struct stat status = {};
    if (::fstat(file, &status) != 0) {
        return qt_error_string(errno);
    }
    const bool isPipe = S_ISFIFO(status.st_mode) && options.pipePatience.count() > 0;
    if (!S_ISREG(status.st_mode) && !isPipe) {
        return FileReadingTexts::tr("it is no regular file");
    }
    return readDescriptor(file, options, isPipe);
}

#else

Result<QByteArray, QString> readFile(const QString &path, const ReadOptions &options)
{
    QFile file(path);
    if (QFileInfo::exists(path) && !QFileInfo(path).isFile()) {
        return FileReadingTexts::tr("it is no regular file");
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return file.errorString();
    }
    const QByteArray bytes = file.read(options.most + 1);
    if (bytes.size() > options.most) {
        return FileReadingTexts::tr("it is too large");
    }
    return file.error() == QFileDevice::NoError ? Result<QByteArray, QString>(bytes) : file.errorString();
}

#endif

QByteArray inUtf8(const QByteArray &text)
{
    std::optional<QStringConverter::Encoding> encoding = QStringConverter::encodingForData(text);
    if (!encoding && text.size() >= 2 && text.size() % 2 == 0) {
        // Without a mark: the letters of addresses and keys leave every second byte empty.
        encoding = text.at(1) == '\0' && text.at(0) != '\0'   ? std::optional(QStringConverter::Utf16LE)
                   : text.at(0) == '\0' && text.at(1) != '\0' ? std::optional(QStringConverter::Utf16BE)
                                                              : std::nullopt;
    }
    return encoding ? QString(QStringDecoder(*encoding).decode(text)).toUtf8() : text;
}

} // namespace owui
