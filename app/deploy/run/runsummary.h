// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/job/deployresult.h"

#include <QJsonObject>
#include <QList>
#include <QMetaType>
#include <QString>

#include <chrono>

namespace owui {

/// What one run came to.
struct RunSummary
{
    int created = 0;
    int updated = 0;
    int unchanged = 0;
    int deleted = 0;
    int switchedOn = 0;
    int switchedOff = 0;
    int takenBack = 0;
    int failed = 0;
    int unknown = 0;
    int cancelled = 0;
    int blocked = 0;
    std::chrono::milliseconds elapsed{};

    [[nodiscard]] static RunSummary of(const QList<DeployResult> &results);
    void count(DeployOutcome outcome);
    [[nodiscard]] int total() const;
    /// "9 updated, 1 created, 1 failed."
    /// `createdOff`: so many of what was created are switched off, which nobody else tells.
    [[nodiscard]] QString text(int createdOff = 0) const;
    /// Every count, under the names of its member.
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] bool isClean() const { return failed + unknown + cancelled + blocked == 0; }

    friend bool operator==(const RunSummary &, const RunSummary &) = default;
};

} // namespace owui

Q_DECLARE_METATYPE(owui::RunSummary)
