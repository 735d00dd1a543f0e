// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "result.h"

#include <QFile>
#include <QString>

#include <optional>

namespace owui {

struct LogEntry;

/// A file that lines are appended to, with the time.
class LogFile final
{
public:
    /// Blocking. nullopt where lines can be written.
    [[nodiscard]] std::optional<Problem> open(const QString &path);
    /// Does nothing without an open file. Details are left out.
    void append(const LogEntry &entry);

private:
    QFile m_file;
};

} // namespace owui
