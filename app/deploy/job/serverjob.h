// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/plan/planloss.h"
#include "compare/seen/sighting.h"
#include "deploy/job/deployenvironment.h"
#include "deploy/job/deployresult.h"
#include "deploy/job/logentry.h"
#include "deploy/job/serverchanges.h"
#include "deploy/journal/changerecord.h"
#include "files/filechange.h"

#include <QElapsedTimer>
#include <QObject>

#include <functional>
#include <optional>

namespace owui {

/// One thing to do with one plugin of a server: deploy it, take it back, switch it, delete it. A job never asks; a
/// consent that is needed and absent ends it as blocked. Each request that changes the server goes out once.
/// `finished` comes exactly once, from the event loop. Lives in the main thread.
class ServerJob : public QObject
{
    Q_OBJECT

public:
    /// `subject` says which plugin it is about. `environment` must outlive the job.
    ServerJob(DeployResult subject, const DeployEnvironment &environment, QObject *parent);
    ~ServerJob() override;

    void start();
    /// Before the first request that changes something, nothing was changed and nothing will be. After it the server
    /// may still finish it: one more look tells.
    void cancel();
    /// Ends at once, without that look.
    void abandon();

    // For the steps that a job is made of; they are its children.
    [[nodiscard]] OpenWebUi &server() const { return m_environment.server; }
    [[nodiscard]] const Connection &connection() const { return m_environment.server.connection(); }
    [[nodiscard]] const DeployEnvironment &environment() const { return m_environment; }
    [[nodiscard]] ServerChanges &changes() { return m_changes; }
    [[nodiscard]] DeployResult &result() { return m_result; }
    [[nodiscard]] PluginSpace space() const { return m_result.space; }
    [[nodiscard]] bool hasEnded() const { return m_ended; }
    void enter(DeployStage stage);
    void note(LogLevel level, const QString &text);
    /// What an answer or a look said that the server has now.
    void adopt(const ServerPlugin &now);
    void adopt(const LookUp &now);
    [[nodiscard]] const std::optional<ServerPlugin> &now() const { return m_now; }
    /// Keeps what is there in the history, then goes on. A production server is not changed without it.
    void record(HistoryChange change, bool looked, const std::optional<ServerPlugin> &present,
                const std::function<void()> &next);
    /// Ends the entry, with what the server was seen to have last.
    void endRecord(HistoryOutcome outcome, const QString &message);

signals:
    void stageChanged(owui::DeployStage stage);
    void noted(owui::LogLevel level, const QString &text);
    /// For an inventory; CannotTell after a change whose outcome is unknown.
    void seen(owui::PluginSpace space, const QString &id, const owui::Sighting &now);
    /// A file of the folder is about to be changed, and then was, or was not.
    void writing(const owui::FileChange &change);
    void written(const owui::FileChange &change);
    void notWritten(const owui::FileChange &change);
    /// It was sent, and its proof waits for that of others.
    void awaitsProof();
    /// After a request that changes something the server does not answer any more; the job looks on.
    void serverLost(const owui::ServerError &error);
    void finished(const owui::DeployResult &result);

protected:
    virtual void run() = 0;

    /// Production needs a consent of its own, whatever is done there.
    [[nodiscard]] bool isStoppedByProduction(const Consents &given);
    /// Nobody knows what would be replaced.
    [[nodiscard]] bool isStoppedByLook(const LookUp &lookUp);
    [[nodiscard]] bool isStoppedBy(const std::optional<Objection> &objection);
    void block(const Consents &missing, const QString &message, const QString &remedy);
    void fail(const ServerError &error, const QString &message, const QString &remedy);
    void succeed(DeployOutcome outcome, const QString &message);
    /// The absolute path of what is sent, for the history.
    void setFile(const QString &file) { m_file = file; }
    /// Several jobs that are taken back as one step of the history; empty: the run is the step.
    void setSeries(const QString &series) { m_series = series; }
    /// The second time it does nothing.
    void finish(DeployOutcome outcome);

private:
    const DeployEnvironment &m_environment;
    DeployResult m_result;
    QString m_file;
    QString m_series;
    ServerChanges m_changes;
    ChangeRecord m_record;
    std::optional<ServerPlugin> m_now; ///< as last seen after a change
    QElapsedTimer m_clock;
    bool m_ended = false;
};

} // namespace owui
