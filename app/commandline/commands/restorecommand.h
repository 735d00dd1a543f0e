// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/arguments/pluginreference.h"
#include "commandline/commands/servercommand.h"
#include "deploy/back/gobackrequest.h"
#include "history/historytimeline.h"

namespace owui {

/// Takes one plugin back to what it was before an entry of the history, or to a version that the server keeps.
class RestoreCommand final : public ServerCommand
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RestoreCommand)

public:
    RestoreCommand(const CommandLineOptions &options, Console &console, const Interrupt &interrupt,
                   QObject *parent = nullptr);
    ~RestoreCommand() override;

    void start() override;

protected:
    void connected() override;
    void interrupted() override;

private:
    /// None, with a complaint, where there is no such version.
    [[nodiscard]] std::optional<GoBackRequest> choose(PluginSpace space, const QList<HistoryMoment> &moments);
    void restore(GoBackRequest request);
    void report();

    PluginReference m_reference;
    bool m_submitted = false;
};

} // namespace owui
