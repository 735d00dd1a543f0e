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
    qint64 size = 0;     ///< of the file, bytes
    qint64 modified = 0; ///< milliseconds since the epoch
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

private:
    [[nodiscard]] Result<SourceView, SkipReason> examine(QByteArrayView bytes) const;

    QByteArray m_buffer;
    qint64 m_size = 0;
    qint64 m_modified = 0;
};

/// readPlugin() without a copy of the text.
[[nodiscard]] Plugin describePlugin(const QString &relativePath, const SourceView &source);

} // namespace owui
