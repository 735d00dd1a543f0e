// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/run/serversession.h"
#include "ui/run/historydialog.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace owui {

class GoBackQuestion;
class HistoryStore;
class MessageArea;
class PluginModel;

/// Shows what happened to a plugin, and asks before one plugin, or the last deployment as a whole, is taken back.
class HistoryController final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        HistoryStore &store;
        PluginModel &model;
        MessageArea &messages;
    };

    /// `window` is the parent of the dialogs. All must outlive the controller.
    HistoryController(const Parts &parts, QWidget *window);

    void setSession(ServerSession *session);
    void show(const QString &path);
    void undoLast();

signals:
    /// See Run::goBack.
    void agreed(const QList<owui::GoBackRequest> &requests, const QString &takesBackRun);

private:
    [[nodiscard]] bool canStart();
    /// Of the first of these that changed something.
    void undoFirst(QList<HistoryRun> runs);
    void askToUndo(const HistoryRun &run, const QList<GoBackRequest> &requests);
    void askToGoBack(const GoBackRequest &request);
    void ask(GoBackQuestion *question, const QString &takesBackRun);
    void showDiff(const HistorySubject &subject, const HistoryMoment &moment);
    void tell(const QString &text);

    const Parts m_parts;
    QWidget *m_window;
    QPointer<ServerSession> m_session;
};

} // namespace owui
