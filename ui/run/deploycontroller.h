// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/run/serversession.h"
#include "ui/run/consentquestion.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QStringList>

#include <memory>

class QSettings;
class QWidget;

namespace owui {

class MessageArea;
class PluginFolder;
class PluginModel;

/// Turns what the user chose into requests of the present server's queue, asks what must be asked, and says how it
/// ended. Keeps the rows' status up to date.
class DeployController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeployController)

public:
    /// `window` is the parent of questions. All must outlive the controller.
    DeployController(PluginFolder &folder, PluginModel &model, MessageArea &messages, QSettings &settings,
                     QWidget *window);
    ~DeployController() override;

    /// The rows belong to this session from now on; none where no server is chosen.
    void setSession(ServerSession *session);
    /// One plugin goes to the queue; several, or one for production, ask for a plan first.
    void deploy(const QStringList &paths);
    /// What a plan came to.
    void submit(const QList<DeployRequest> &requests);
    void cancel(const QString &path);
    void cancelAll();

    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] bool isDeploying() const;

signals:
    void diffRequested(const QString &path);
    void planRequested(const QStringList &paths);
    void progressChanged();
    void showFailedRequested();
    void connectionsRequested();
    void practiceRequested();

private:
    bool hasServer();
    [[nodiscard]] bool needsPlan(const QStringList &paths) const;
    /// False for what was sent from another folder, where the same path is another plugin.
    [[nodiscard]] bool isOfThisFolder(const QString &path) const;
    /// Of the present or last run.
    [[nodiscard]] QList<DeployResult> resultsOfThisFolder() const;
    [[nodiscard]] DeployRequest requestOf(const Plugin &plugin, const LookedAt &lookedAt) const;
    void takeResult(const DeployResult &result);
    void tellSwitched(const DeployResult &result);
    void endRun();
    void tellSummary();
    void tellDeactivated();
    void tellHeld(const QString &reason);
    void askForConsents();
    void submitAnswers(const QList<ConsentAnswer> &answers);
    void askForReasons();
    void retryFailed();

    PluginFolder &m_folder;
    PluginModel &m_model;
    MessageArea &m_messages;
    QSettings &m_settings;
    QWidget *m_window;
    QSet<QString> m_switchingOn;      // ids, on the user's demand
    bool m_offersSwitchingOn = false; ///< a button waits for what the run switched off
    QPointer<ServerSession> m_session;
    std::unique_ptr<QObject> m_sessionContext; // ends the connections to a session that is no longer ours
    QHash<QString, DeployRequest> m_requests;  // of the present run, by path
};

} // namespace owui
