// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/back/gobackrequest.h"
#include "deploy/job/deletejob.h"
#include "deploy/job/deployrequest.h"
#include "deploy/job/switchjob.h"
#include "deploy/run/runreport.h"
#include "deploy/run/runsummary.h"

#include <QObject>

#include <memory>

namespace owui {

class LocalCheck;

/// Whatever changes one server is a job of a run here: deploying, going back, switching, deleting. A run starts with
/// the first request, does some jobs at a time, of each plugin one, and ends when nothing waits or runs and the server
/// has noticed its pipes. Where the server is gone, the rest is held back until `resume`. Lives in the main thread.
class Run final : public QObject
{
    Q_OBJECT

public:
    /// `server` and `localCheck` must outlive it; `journal` may be absent, and then nothing can be taken back.
    Run(OpenWebUi &server, LocalCheck &localCheck, Journal *journal = nullptr, QObject *parent = nullptr);
    ~Run() override;

    /// How long a job looks on after an outcome that nobody knows, from the next run on. Without it: as long as a
    /// deployment may take, and at least 30 s.
    void setFindOutLimits(const FindOutLimits &limits);
    /// What was heard just now: the next run does not ask for it.
    void setRelease(const ServerRelease &release);

    // What waits or runs already is not taken twice; each returns how many were taken. Deployments join a run of
    // deployments, switching and deleting join any; everything else waits for the end of the present run.
    int deploy(const QList<DeployRequest> &requests);
    int switchTo(const QList<SwitchRequest> &requests);
    int remove(const QList<DeleteRequest> &requests);
    /// One after the other. `takesBackRun`: the run that is taken back as a whole (see undoRequests); empty: somebody
    /// chose the entries.
    int goBack(const QList<GoBackRequest> &requests, const QString &takesBackRun = {});

    /// Cancels what waits, without a request; what runs is finished.
    void cancelWaiting();
    /// Cancels what waits, without a request, and stops what runs; what was sent may still be finished by the server.
    void cancelAll();
    /// Cancels what waits and what has sent nothing yet; the rest is finished.
    void cancelUnsent();
    /// As cancelAll, but nobody looks once more: the run ends as soon as the event loop runs.
    void abandon();
    /// As cancelAll for one file of the folder, or for what the server knows by this id.
    void cancel(const QString &path);
    void cancel(PluginSpace space, const QString &id);
    /// Goes on after `held`.
    void resume();

    /// Until runFinished, and while another run waits for that.
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] bool isHeld() const;
    // Of the present run, or the last one:
    [[nodiscard]] HistoryRunKind kind() const;
    [[nodiscard]] int total() const;
    [[nodiscard]] int done() const;
    [[nodiscard]] const RunSummary &summary() const;
    [[nodiscard]] const QList<DeployResult> &results() const; ///< in the order they ended
    [[nodiscard]] ServerRelease release() const;              ///< unknown where the server does not tell
    [[nodiscard]] RunReport report() const;

signals:
    void runStarted();
    void stageChanged(const QString &path, owui::DeployStage stage, owui::PluginSpace space, const QString &id);
    void finished(const owui::DeployResult &result);
    /// What the run learns about the server on its way, for an inventory; CannotTell: nobody knows any more.
    void seen(owui::PluginSpace space, const QString &id, const owui::Sighting &now);
    void progressChanged();
    /// The server cannot be reached any more, or would refuse everything; `reason` is a complete sentence.
    void held(const QString &reason);
    void runFinished();
    void logged(const owui::LogEntry &entry);

private:
    class Private;
    struct Order;
    struct Item;

    template<typename Job, typename Request, typename Subject>
    [[nodiscard]] static QList<Item> itemsOf(const QList<Request> &requests, Subject subjectOf);
    int submit(Order order);
    void begin(Order order);
    void askRelease();
    void startNext();
    void start(const Item &item);
    void end(const DeployResult &result);
    void endUnsent(const Item &item);
    void endRun();
    void leaveRun();
    void hold(const ServerError &error);
    template<typename Predicate>
    void cancelThose(Predicate isMeant);
    void log(LogLevel level, const DeployResult *subject, const QString &text);

    std::unique_ptr<Private> d;
};

} // namespace owui
