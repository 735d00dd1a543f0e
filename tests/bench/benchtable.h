// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

#include <functional>

namespace owui {

/// What two things took, in milliseconds: the median of seven rounds each.
struct Medians
{
    double first = 0;
    double second = 0;
};

[[nodiscard]] double median(QList<double> values);

/// Does both once to warm up, then seven times in turn, so that what disturbs the machine disturbs both.
[[nodiscard]] Medians interleaved(const std::function<void()> &first, const std::function<void()> &second);

/// Prints one line: what was measured, its value, what it is compared with, and whether the ratio is within `limit`.
void printRatio(const QString &what, double milliseconds, const QString &beside, double besideMilliseconds,
                double limit);
/// Prints one line: what was measured, its value and whether it is within `limit`.
void printValue(const QString &what, double value, const QString &unit, double limit);

} // namespace owui
