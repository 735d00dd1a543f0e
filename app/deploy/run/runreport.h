// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/job/deployresult.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>

namespace owui {

/// What a run came to, to be saved or passed on. The server's words in it are masked already.
struct RunReport
{
    QString serverName;
    QString serverUrl;
    QString release; ///< empty: unknown
    QDateTime ended;
    std::chrono::milliseconds elapsed{};
    QList<DeployResult> results;

    /// For people: a table, and below it what needs attention.
    [[nodiscard]] QString toMarkdown() const;
    /// The same names as “owui-deploy deploy --json”.
    [[nodiscard]] QByteArray toJson() const;
};

} // namespace owui
