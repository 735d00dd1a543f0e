// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/commands/servercommand.h"
#include "commandline/input/historyfinder.h"
#include "deploy/back/gobackrequest.h"

namespace owui {

/// Takes one plugin back to what it was before an entry of the history, or to a version that the server keeps.
class RestoreCommand final : public ServerCommand
{
    Q_OBJECT

public:
    using ServerCommand::ServerCommand;

    void start() override;

protected:
    void connected() override;

private:
    void takeBack(const FoundHistory &found);
    /// None, after a failure, where there is no such version.
    [[nodiscard]] std::optional<GoBackRequest> choose(PluginSpace space, const QList<HistoryMoment> &moments);
    void restore(GoBackRequest request);
    void report();

    PluginReference m_reference;
};

} // namespace owui
