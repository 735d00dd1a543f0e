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

using Done = std::function<void(bool isOn, const ServerError &error)>;

bool isOn(const ServerPlugin &plugin, FunctionFlag flag)
{
    return flag == FunctionFlag::Active ? plugin.active : plugin.global;
}

void lookAgain(ServerJob &job, FunctionFlag flag, bool wanted, const ServerError &cause, const Done &done)
{
    job.server().lookUp(PluginSpace::Function, job.result().id, &job, [=, &job](const LookUp &lookUp) {
        if (lookUp.presence != Presence::Found) {
            done(!wanted, cause ? cause : lookUp.error);
            return;
        }
        job.adopt(*lookUp.plugin);
        const bool on = isOn(*lookUp.plugin, flag);
        done(on, on == wanted ? ServerError() : cause);
    });
}

void flip(ServerJob &job, FunctionFlag flag, bool wanted, const Done &done)
{
    const auto answered = [=, &job](const Answer<ServerPlugin> &answer) {
        if (answer && answer.value->hasActive) {
            job.adopt(*answer.value);
            done(isOn(*answer.value, flag), {});
        } else if (answer.error.neverSent()) {
            done(!wanted, answer.error);
        } else {
            lookAgain(job, flag, wanted, answer.error, done); // also where the answer does not say how it is now
        }
    };
    job.changes().ask(flag == FunctionFlag::Active ? &OpenWebUi::toggle : &OpenWebUi::toggleGlobal, &job, answered,
                      job.result().id);
}

} // namespace

void setFlag(ServerJob &job, FunctionFlag flag, bool wanted, const Done &done)
{
    job.server().lookUp(PluginSpace::Function, job.result().id, &job, [=, &job](const LookUp &lookUp) {
        if (lookUp.presence != Presence::Found) {
            done(!wanted, lookUp.error ? lookUp.error : ServerError{.kind = ServerErrorKind::NotFound});
            return;
        }
        job.adopt(*lookUp.plugin);
        if (isOn(*lookUp.plugin, flag) == wanted) {
            done(wanted, {});
        } else {
            flip(job, flag, wanted, done);
        }
    });
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
