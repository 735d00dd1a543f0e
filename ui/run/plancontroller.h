// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/plan.h"
#include "server/servererror.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <memory>

class QSettings;
class QWidget;

namespace owui {

class MessageArea;
class PlanDialog;
class PluginFolder;
class PluginModel;
class ServerSession;

/// Makes a plan for chosen plugins, and shows it.
class PlanController final : public QObject
{
    Q_OBJECT

public:
    /// `window` is the parent of the dialog. All must outlive the controller.
    PlanController(PluginFolder &folder, PluginModel &model, MessageArea &messages, QSettings &settings,
                   QWidget *window);
    ~PlanController() override;

    void setSession(ServerSession *session);
    void plan(const QStringList &paths);
    void cancel();

    [[nodiscard]] bool alwaysShowsPlan() const;
    void setAlwaysShowPlan(bool always);

signals:
    void alwaysShowPlanChanged(bool always);
    /// What was ticked.
    void agreed(const QList<owui::PlanRow> &rows);

private:
    void start(const QList<Plugin> &plugins);
    void tellFailure(const ServerError &error);
    void show(const QList<PlanRow> &rows);
    void pin(const QString &path, const QString &id);

    PluginFolder &m_folder;
    PluginModel &m_model;
    MessageArea &m_messages;
    QSettings &m_settings;
    QWidget *m_window;
    QPointer<ServerSession> m_session;
    std::unique_ptr<QObject> m_sessionContext; // ends the connections to a session that is no longer ours
    QPointer<PlanDialog> m_dialog;             // the one that is open
    bool m_opens = false;                      ///< what is being planned gets a dialog of its own
};

} // namespace owui
