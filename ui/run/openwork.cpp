// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/run/openwork.h"

#include <algorithm>
#include <iterator>

namespace owui {
namespace {

template<typename Predicate>
QList<DeployResult> those(const QList<DeployResult> &results, Predicate isMeant)
{
    QList<DeployResult> found;
    std::ranges::copy_if(results, std::back_inserter(found), isMeant);
    return found;
}

bool isSame(const DeployResult &left, const DeployResult &right)
{
    return left.space == right.space && left.id == right.id;
}

} // namespace

bool isSwitched(const DeployResult &result)
{
    return result.outcome == DeployOutcome::SwitchedOn || result.outcome == DeployOutcome::SwitchedOff;
}

bool isCreatedOff(const DeployResult &result)
{
    return result.outcome == DeployOutcome::Created && result.active == false;
}

void OpenWork::takeDeployment(const DeployResult &result)
{
    m_open.removeIf([&result](const DeployResult &other) { return other.path == result.path; });
    if (!result.isSuccess() || result.deactivated || isCreatedOff(result)) {
        m_open.append(result);
    }
}

void OpenWork::takeChange(const DeployResult &result)
{
    if (!result.isSuccess()) {
        return;
    }
    const bool isSwitch = isSwitched(result);
    for (DeployResult &open : m_open) {
        open.deactivated = open.deactivated && !isSame(open, result);
    }
    m_open.removeIf(
        [&](const DeployResult &other) { return isSame(other, result) && (!isSwitch || other.isSuccess()); });
}

void OpenWork::forget(const QString &path)
{
    m_open.removeIf([&path](const DeployResult &other) { return other.path == path; });
}

QList<DeployResult> OpenWork::toRetry() const
{
    return those(m_open, [](const DeployResult &result) {
        return !result.isSuccess() && result.outcome != DeployOutcome::Blocked;
    });
}

QList<DeployResult> OpenWork::toAskForReason() const
{
    return those(m_open, [](const DeployResult &result) {
        return result.outcome == DeployOutcome::Failed && result.missing.contains(Consent::RunForReason);
    });
}

QList<DeployResult> OpenWork::toDecide() const
{
    return those(m_open, &DeployResult::needsDecision);
}

QList<DeployResult> OpenWork::toSwitchOn() const
{
    return those(m_open, &isCreatedOff);
}

QList<DeployResult> OpenWork::switchedOff() const
{
    return those(m_open, &DeployResult::deactivated);
}

} // namespace owui
