// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "result.h"

#include <QByteArray>
#include <QString>

#include <chrono>

namespace owui {

struct ReadOptions
{
    /// The file is refused where it holds more bytes.
    qint64 most = 0;
    /// How long its writer may take where it is a pipe; 0 refuses pipes.
    std::chrono::milliseconds pipePatience{0};
};

/// What a file holds, or the reason why it cannot be read, as a part of a sentence. Never waits for the other end of a
/// pipe without a limit, and reads no device, which may never end. A signal ends the wait. Blocking.
[[nodiscard]] Result<QByteArray, QString> readFile(const QString &path, const ReadOptions &options);

/// The same text in UTF-8 without byte order mark. PowerShell and Notepad write UTF-16; what is no such text stays.
[[nodiscard]] QByteArray inUtf8(const QByteArray &text);

} // namespace owui
