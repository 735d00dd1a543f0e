// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/commands/pluginhistorycommand.h"
#include "history/historytimeline.h"

namespace owui {

/// Shows what was sent to a server, newest first; of one plugin with the versions that the server itself keeps.
class HistoryCommand final : public PluginHistoryCommand
{
    Q_OBJECT

public:
    using PluginHistoryCommand::PluginHistoryCommand;

protected:
    void connected() override;
    void found(PluginSpace space, const PluginHistory &history) override;

private:
    void report(const QList<HistoryMoment> &moments, const Problem &problem);
};

} // namespace owui
