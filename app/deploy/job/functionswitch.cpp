// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/job/functionswitch.h"

namespace owui {

FunctionSwitch::FunctionSwitch(OpenWebUi &server, const QString &id, bool wanted, QObject *parent, FunctionFlag flag)
    : QObject(parent)
    , m_server(server)
    , m_id(id)
    , m_wanted(wanted)
    , m_flag(flag)
{
}

void FunctionSwitch::start()
{
    m_server.lookUp(PluginSpace::Function, m_id, this, [this](const LookUp &lookUp) {
        tell(lookUp.plugin);
        if (lookUp.presence != Presence::Found) {
            finish(!m_wanted, lookUp.error ? lookUp.error : ServerError{.kind = ServerErrorKind::NotFound});
        } else if (isOn(*lookUp.plugin) == m_wanted) {
            finish(m_wanted, {});
        } else {
            flip();
        }
    });
}

void FunctionSwitch::flip()
{
    const auto done = [this](const Answer<ServerPlugin> &answer) {
        tell(answer.value);
        if (answer) {
            finish(isOn(*answer.value), {});
        } else {
            lookAgain(answer.error);
        }
    };
    if (m_flag == FunctionFlag::Active) {
        m_server.toggle(m_id, this, done);
    } else {
        m_server.toggleGlobal(m_id, this, done);
    }
}

void FunctionSwitch::lookAgain(const ServerError &cause)
{
    m_server.lookUp(PluginSpace::Function, m_id, this, [this, cause](const LookUp &lookUp) {
        tell(lookUp.plugin);
        const bool on = lookUp.presence == Presence::Found ? isOn(*lookUp.plugin) : !m_wanted;
        finish(on, on == m_wanted ? ServerError() : cause);
    });
}

void FunctionSwitch::tell(const std::optional<ServerPlugin> &now)
{
    if (now) {
        emit seen(*now);
    }
}

bool FunctionSwitch::isOn(const ServerPlugin &plugin) const
{
    return m_flag == FunctionFlag::Active ? plugin.active : plugin.global;
}

void FunctionSwitch::finish(bool isOn, const ServerError &error)
{
    emit finished(isOn, error);
    deleteLater();
}

} // namespace owui
