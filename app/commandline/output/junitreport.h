// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "result.h"

#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace owui {

/// One plugin in a JUnit report.
struct JunitCase
{
    QString file;
    QString name;
    QString failure;
    bool isFailure = false;
    bool isSkipped = false;
    std::chrono::milliseconds elapsed{};
};

/// Writes atomically. Blocking. nullopt where it worked.
[[nodiscard]] std::optional<Problem> writeJunitReport(const QString &path, const QString &suite,
                                                      const QList<JunitCase> &cases);

} // namespace owui
