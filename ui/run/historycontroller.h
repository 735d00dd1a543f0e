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
    /// What the last deployment is that is not taken back, and what taking it back would be; empty where there is none.
    using Found = std::function<void(const Result<HistoryRun> &run, const QList<GoBackRequest> &requests)>;
    void findLast(const Found &found);
    /// Of the first of these that changed something.
    void findFirst(QList<HistoryRun> runs, const Found &found);
    void findOutWhetherItCanUndo();
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
