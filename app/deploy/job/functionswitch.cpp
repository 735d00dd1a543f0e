// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/job/functionswitch.h"

#include "deploy/job/deploywords.h"
#include "deploy/job/serverjob.h"

#include <QCoreApplication>

namespace owui {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(FunctionSwitch)
};

} // namespace

FunctionSwitch::FunctionSwitch(ServerJob &job, bool wanted, FunctionFlag flag)
    : QObject(&job)
    , m_job(job)
    , m_wanted(wanted)
    , m_flag(flag)
{
}

void FunctionSwitch::start()
{
    m_job.server().lookUp(PluginSpace::Function, m_job.result().id, this, [this](const LookUp &lookUp) {
        if (lookUp.presence != Presence::Found) {
            finish(!m_wanted, lookUp.error ? lookUp.error : ServerError{.kind = ServerErrorKind::NotFound});
            return;
        }
        m_job.adopt(*lookUp.plugin);
        if (isOn(*lookUp.plugin) == m_wanted) {
            finish(m_wanted, {});
        } else {
            flip();
        }
    });
}

void FunctionSwitch::flip()
{
    const auto done = [this](const Answer<ServerPlugin> &answer) {
        if (answer && answer.value->hasActive) {
            m_job.adopt(*answer.value);
            finish(isOn(*answer.value), {});
        } else if (answer.error.neverSent()) {
            finish(!m_wanted, answer.error);
        } else {
            lookAgain(answer.error); // also where the answer does not say how it is now
        }
    };
    if (m_flag == FunctionFlag::Active) {
        m_job.changes().toggle(m_job.result().id, this, done);
    } else {
        m_job.changes().toggleGlobal(m_job.result().id, this, done);
    }
}

void FunctionSwitch::lookAgain(const ServerError &cause)
{
    m_job.server().lookUp(PluginSpace::Function, m_job.result().id, this, [this, cause](const LookUp &lookUp) {
        if (lookUp.presence != Presence::Found) {
            finish(!m_wanted, cause ? cause : lookUp.error);
            return;
        }
        m_job.adopt(*lookUp.plugin);
        const bool on = isOn(*lookUp.plugin);
        finish(on, on == m_wanted ? ServerError() : cause);
    });
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

DeployOutcome judgeSwitch(DeployResult &result, bool wanted, bool isOn, const ServerError &error)
{
    result.active = isOn;
    if (isOn == wanted) {
        result.message = isOn ? Texts::tr("It is on now.") : Texts::tr("It is off now.");
        return isOn ? DeployOutcome::SwitchedOn : DeployOutcome::SwitchedOff;
    }
    result.error = error;
    result.remedy = error ? error.remedy() : Texts::tr("Look again before you switch it once more.");
    if (!error) {
        result.message = Texts::tr("Somebody else switched it at the same moment.");
        return DeployOutcome::Failed;
    }
    if (error.neverSent()) {
        result.message = unsentText();
        return DeployOutcome::Cancelled;
    }
    if (error.outcomeUnknown()) {
        result.active = {};
        result.message = Texts::tr("Nobody knows whether it was switched. %1").arg(failureText(error));
        return DeployOutcome::Unknown;
    }
    result.message =
        (wanted ? Texts::tr("It could not be switched on. %1") : Texts::tr("It could not be switched off. %1"))
            .arg(failureText(error));
    return DeployOutcome::Failed;
}

} // namespace owui
