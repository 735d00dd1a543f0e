// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/plan.h"
#include "server/connection.h"
#include "ui/run/deploysettings.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeView;

namespace owui {

class PlanModel;

/// What a deployment would do, row by row, before anything is sent. A production server wants a second confirmation.
/// Show it with open().
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

signals:
    /// The file shall have the id that the plan says it looks like; a new row is waited for.
    void pinRequested(const QString &path, const QString &id);

private:
    void makeTable();
    QWidget *makeOptions(bool keepsVersions, const DeploySettings &settings);
    void showWarnings();
    void showSum();
    void confirm();

    const Connection m_connection;
    PlanModel *m_model;
    QTreeView *m_table;
    QLabel *m_warnings;
    QPushButton *m_pin;
    QLabel *m_sum;
    QLineEdit *m_commit;
    QCheckBox *m_always;
    QPushButton *m_deploy = nullptr;
};

} // namespace owui
