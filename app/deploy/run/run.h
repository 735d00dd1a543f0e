// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/back/gobackrequest.h"
#include "deploy/job/deletejob.h"
#include "deploy/job/deployenvironment.h"
#include "deploy/job/deployrequest.h"
#include "deploy/job/switchjob.h"
#include "deploy/job/twinfinder.h"
#include "deploy/run/pace.h"
#include "deploy/run/runreport.h"
#include "deploy/run/runsummary.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSet>

#include <functional>
#include <memory>
#include <optional>

namespace owui {

class SharedLooks;

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
    /// What somebody read of a space a moment ago, if anybody did: it is not listed again.
    void setRecent(const TwinFinder::Recent &recent) { m_recent = recent; }

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
    [[nodiscard]] bool isRunning() const { return m_active || !m_later.isEmpty(); }
    [[nodiscard]] bool isHeld() const { return m_held; }
    // Of the present run, or the last one:
    [[nodiscard]] HistoryRunKind kind() const { return m_environment.run.kind; }
    [[nodiscard]] int total() const { return done() + static_cast<int>(m_waiting.size() + m_running.size()); }
    [[nodiscard]] int done() const { return static_cast<int>(m_results.size()); }
    [[nodiscard]] const RunSummary &summary() const { return m_summary; }
    [[nodiscard]] const QList<DeployResult> &results() const { return m_results; } ///< in the order they ended
    [[nodiscard]] ServerRelease release() const { return m_environment.release; }  ///< unknown: it does not tell
    [[nodiscard]] RunReport report() const;

signals:
    void runStarted();
    /// The server was asked and told.
    void releaseHeard(const owui::ServerRelease &release);
    void stageChanged(const QString &path, owui::DeployStage stage, owui::PluginSpace space, const QString &id);
    void finished(const owui::DeployResult &result);
    /// What the run learns about the server on its way, for an inventory; CannotTell: nobody knows any more.
    void seen(owui::PluginSpace space, const QString &id, const owui::Sighting &now);
    void progressChanged();
    /// A job is about to change a file of the folder, and then did.
    void writing(const owui::FileChange &change);
    void written(const owui::FileChange &change);
    void notWritten(const owui::FileChange &change);
    /// The server cannot be reached any more, or would refuse everything; `reason` is a complete sentence.
    void held(const QString &reason);
    void runFinished();
    void logged(const owui::LogEntry &entry);

private:
    struct Item
    {
        QString key; ///< each is there at most once
        DeployResult subject;
        std::function<ServerJob *(const DeployEnvironment &, QObject *)> make;
        std::function<void(LocalCheck &, QObject *)> checkAhead{}; ///< none, once it was done
        bool looks = true;                                         ///< before it is sent
        ServerJob *job = nullptr;                                  ///< once it runs; a child of the run
        bool awaitsProof = false;                                  ///< and nothing else is to be done
    };
    using Predicate = std::function<bool(const Item &)>;

    /// What belongs together in the history.
    struct Order
    {
        HistoryRunKind kind = HistoryRunKind::Deploy;
        QString takesBackRun{};
        QList<Item> items{};
    };

    template<typename Job, typename Request, typename Subject>
    [[nodiscard]] static QList<Item> itemsOf(const QList<Request> &requests, Subject subjectOf);
    [[nodiscard]] bool joins(const Order &order) const;
    [[nodiscard]] qsizetype atATime() const;
    int submit(Order order);
    void begin(Order order);
    void takeRelease(const ServerRelease &release);
    void askRelease();
    void startNext();
    void prepareLooks();
    void checkAhead();
    void start(Item item);
    void end(const DeployResult &result);
    void endUnsent(const Item &item);
    void endRun();
    void leaveRun();
    void hold(const ServerError &error);
    void cancelRunning(const Predicate &isMeant);
    void drop(const Predicate &isMeant);
    void log(LogLevel level, const DeployResult *subject, const QString &text);

    DeployEnvironment m_environment;     ///< of the present run or the last one
    std::unique_ptr<TwinFinder> m_twins; ///< among what the server had when the run began
    std::unique_ptr<SharedLooks> m_looks;
    TwinFinder::Recent m_recent;
    Pace m_pace; ///< of the present run
    std::optional<FindOutLimits> m_findOut;
    ServerRelease m_heard; ///< for the next run
    QElapsedTimer m_clock;
    QList<DeployResult> m_results;
    RunSummary m_summary;
    QList<Item> m_waiting;
    QList<Item> m_running;
    QSet<QString> m_taken;      ///< keys that wait or run, those of later orders included
    QList<Order> m_later;       ///< that wait for the end of the present run
    OpenWebUi::Request m_asked; ///< by the run itself: for the release, or for the models
    bool m_active = false;
    bool m_preparing = false; ///< the release is being asked for
    bool m_ending = false;    ///< nothing joins any more
    bool m_held = false;
    bool m_modelsChanged = false;
    bool m_abandoned = false;
};

} // namespace owui
