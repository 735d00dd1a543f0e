// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/serversession.h"
#include "ui/consentanswer.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QStringList>

#include <memory>

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
    DeployController(PluginFolder &folder, PluginModel &model, MessageArea &messages, QWidget *window);
    ~DeployController() override;

    /// The rows belong to this session from now on; none where no server is chosen.
    void setSession(ServerSession *session);
    void deploy(const QStringList &paths);
    void cancel(const QString &path);
    void cancelAll();

    [[nodiscard]] bool isRunning() const;

signals:
    void progressChanged();
    void showFailedRequested();
    void connectionsRequested();
    void practiceRequested();

private:
    bool hasServer();
    void askThenSubmit(const QStringList &paths);
    void submit(const QStringList &paths, const Consents &consents);
    [[nodiscard]] DeployRequest requestFor(const Plugin &plugin, const Consents &consents) const;
    void takeResult(const DeployResult &result);
    void endRun();
    void tellSummary();
    void tellDeactivated();
    void tellHeld(const QString &reason);
    void askForConsents();
    void submitAnswers(const QList<ConsentAnswer> &answers);
    void retryFailed();

    PluginFolder &m_folder;
    PluginModel &m_model;
    MessageArea &m_messages;
    QWidget *m_window;
    QPointer<ServerSession> m_session;
    std::unique_ptr<QObject> m_sessionContext; // ends the connections to a session that is no longer ours
    QHash<QString, Consents> m_consents;       // given in the present run, by path
};

} // namespace owui
