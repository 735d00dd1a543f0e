// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/back/gobackrequest.h"

#include <QMessageBox>

namespace owui {

struct Connection;

/// Asks before something is taken back, and what shall become of what was not there before. Show it with open();
/// `agreed` comes where the user wants it.
class GoBackQuestion final : public QMessageBox
{
    Q_OBJECT

public:
    /// About one plugin.
    GoBackQuestion(const Connection &connection, const GoBackRequest &request, QWidget *window);
    /// About the whole run.
    GoBackQuestion(const Connection &connection, const HistoryRun &run, const QList<GoBackRequest> &requests,
                   QWidget *window);

signals:
    /// The same requests, with what was decided.
    void agreed(const QList<owui::GoBackRequest> &requests);

private:
    GoBackQuestion(const Connection &connection, const QList<GoBackRequest> &requests, QWidget *window);
    void addDelete(const QString &text);
    void addButtons(const QString &agree, const QString &name);

    bool m_production;
    QList<GoBackRequest> m_requests;
};

} // namespace owui
