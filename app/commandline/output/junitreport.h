// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace owui {

class Console;

/// One plugin in a JUnit report.
struct JunitCase
{
    QString file;
    QString name;
    std::optional<QString> failure; ///< none: it did not fail
    bool isSkipped = false;
    std::chrono::milliseconds elapsed{};
};

/// Writes atomically, blocking; nothing where `path` is empty. A failure is told, and makes it `false`.
[[nodiscard]] bool writeJunitReport(const QString &path, const QString &suite, const QList<JunitCase> &cases,
                                    Console &console);

} // namespace owui
