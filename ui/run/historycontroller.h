// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/list/listcontroller.h"
#include "ui/parts/question.h"
#include "ui/run/historydialog.h"

#include "deploy/run/serversession.h"

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

signals:
    /// See Run::goBack.
    void agreed(const QList<owui::GoBackRequest> &requests, const QString &takesBackRun);

private:
    void leaveSession() override;
    [[nodiscard]] bool canStart();
    /// Of the first of these that changed something.
    void undoFirst(QList<HistoryRun> runs);
    void askToUndo(const HistoryRun &run, const QList<GoBackRequest> &requests);
    /// `dialog` is where it was chosen, and gets the question.
    void askToGoBack(const GoBackRequest &request, QWidget *dialog);
    [[nodiscard]] static QString takeBackText(const QString &title, const Connection &connection, const QString &from,
                                              const QString &to);
    /// Also what shall become of what was not there before.
    void askFor(Question question, const QList<GoBackRequest> &requests, const QString &takesBackRun, QWidget *parent);
    void showDiff(const HistorySubject &subject, const HistoryMoment &moment);
    void tell(const QString &text);

    HistoryStore &m_store;
};

} // namespace owui
