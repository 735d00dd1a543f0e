// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/functionswitch.h"

namespace owui {

FunctionSwitch::FunctionSwitch(OpenWebUi &server, const QString &id, bool wanted, QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_id(id)
    , m_wanted(wanted)
{
}

void FunctionSwitch::start()
{
    m_server.lookUp(PluginSpace::Function, m_id, this, [this](const LookUp &lookUp) {
        if (lookUp.presence != Presence::Found) {
            finish(!m_wanted, lookUp.error ? lookUp.error : ServerError{.kind = ServerErrorKind::NotFound});
        } else if (lookUp.plugin->active == m_wanted) {
            finish(m_wanted, {});
        } else {
            flip();
        }
    });
}

void FunctionSwitch::flip()
{
    m_server.toggle(m_id, this, [this](const Answer<ServerPlugin> &answer) {
        if (answer) {
            finish(answer.value->active, {});
        } else {
            lookAgain(answer.error);
        }
    });
}

void FunctionSwitch::lookAgain(const ServerError &cause)
{
    m_server.lookUp(PluginSpace::Function, m_id, this, [this, cause](const LookUp &lookUp) {
        const bool active = lookUp.presence == Presence::Found ? lookUp.plugin->active : !m_wanted;
        finish(active, active == m_wanted ? ServerError() : cause);
    });
}

void FunctionSwitch::finish(bool active, const ServerError &error)
{
    emit finished(active, error);
    deleteLater();
}

} // namespace owui
