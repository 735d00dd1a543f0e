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

/// How the removal of a job's plugin ended.
struct Removal
{
    DeployOutcome outcome = DeployOutcome::Unknown; ///< Deleted, Failed, Unknown or Cancelled
    ServerError error;
    QString message;
    QString remedy;
};

/// Sends the removal and looks whether it is gone. `done` is called once, from the event loop, while `job` lives.
void removeFromServer(ServerJob &job, const std::function<void(const Removal &)> &done);

/// Deletes a plugin from a server. What it has now, not what was seen a while ago, is kept first, and without that way
/// back nothing is sent; then a look tells whether it is gone.
class DeleteJob final : public ServerJob
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeleteJob)

public:
    DeleteJob(const DeleteRequest &request, const DeployEnvironment &environment, QObject *parent = nullptr);

protected:
    void run() override;

private:
    void decide(const LookUp &lookUp);
    void remove();

    DeleteRequest m_request;
};

} // namespace owui
