// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/runundo.h"
#include "ui/historydialog.h"

#include <QObject>
#include <QPointer>

#include <memory>

class QWidget;

namespace owui {

class CompareController;
class HistoryStore;
class Journal;
class LocalCheck;
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
        Journal &journal;
        LocalCheck &localCheck;
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
    /// What runs is looked at once more; the rest is left as it is.
    void cancel();

    [[nodiscard]] bool isRunning() const { return m_undo && m_undo->isRunning(); }

signals:
    void logged(const owui::LogEntry &entry);

private:
    [[nodiscard]] bool canStart();
    void askToUndo(const HistoryRun &run, const QList<HistoryEntry> &entries);
    void askToGoBack(const GoBackRequest &request);
    void start(QList<GoBackRequest> requests, const QString &takesBackRun);
    void takeResult(const DeployResult &result);
    void endRun();
    void showDiff(const HistorySubject &subject, const HistoryMoment &moment);
    void tell(const QString &text);

    const Parts m_parts;
    QWidget *m_window;
    QPointer<ServerSession> m_session;
    std::unique_ptr<RunUndo> m_undo;
    QList<GoBackRequest> m_requests; // of the present or last run
};

} // namespace owui
