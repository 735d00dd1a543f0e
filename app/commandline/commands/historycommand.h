// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/commands/servercommand.h"
#include "history/historytimeline.h"

namespace owui {

/// Shows what was sent to a server, newest first; of one plugin with the versions that the server itself keeps.
class HistoryCommand final : public ServerCommand
{
    Q_OBJECT

public:
    using ServerCommand::ServerCommand;

    void start() override;

protected:
    void connected() override;

private:
    void showAll();
    void showOne();
    void report(const QList<HistoryMoment> &moments, const Problem &problem);

    std::optional<PluginReference> m_reference; ///< none: all of them
};

} // namespace owui
