// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/job/createfollowup.h"

#include "deploy/job/functionswitch.h"
#include "deploy/job/pluginchange.h"
#include "deploy/job/serverjob.h"
#include "server/apirequest.h"
#include "server/servererror.h"

using namespace Qt::StringLiterals;

namespace owui {

CreateFollowUp::CreateFollowUp(const PlannedChange &planned, ServerJob &job)
    : QObject(&job)
    , m_planned(planned)
    , m_job(job)
{
}

void CreateFollowUp::start()
{
    m_job.enter(DeployStage::ReadingBack);
    const OpenWebUi::Request look = m_job.server().lookUp(m_job.space(), m_job.result().id, this,
                                                          [this](const LookUp &lookUp) { onReadBack(lookUp); });
    connect(&m_job.changes(), &ServerChanges::cancelled, look.data(), &ApiRequest::cancel);
}

void CreateFollowUp::startWithoutReading()
{
    switchOnIfWanted();
}

void CreateFollowUp::onReadBack(const LookUp &lookUp)
{
    if (lookUp.presence == Presence::Missing) {
        emit finished(false);
        return;
    }
    if (lookUp.presence == Presence::Found) {
        m_job.adopt(*lookUp.plugin);
        if (lookUp.plugin->content && *lookUp.plugin->content != m_planned.prepared.storedText) {
            m_job.note(LogLevel::Warning, tr("The server stored a different text than was sent."));
        }
    } else {
        m_job.note(LogLevel::Warning,
                   tr("It could not be read back, so only the server's answer says that it is there. %1")
                       .arg(failureText(lookUp.error)));
    }
    storeToggleFlag();
}

void CreateFollowUp::storeToggleFlag()
{
    // 0.6.30 to 0.6.43 forget a filter's toggle on create; one update stores it (contract 3.4).
    const QString &content = m_planned.prepared.content;
    const bool needed = m_job.result().kind == PluginKind::Filter &&
                        m_job.environment().release.losesToggleOnCreate() && content.contains(u"toggle"_s) &&
                        !m_job.changes().isCancelled();
    if (!needed) {
        switchOnIfWanted();
        return;
    }
    m_job.note(LogLevel::Info, tr("This release forgets a new filter's switch for users, so it is sent once more."));
    m_job.changes().update(m_job.space(), m_job.result().id, m_planned.payload.toJson(content), this,
                           [this](const Answer<ServerPlugin> &answer) {
                               if (!answer) {
                                   m_job.note(
                                       LogLevel::Warning,
                                       tr("The switch for users was not stored. %1").arg(failureText(answer.error)));
                               }
                               switchOnIfWanted();
                           });
}

void CreateFollowUp::switchOnIfWanted()
{
    if (!m_planned.switchOn || m_job.space() != PluginSpace::Function || m_job.changes().isCancelled()) {
        emit finished(true);
        return;
    }
    m_job.enter(DeployStage::SwitchingOn);
    auto *functionSwitch = new FunctionSwitch(m_job, true);
    connect(functionSwitch, &FunctionSwitch::finished, this, [this](bool active, const ServerError &error) {
        m_job.result().active = active;
        if (error) {
            m_job.note(LogLevel::Warning, tr("It could not be switched on. %1").arg(failureText(error)));
        }
        emit finished(true);
    });
    functionSwitch->start();
}

} // namespace owui
