// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/commands/servercommand.h"
#include "history/historytimeline.h"
#include "result.h"

namespace owui {

/// Shows what was sent to a server, newest first; of one plugin with the versions that the server itself keeps.
class HistoryCommand final : public ServerCommand
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistoryCommand)

public:
    HistoryCommand(const CommandLineOptions &options, Console &console, const Interrupt &interrupt,
                   QObject *parent = nullptr);
    ~HistoryCommand() override;

    void start() override;

protected:
    void connected() override;

private:
    void showAll();
    void showOne();
    void report(const QList<HistoryMoment> &moments, const Problem &problem);
};

} // namespace owui
