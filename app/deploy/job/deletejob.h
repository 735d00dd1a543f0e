// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/job/serverjob.h"

#include <functional>

namespace owui {

/// A plugin to delete: what the user saw and agreed to delete.
struct DeleteRequest
{
    ServerPlugin seen;
    Consents consents;
};

/// A step of a job: sends the removal of its plugin and looks whether it is gone. `done` is called once, from the event
/// loop, while `job` lives, with Deleted, Failed, Unknown or Cancelled; the job's result says why.
void removeFromServer(ServerJob &job, const std::function<void(DeployOutcome)> &done);

/// Deletes a plugin from a server. What it has now, not what was seen a while ago, is kept first, and without that way
/// back nothing is sent; then a look tells whether it is gone.
class DeleteJob final : public ServerJob
{
    Q_OBJECT

public:
    DeleteJob(const DeleteRequest &request, const DeployEnvironment &environment, QObject *parent = nullptr);

protected:
    void run() override;

private:
    void decide(const LookUp &lookUp);

    DeleteRequest m_request;
};

} // namespace owui
