// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QPointer>

#include <memory>

class QWidget;

namespace owui {

class MessageArea;
class PluginFolder;
class PluginModel;
class ServerSession;

/// What those have in common who work on the list for a person: the folder and its rows, messages about them, and the
/// session with the server that is chosen at present.
class ListController : public QObject
{
    Q_OBJECT

public:
    /// `window` is the parent of dialogs. All must outlive the controller.
    struct Parts
    {
        PluginFolder &folder;
        PluginModel &model;
        MessageArea &messages;
        QWidget *window;
    };

    explicit ListController(const Parts &parts);
    ~ListController() override;

    /// Null where no server is chosen.
    void setSession(ServerSession *session);

protected:
    /// Ends what is under way for the session, which is forgotten then. Its connections are gone already.
    virtual void leaveSession();
    /// There may be none.
    virtual void takeSession();

    PluginFolder &m_folder;
    PluginModel &m_model;
    MessageArea &m_messages;
    QWidget *m_window;
    QPointer<ServerSession> m_session;
    std::unique_ptr<QObject> m_sessionContext; // ends the connections to a session that is no longer ours
};

} // namespace owui
