// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/job/deployenvironment.h"
#include "deploy/job/deployrequest.h"
#include "deploy/job/deployresult.h"
#include "deploy/job/logentry.h"
#include "deploy/run/runsummary.h"
#include "server/openwebui.h"

#include <QObject>

#include <memory>

namespace owui {

class Journal;
class LocalCheck;

/// Deploys plugins to one server, some at a time, each at most once in the queue. A run starts with the first request
/// and ends when nothing waits or runs. Where the server is gone after a POST, the rest is held back until `resume`.
/// Lives in the main thread.
class DeployQueue final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeployQueue)

public:
    /// `server` and `localCheck` must outlive the queue; `journal` may be absent.
    DeployQueue(OpenWebUi &server, LocalCheck &localCheck, Journal *journal = nullptr, QObject *parent = nullptr);
    ~DeployQueue() override;

    /// How long a job looks on after an outcome that nobody knows, from the next run on. Without it: as long as a
    /// deployment may take, and at least 30 s.
    void setFindOutLimits(const FindOutLimits &limits);

    /// Waiting or running plugins are not taken twice. Returns how many were taken.
    int submit(const QList<DeployRequest> &requests);
    /// Cancels what waits, without a request; what runs is finished.
    void cancelWaiting();
    /// Cancels what waits, without a request, and stops what runs; a running POST may still be finished by the server.
    void cancelAll();
    void cancel(const QString &path);
    /// Goes on after `held`.
    void resume();
    /// Submits again what failed, is unknown or was cancelled in the last run.
    int retryFailed();
    /// Flips the function on once, if a look-up says that it is off, and verifies it. For a deactivated plugin.
    void switchOn(const DeployResult &result);

    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] bool isHeld() const;
    [[nodiscard]] int total() const; ///< of the present run
    [[nodiscard]] int done() const;
    [[nodiscard]] const RunSummary &summary() const;
    [[nodiscard]] const QList<DeployResult> &results() const; ///< of the present or last run, in the order they ended
    [[nodiscard]] QString runId() const;                      ///< of the present or last run, in the history
    [[nodiscard]] ServerRelease release() const;              ///< as learnt by the present run

signals:
    void runStarted();
    void stageChanged(const QString &path, owui::DeployStage stage);
    void finished(const owui::DeployResult &result);
    /// What the run learns about the server on its way, for an inventory; CannotTell: nobody knows any more.
    void seen(owui::PluginSpace space, const QString &id, const owui::Sighting &now);
    void progressChanged();
    /// The server cannot be reached any more, or would refuse everything; `reason` is a complete sentence.
    void held(const QString &reason);
    void runFinished();
    /// `switchOn` ended.
    void switchedOn(const QString &path, bool active);
    void logged(const owui::LogEntry &entry);

private:
    class Private;

    void askRelease();
    void startNext();
    void start(const DeployRequest &request);
    void end(const DeployResult &result);
    void endUnsent(const DeployRequest &request);
    void endRun();
    void hold(const ServerError &error);
    void log(LogLevel level, const QString &path, const QString &title, const QString &text);

    std::unique_ptr<Private> d;
};

} // namespace owui
