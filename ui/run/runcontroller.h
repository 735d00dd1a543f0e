// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/list/listcontroller.h"
#include "ui/parts/messagestrip.h"
#include "ui/run/consentquestion.h"
#include "ui/run/openwork.h"
#include "ui/run/switchedofffunctions.h"

#include "compare/plan/plan.h"
#include "deploy/run/serversession.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <utility>

class QSettings;

namespace owui {

/// Starts runs on the present server and shows how they go, whatever they do there: the status of the rows, the
/// messages below the list, and what can be done next. Asks what must be asked before something is sent once more.
class RunController final : public ListController
{
    Q_OBJECT

public:
    /// `settings` must outlive the controller.
    RunController(const Parts &parts, QSettings &settings);

    /// One plugin is sent at once; several, one for production, or one that asks for something, ask for a plan first.
    /// `again`: also what is the same, which a plan would only say.
    void deploy(const QStringList &paths, bool again = false);
    /// What was chosen in a plan.
    void deployPlanned(const QList<PlanRow> &rows);
    /// What was agreed to in a question; see Run::goBack.
    void goBack(QList<GoBackRequest> requests, const QString &takesBackRun);
    void remove(const ServerPlugin &there);
    /// What needed it was agreed to. False where nothing can be sent at present.
    bool switchTo(const QList<SwitchRequest> &requests);
    /// It goes to the run because its file was saved: what it asks for waits on its row, and no dialog comes.
    void takeSaved(const DeployRequest &request) { expect({request}); }
    void cancel(const QString &path);
    void cancelAll()
    {
        if (m_session) {
            m_session->run().cancelAll();
        }
    }

    [[nodiscard]] bool isRunning() const { return m_session && m_session->run().isRunning(); }

signals:
    void diffRequested(const QString &path);
    void planRequested(const QStringList &paths);
    void progressChanged();
    void showFailedRequested();
    void connectionsRequested();
    void practiceRequested();
    /// The one plugin that a message is about.
    void rowRequested(const QString &path);
    /// What a run left off.
    void switchOnRequested(const QList<owui::DeployResult> &results);
    /// What a run switched shall be as it was.
    void switchBackRequested(const QList<owui::DeployResult> &results);

private:
    using Place = std::pair<PluginSpace, QString>;

    void leaveSession() override;
    void takeSession() override;
    bool mayDeploy();
    [[nodiscard]] bool needsPlan(const QStringList &paths, bool again) const;
    [[nodiscard]] DeployOptions options() const;
    void submit(const QList<DeployRequest> &requests);
    void expect(const QList<DeployRequest> &requests);
    /// False for what was sent from another folder, where the same path is another plugin.
    [[nodiscard]] bool isOfThisFolder(const QString &path) const;
    /// The path of the row that a job is about; empty where the list has none.
    [[nodiscard]] QString rowOf(const QString &path, PluginSpace space, const QString &id) const;

    void takeStart();
    void takeResult(const DeployResult &result);
    void takeEnd();
    void tellHeld(const QString &reason);
    void tellSummary();
    /// What is left to do is offered as long as it is left, whatever runs meanwhile.
    void tellOpenWork();
    [[nodiscard]] QList<MessageAction> deployActions();
    [[nodiscard]] QList<MessageAction> goBackActions();
    /// Of a run that is none of these: each change by itself.
    void tellChanges();

    /// Those that were sent from this folder, and whose file is still in it.
    [[nodiscard]] QList<DeployResult> ofThisFolder(QList<DeployResult> results) const;
    void tellGone();
    void askForConsents(const QList<DeployResult> &asked);
    void takeAnswers(const QList<DeployResult> &blocked, const QList<ConsentAnswer> &answers);
    /// Once more, with what was agreed to.
    void repeat(const QList<DeployResult> &results, const Consents &agreed);

    QSettings &m_settings;
    // What was asked of this session last.
    QHash<QString, DeployRequest> m_deployments; // by path
    QHash<QString, Consents> m_agreed;           // by path; before the plan that is asked for
    OpenWork m_work;
    QList<MessageAction> m_goBackWork;
    QList<MessageAction> m_reports; // of the run that the message is about
    QList<GoBackRequest> m_goingBack;
    QString m_takesBackRun;
    SwitchedOffFunctions m_switchedOff;
    QSet<Place> m_switching;     // and has not ended
    QList<FileChange> m_written; // by the present run, to be taken back as one change
};

} // namespace owui
