// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/back/gobackrequest.h"
#include "deploy/back/pluginhistory.h"

#include <QDialog>
#include <QPointer>

#include <optional>

class QLabel;
class QPushButton;
class QTreeView;

namespace owui {

class HistoryModel;
class ServerSession;

/// Which plugin a history is of.
struct HistorySubject
{
    PluginSpace space = PluginSpace::Function;
    QString id;
    QString title;
    QString path; ///< of the file; empty: none
};

/// What happened to one plugin on the present server, and the ways back. Not modal: the list can be used beside it.
class HistoryDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `store` must outlive the dialog.
    HistoryDialog(HistoryStore &store, ServerSession &session, const HistorySubject &subject,
                  QWidget *parent = nullptr);

    /// Reads anew, as after something was taken back.
    void refresh();

signals:
    /// `version`: to which; empty where nobody knows.
    void goBackRequested(const owui::GoBackRequest &request, const QString &version);
    void diffRequested(const owui::HistorySubject &subject, const owui::HistoryMoment &moment);

private:
    void makeButtons();
    void takeHistory();
    void fitColumns();
    void updateButtons();
    [[nodiscard]] const HistoryMoment *current() const;
    /// What the button restores: what the present version was before, or what an older row made. None: there is no
    /// way back.
    [[nodiscard]] std::optional<GoBackRequest> restored() const;
    [[nodiscard]] QString versionOf(const GoBackRequest &request) const;
    [[nodiscard]] QString restoreText(const GoBackRequest &request) const;
    void restore();

    const HistorySubject m_subject;
    QPointer<ServerSession> m_session;
    PluginHistory m_history;
    HistoryModel *m_model;
    QTreeView *m_table;
    QLabel *m_about; ///< who and why of the current row, in full
    QLabel *m_note;
    QPushButton *m_restore = nullptr;
    QPushButton *m_diff = nullptr;
    QPushButton *m_more = nullptr;
};

} // namespace owui
