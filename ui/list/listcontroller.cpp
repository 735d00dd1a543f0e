// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/list/listcontroller.h"

#include "deploy/run/serversession.h"

#include <QWidget>

namespace owui {

ListController::ListController(const Parts &parts)
    : QObject(parts.window)
    , m_folder(parts.folder)
    , m_model(parts.model)
    , m_messages(parts.messages)
    , m_window(parts.window)
{
}

ListController::~ListController() = default;

void ListController::setSession(ServerSession *session)
{
    m_sessionContext = std::make_unique<QObject>();
    leaveSession();
    m_session = session;
    takeSession();
}

void ListController::leaveSession() {}

void ListController::takeSession() {}

} // namespace owui
