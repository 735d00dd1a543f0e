// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/job/deployresult.h"
#include "server/openwebui.h"

#include <QObject>

namespace owui {

class ServerJob;

/// The two flags of a function that the server only flips.
enum class FunctionFlag { Active, Global };

/// A step of a job: sets a flag of its function. Looks, flips once if it is not as wanted, and believes only what the
/// server says then. The server's toggle is a flip, so it is never repeated (contract 6, hazard 6).
class FunctionSwitch final : public QObject
{
    Q_OBJECT

public:
    /// A child of `job`. Deletes itself after `finished`.
    FunctionSwitch(ServerJob &job, bool wanted, FunctionFlag flag = FunctionFlag::Active);

    void start();

signals:
    /// `isOn` is what the server said last; `error` says why that is not what was wanted. It is empty where somebody
    /// else switched it at the same moment.
    void finished(bool isOn, const owui::ServerError &error);

private:
    void flip();
    void lookAgain(const ServerError &cause);
    void finish(bool isOn, const ServerError &error);
    [[nodiscard]] bool isOn(const ServerPlugin &plugin) const;

    ServerJob &m_job;
    bool m_wanted;
    FunctionFlag m_flag;
};

/// What a switch that is a job's own purpose came to. Completes the job's result and returns its outcome.
[[nodiscard]] DeployOutcome judgeSwitch(DeployResult &result, bool wanted, bool isOn, const ServerError &error);

} // namespace owui
