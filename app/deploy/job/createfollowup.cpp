// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/job/createfollowup.h"

#include "deploy/job/deploywords.h"
#include "deploy/job/functionswitch.h"

using namespace Qt::StringLiterals;

namespace owui {

CreateFollowUp::CreateFollowUp(const Payload &payload, const QString &content, const QString &storedText,
                               PluginKind kind, const DeployEnvironment &environment, QObject *parent)
    : QObject(parent)
    , m_payload(payload)
    , m_content(content)
    , m_storedText(storedText)
    , m_kind(kind)
    , m_environment(environment)
{
}

void CreateFollowUp::start()
{
    emit stageChanged(DeployStage::ReadingBack);
    m_running = server().lookUp(space(), m_payload.id, this, [this](const LookUp &lookUp) { onReadBack(lookUp); });
}

void CreateFollowUp::startWithoutReading()
{
    switchOnIfWanted();
}

void CreateFollowUp::cancel()
{
    m_cancelled = true;
    if (m_running) {
        m_running->cancel();
    }
}

void CreateFollowUp::onReadBack(const LookUp &lookUp)
{
    if (lookUp.presence == Presence::Missing) {
        emit finished(false);
        return;
    }
    if (lookUp.presence == Presence::Found) {
        emit seen(*lookUp.plugin);
        if (lookUp.plugin->content && *lookUp.plugin->content != m_storedText) {
            emit noted(LogLevel::Warning, tr("The server stored a different text than was sent."));
        }
    } else {
        emit noted(LogLevel::Warning,
                   tr("It could not be read back, so only the server's answer says that it is there. %1")
                       .arg(failureText(lookUp.error)));
    }
    storeToggleFlag();
}

void CreateFollowUp::storeToggleFlag()
{
    // 0.6.30 to 0.6.43 forget a filter's toggle on create; one update stores it (contract 3.4).
    const bool needed = m_kind == PluginKind::Filter && m_environment.release.losesToggleOnCreate() &&
                        m_content.contains(u"toggle"_s) && !m_cancelled;
    if (!needed) {
        switchOnIfWanted();
        return;
    }
    emit noted(LogLevel::Info, tr("This release forgets a new filter's switch for users, so it is sent once more."));
    m_running = server().update(
        space(), m_payload.id, m_payload.toJson(m_content), this, [this](const Answer<ServerPlugin> &answer) {
            if (!answer) {
                emit noted(LogLevel::Warning,
                           tr("The switch for users was not stored. %1").arg(failureText(answer.error)));
            }
            switchOnIfWanted();
        });
}

void CreateFollowUp::switchOnIfWanted()
{
    if (!server().connection().switchOnNewFunctions || space() != PluginSpace::Function || m_cancelled) {
        emit finished(true);
        return;
    }
    emit stageChanged(DeployStage::SwitchingOn);
    auto *functionSwitch = new FunctionSwitch(server(), m_payload.id, true, this);
    connect(functionSwitch, &FunctionSwitch::seen, this, &CreateFollowUp::seen);
    connect(functionSwitch, &FunctionSwitch::finished, this, [this](bool active, const ServerError &error) {
        emit switched(active);
        if (error) {
            emit noted(LogLevel::Warning, tr("It could not be switched on. %1").arg(failureText(error)));
        }
        emit finished(true);
    });
    functionSwitch->start();
}

} // namespace owui
