// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/job/deployenvironment.h"
#include "deploy/job/deployresult.h"
#include "deploy/job/logentry.h"
#include "deploy/job/payload.h"

#include <QObject>

namespace owui {

/// What follows a create that the server took: the plugin is read back, releases that forget a filter's switch for
/// users get it once more, and a function is switched on where the connection says so.
/// `finished` comes once, from the event loop. Lives in the main thread.
class CreateFollowUp final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CreateFollowUp)

public:
    /// `environment` must outlive it. `storedText` is what the server should have of `content`.
    CreateFollowUp(const Payload &payload, const QString &content, const QString &storedText, PluginKind kind,
                   const DeployEnvironment &environment, QObject *parent);

    void start();
    /// For a plugin that was seen on the server already.
    void startWithoutReading();
    /// Changes nothing more on the server.
    void cancel();

signals:
    void stageChanged(owui::DeployStage stage);
    void noted(owui::LogLevel level, const QString &text);
    void seen(const owui::ServerPlugin &now);
    /// What the switch said last.
    void switched(bool active);
    /// `isThere` is false where the server does not have what it said it had created.
    void finished(bool isThere);

private:
    void onReadBack(const LookUp &lookUp);
    void storeToggleFlag();
    void switchOnIfWanted();

    [[nodiscard]] PluginSpace space() const { return spaceOf(m_kind); }
    [[nodiscard]] OpenWebUi &server() const { return m_environment.server; }

    Payload m_payload;
    QString m_content;
    QString m_storedText;
    PluginKind m_kind;
    const DeployEnvironment &m_environment;
    OpenWebUi::Request m_running;
    bool m_cancelled = false;
};

} // namespace owui
