// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/list/listcontroller.h"

#include "compare/plan/plan.h"
#include "server/servererror.h"

#include <QHash>
#include <QPointer>
#include <QStringList>

class QSettings;

namespace owui {

class PlanDialog;

/// Makes a plan for chosen plugins, and shows it.
class PlanController final : public ListController
{
    Q_OBJECT

public:
    /// `settings` must outlive the controller.
    PlanController(const Parts &parts, QSettings &settings);

    void plan(const QStringList &paths);
    void cancel();

    [[nodiscard]] bool alwaysShowsPlan() const;
    void setAlwaysShowPlan(bool always);

signals:
    void alwaysShowPlanChanged(bool always);
    /// What was ticked.
    void agreed(const QList<owui::PlanRow> &rows);

private:
    void leaveSession() override;
    void takeSession() override;
    void start(const QList<Plugin> &plugins);
    /// Of the plan that is open.
    void startAgain(const QList<Plugin> &plugins);
    void findCommitFacts(PlanDialog &dialog);
    void tellFailure(const ServerError &error);
    void show(const QList<PlanRow> &rows);
    void pin(const QString &path, const QString &id);
    void raise(const QString &path);
    /// What was raised is planned anew once it is read.
    void planRaised();

    QSettings &m_settings;
    QPointer<PlanDialog> m_dialog;    // the one that is open
    QHash<QString, QString> m_raised; // by path: the version before
    QHash<QString, Plugin> m_again;   // by path: rows of it that are being planned anew
    bool m_opens = false;             ///< what is being planned gets a dialog of its own
};

} // namespace owui
