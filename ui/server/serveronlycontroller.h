// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/servererror.h"
#include "server/serverplugin.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace owui {

class MessageArea;
class PluginFolder;
class PluginModel;
class ServerSession;
struct ServerPlugin;

/// What can be done with a plugin that only the server has: save it to the folder, or delete it from the server.
class ServerOnlyController final : public QObject
{
    Q_OBJECT

public:
    /// `window` is the parent of the dialogs. All must outlive the controller.
    ServerOnlyController(PluginFolder &folder, PluginModel &model, MessageArea &messages, QWidget *window);

    void setSession(ServerSession *session) { m_session = session; }
    /// `path` is that of a row without a file.
    void saveToFolder(const QString &path);
    void askToDelete(const QString &path);

signals:
    void deleteAgreed(const owui::ServerPlugin &there);

private:
    void write(const QString &fileName, const QString &text, bool overwrite);
    void askToOverwrite(const QString &fileName, const QString &text);

    PluginFolder &m_folder;
    PluginModel &m_model;
    MessageArea &m_messages;
    QWidget *m_window;
    QPointer<ServerSession> m_session;
};

} // namespace owui
