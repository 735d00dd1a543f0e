// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "result.h"

#include "plugins/plugin.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <filesystem>

namespace owui {

/// A file's text in the buffer of a FileReader: valid UTF-8, without byte order mark and without NUL.
struct SourceView
{
    QByteArrayView utf8;
    bool hadByteOrderMark = false;
    qint64 size = 0;                    ///< of the file, bytes
    qint64 modified = 0;                ///< milliseconds since the epoch
    const ExportLabel *label = nullptr; ///< set: the text is an entry of the file
};

/// Reads one file after another into one buffer. Opens regular files only, follows no link, never waits for the other
/// end of a pipe. For one thread.
class FileReader final
{
public:
    FileReader() = default;
    Q_DISABLE_COPY_MOVE(FileReader)

    /// Valid until the next read.
    [[nodiscard]] Result<SourceView, SkipReason> read(const std::filesystem::path &path);

    /// Of the file last read, also where it was refused; 0 where not even that can be told.
    [[nodiscard]] qint64 size() const { return m_size; }
    [[nodiscard]] qint64 modified() const { return m_modified; }
    /// The front of the file last read, also where it was refused for its size or its bytes.
    [[nodiscard]] QByteArrayView start() const { return QByteArrayView(m_buffer).first(m_front); }

private:
    [[nodiscard]] Result<SourceView, SkipReason> examine(QByteArrayView bytes) const;

    QByteArray m_buffer;
    qsizetype m_front = 0;
    qint64 m_size = 0;
    qint64 m_modified = 0;
};

/// A Python file as it is: a plugin, or a file that is none or cannot be read.
[[nodiscard]] Plugin describeFile(const QString &relativePath, const std::filesystem::path &path, FileReader &reader);

/// readPlugin() without a copy of the text. `relativePath` is that of the file.
[[nodiscard]] Plugin describePlugin(const QString &relativePath, const SourceView &source);

} // namespace owui
