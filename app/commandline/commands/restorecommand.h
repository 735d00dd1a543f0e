// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/commands/pluginhistorycommand.h"
#include "deploy/back/gobackrequest.h"
#include "history/historytimeline.h"

namespace owui {

/// Takes one plugin back to what it was before an entry of the history, or to a version that the server keeps.
class RestoreCommand final : public PluginHistoryCommand
{
    Q_OBJECT

public:
    using PluginHistoryCommand::PluginHistoryCommand;

protected:
    void found(PluginSpace space, const PluginHistory &history) override;

private:
    /// None, after a failure, where there is no such version.
    [[nodiscard]] std::optional<GoBackRequest> choose(PluginSpace space, const QList<HistoryMoment> &moments);
    void restore(GoBackRequest request);
    void report();
};

} // namespace owui
