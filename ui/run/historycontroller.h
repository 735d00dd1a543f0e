// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/list/listcontroller.h"
#include "ui/parts/question.h"
#include "ui/run/historydialog.h"

#include "deploy/run/serversession.h"
#include "history/historyentry.h"
#include "result.h"

#include <functional>

namespace owui {

class HistoryStore;

/// Shows what happened to a plugin, and asks before one plugin, or the last deployment as a whole, is taken back.
class HistoryController final : public ListController
{
    Q_OBJECT

public:
    /// `store` must outlive the controller.
    HistoryController(const Parts &parts, HistoryStore &store);

    void show(const QString &path);
    void undoLast();
    /// Brings into the row how the last operation ended, where this start knows of none.
    void readLast(const QString &path);

signals:
    /// There is a deployment to this server that can be taken back, or none.
    void canUndoChanged(bool can);
    /// See Run::goBack.
    void agreed(const QList<owui::GoBackRequest> &requests, const QString &takesBackRun);

private:
    void leaveSession() override;
    void takeSession() override;
    /// The last deployments to this server that are not taken back, newest first.
    void findRuns(const std::function<void(const Result<QList<HistoryRun>> &)> &found);
    /// The first of these that changed something.
    void askAboutFirst(QList<HistoryRun> runs);
    void findOutWhetherItCanUndo();
    /// Whether one of these changed something; of the first, entries with a smaller number than `before`, 0 for all.
    void lookForChange(QList<HistoryRun> runs, qint64 before);
    void setCanUndo(bool can);
    [[nodiscard]] bool canStart();
    void askToUndo(const HistoryRun &run, const QList<GoBackRequest> &requests);
    /// `dialog` is where it was chosen, and gets the question.
    void askToGoBack(const GoBackRequest &request, const QString &to, QWidget *dialog);
    [[nodiscard]] static QString takeBackText(const QString &title, const Connection &connection, const QString &from,
                                              const QString &to);
    /// Also what shall become of what was not there before.
    void askFor(Question question, const QList<GoBackRequest> &requests, const QString &takesBackRun, QWidget *parent);
    void showDiff(const HistorySubject &subject, const HistoryMoment &moment);
    void tell(const QString &text);

    HistoryStore &m_store;
    bool m_canUndo = false;
    QString m_current; // path of the plugin whose details are shown
};

} // namespace owui
