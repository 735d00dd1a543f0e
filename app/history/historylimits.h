// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <chrono>

class QSettings;

namespace owui {

/// What the history may grow to. The oldest entries go first. The last text of a plugin on a server does not go for its
/// age.
struct HistoryLimits
{
    static constexpr qint64 mostMegabytes = qint64(1024) * 1024; ///< a terabyte; more is a typing slip
    static constexpr qint64 mostDays = 36'500;

    qint64 bytes = qint64(1024) * 1024 * 1024;
    std::chrono::days age{365};

    /// Keys "history/megabytes" and "history/days"; what is absent or not a positive number is the default.
    [[nodiscard]] static HistoryLimits from(const QSettings &settings);
    void saveTo(QSettings &settings) const;

    friend bool operator==(const HistoryLimits &, const HistoryLimits &) = default;
};

} // namespace owui
