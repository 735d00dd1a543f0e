// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

class QSettings;

namespace owui {

/// What the user wants of plans and commit messages.
struct DeploySettings
{
    bool alwaysShowPlan = false; ///< also for a single plugin without warnings
    QString commitTemplate;      ///< of one connection; empty: the usual one

    [[nodiscard]] static DeploySettings read(const QSettings &settings, const QString &connectionId);
    void write(QSettings &settings, const QString &connectionId) const;
};

} // namespace owui
