// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/job/deployresult.h"

#include <QList>
#include <QString>

namespace owui {

/// What is left to do about plugins that were deployed, whatever ran since.
class OpenWork final
{
public:
    /// How a deployment ended, in place of what was open about its plugin.
    void takeDeployment(const DeployResult &result);
    /// How a change of another kind ended.
    void takeChange(const DeployResult &result);
    /// It is under way once more.
    void forget(const QString &path);
    void clear() { m_open.clear(); }

    [[nodiscard]] QList<DeployResult> toRetry() const;
    /// The reason is only known where the code runs once more, which on a production server nobody does unasked.
    [[nodiscard]] QList<DeployResult> toAskForReason() const;
    [[nodiscard]] QList<DeployResult> toDecide() const;
    /// New functions that nobody sees yet.
    [[nodiscard]] QList<DeployResult> toSwitchOn() const;
    /// The server switched them off because of their new version.
    [[nodiscard]] QList<DeployResult> switchedOff() const;

private:
    QList<DeployResult> m_open; // in the order they ended
};

/// It was on or off, and is the other now.
[[nodiscard]] bool isSwitched(const DeployResult &result);
/// It is new, and nobody sees it until it is switched on.
[[nodiscard]] bool isCreatedOff(const DeployResult &result);

} // namespace owui
