// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/run/serversession.h"
#include "ui/run/historydialog.h"

#include <QObject>
#include <QPointer>

#include <memory>

class QWidget;

namespace owui {

class CompareController;
class GoBackQuestion;
class HistoryStore;
class MessageArea;
class PluginModel;

/// Shows what happened to a plugin, takes one back, and takes the last deployment back as a whole.
class HistoryController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistoryController)

public:
    struct Parts
    {
        HistoryStore &store;
        PluginModel &model;
        CompareController &compares;
        MessageArea &messages;
    };

    /// `window` is the parent of the dialogs. All must outlive the controller.
    HistoryController(const Parts &parts, QWidget *window);
    ~HistoryController() override;

    void setSession(ServerSession *session);
    void show(const QString &path);
    void undoLast();
    /// What runs for this file is looked at once more.
    void cancel(const QString &path);

    /// On the present server.
    [[nodiscard]] bool isRunning() const;

signals:
    void progressChanged();

private:
    [[nodiscard]] bool isGoingBack() const;
    [[nodiscard]] bool canStart();
    /// Of the first of these that changed something.
    void undoFirst(QList<HistoryRun> runs);
    void askToUndo(const HistoryRun &run, const QList<GoBackRequest> &requests);
    void askToGoBack(const GoBackRequest &request);
    void ask(GoBackQuestion *question, const QString &takesBackRun);
    void start(QList<GoBackRequest> requests, const QString &takesBackRun);
    void takeStart();
    void takeResult(const DeployResult &result);
    /// Of the file that has this id in the open folder; empty: none.
    [[nodiscard]] QString pathOf(PluginSpace space, const QString &id) const;
    void endRun();
    void showDiff(const HistorySubject &subject, const HistoryMoment &moment);
    void tell(const QString &text);

    const Parts m_parts;
    QWidget *m_window;
    QPointer<ServerSession> m_session;
    std::unique_ptr<QObject> m_sessionContext; // ends the connections to a session that is no longer ours
    QList<GoBackRequest> m_requests;           // of the present or last run
};

} // namespace owui
