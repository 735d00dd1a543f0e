// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/job/serverchanges.h"

namespace owui {

ServerChanges::ServerChanges(OpenWebUi &server, QObject *parent)
    : QObject(parent)
    , m_server(server)
{
}

void ServerChanges::cancel()
{
    if (m_cancelled) {
        return;
    }
    m_cancelled = true;
    if (m_running) {
        m_running->cancel();
    }
    emit cancelled();
}

} // namespace owui
