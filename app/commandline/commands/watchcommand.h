// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/commands/planningcommand.h"
#include "commandline/output/deployreport.h"
#include "commandline/output/logfile.h"
#include "watch/deployonsave.h"

#include <QHash>
#include <QJsonObject>
#include <QStringList>

#include <memory>

namespace owui {

/// Sends plugins as soon as they are saved, until Ctrl+C, and tells how each one went.
class WatchCommand final : public PlanningCommand
{
    Q_OBJECT

public:
    WatchCommand(const CommandLineOptions &options, Console &console, const Interrupt &interrupt);

protected:
    void connected() override;
    void planned(const QList<PlanRow> &rows) override;
    void unplanned(const ServerError &error) override;
    void interrupted() override;
    void writeFailure(const Problem &problem) override;
    void writeUnread() override;

private:
    void checkServer();
    void watch();
    void follow();
    void connectSaves();
    /// The folder may hold other plugins now.
    void readAgain();
    void takeAgain(const Result<PluginSelection> &read);
    void takeResult(const DeployResult &result, std::chrono::milliseconds elapsed);
    void takeStart();
    void takeStorm(const QStringList &paths);
    void planStorm();
    void tell(LogLevel level, const QString &text);
    /// In the log file only.
    void note(LogLevel level, const QString &text, const Plugin &plugin = {});
    void tellEvent(const QString &event, QJsonObject more = {});
    void endByUser();

    DeployReport m_report;
    LogFile m_log;
    std::unique_ptr<DeployOnSave> m_saves;
    QHash<QString, DeployResult> m_last; ///< by path
    QStringList m_storm;                 ///< to be planned
    QStringList m_planning;              ///< of storms too
    bool m_readSince = false;            ///< the folder, since its files are watched
    bool m_toldStart = false;
    bool m_reading = false;
    bool m_readAgain = false;
    bool m_ending = false;
};

} // namespace owui
