// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/job/serverjob.h"

#include <optional>

namespace owui {

/// A function to switch on or off for its own sake.
struct SwitchRequest
{
    DeployResult subject; ///< which function; its path may be empty
    bool wanted = true;
    /// What it was seen to be: where it came to be global since, nothing is switched. None: whoever asks knows it by
    /// name.
    std::optional<bool> global;
    Consents consents;

    /// What somebody must agree to first: it changes production, or every chat at once.
    [[nodiscard]] bool needsAgreement(const Connection &connection) const;
};

/// Switches a function on or off and keeps in the history what was before and after, so that it can be taken back.
/// What happens within a larger change is part of that one's entry instead.
class SwitchJob final : public ServerJob
{
    Q_OBJECT

public:
    SwitchJob(const SwitchRequest &request, const DeployEnvironment &environment, QObject *parent = nullptr);

protected:
    void run() override;

private:
    void decide(const LookUp &lookUp);
    void flip();
    void onSwitched(std::optional<bool> isOn, const ServerError &error);

    SwitchRequest m_request;
};

} // namespace owui
