// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/git/commitmessage.h"
#include "compare/plan/plan.h"
#include "server/connection.h"
#include "ui/run/deploysettings.h"

#include <QDialog>
#include <QHash>
#include <QSet>

class QCheckBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeView;
class QVBoxLayout;

namespace owui {

class DiffView;
class PlanModel;

/// What a deployment would do, row by row, before anything is sent, and how the texts of a row differ. Show it with
/// open().
class PlanDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `keepsVersions`: the server takes a commit message.
    PlanDialog(const Connection &connection, bool keepsVersions, const QList<PlanRow> &rows,
               const DeploySettings &settings, QWidget *parent = nullptr);

    /// What was ticked.
    [[nodiscard]] QList<PlanRow> chosen() const;
    [[nodiscard]] DeploySettings settings() const;
    /// The plan of one plugin, made anew.
    void replace(const PlanRow &row);
    /// There is no new one, and why.
    void tellProblem(const QString &path, const Problem &problem);
    /// Where the texts of the row that is shown are compared.
    [[nodiscard]] DiffView &differences() { return *m_differences; }
    void showFirst();
    /// The plugin that the note is shown with.
    [[nodiscard]] QString examplePath() const;
    void setCommitFacts(const QString &title, const CommitFacts &facts);

signals:
    /// What would be updated is looked at.
    void rowShown(const QString &path);
    /// The file shall have the id that the plan says it looks like; a new row is waited for.
    void pinRequested(const QString &path, const QString &id);
    /// The version in the file shall be raised; likewise.
    void raiseRequested(const QString &path);

private:
    void makeTable();
    QWidget *makeOptions(bool keepsVersions, const DeploySettings &settings);
    [[nodiscard]] QHBoxLayout *makeRowButtons();
    void ask(const QString &path);
    void showWarnings();
    void makeButtons(QVBoxLayout &layout);
    void showSum();
    void showCommitHint();
    [[nodiscard]] QString sumText() const;

    const Connection m_connection;
    PlanModel *m_model;
    QTreeView *m_table;
    QLabel *m_warnings;
    QPushButton *m_pin;
    QPushButton *m_raise;
    DiffView *m_differences;
    QLabel *m_sum;
    QSet<QString> m_asked;             // paths of rows that a new one is waited for
    QHash<QString, QString> m_refused; // by path: why there is none
    QLineEdit *m_commit;
    QLabel *m_commitHint;
    QCheckBox *m_always;
    QPushButton *m_deploy = nullptr;
    QString m_exampleTitle;
    CommitFacts m_facts;
};

} // namespace owui
