// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/job/functionswitch.h"

#include "deploy/job/deploywords.h"
#include "deploy/job/serverjob.h"

#include <QCoreApplication>

namespace owui {

namespace {

struct FunctionSwitchTexts
{
    Q_DECLARE_TR_FUNCTIONS(FunctionSwitch)
};

using Done = std::function<void(std::optional<bool> isOn, const ServerError &error)>;

bool isOn(const ServerPlugin &plugin, FunctionFlag flag)
{
    return flag == FunctionFlag::Active ? plugin.active : plugin.global;
}

void lookAgain(ServerJob &job, FunctionFlag flag, bool wanted, const ServerError &cause, const Done &done)
{
    job.server().lookUp(PluginSpace::Function, job.result().id, &job, [=, &job](const LookUp &lookUp) {
        if (lookUp.presence != Presence::Found) {
            done({}, cause ? cause : lookUp.error);
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
        if (answer && answer.value->hasActive && isOn(*answer.value, flag) == wanted) {
            job.adopt(*answer.value);
            done(wanted, {});
        } else if (answer.error.neverSent()) {
            done(!wanted, answer.error);
        } else {
            lookAgain(job, flag, wanted, answer.error, done); // also where the answer says something else
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
            done({}, lookUp.error ? lookUp.error : ServerError{.kind = ServerErrorKind::NotFound});
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

DeployOutcome judgeSwitch(DeployResult &result, bool wanted, std::optional<bool> isOn, const ServerError &error)
{
    result.active = isOn;
    if (isOn == wanted) {
        result.message = wanted ? FunctionSwitchTexts::tr("It is on now.") : FunctionSwitchTexts::tr("It is off now.");
        return wanted ? DeployOutcome::SwitchedOn : DeployOutcome::SwitchedOff;
    }
    result.error = error;
    result.remedy = error ? error.remedy() : FunctionSwitchTexts::tr("Look again before you switch it once more.");
    if (!error) {
        result.message = wanted
                             ? FunctionSwitchTexts::tr("The server answered that it was switched on, but it is off.")
                             : FunctionSwitchTexts::tr("The server answered that it was switched off, but it is on.");
        return DeployOutcome::Failed;
    }
    if (error.neverSent()) {
        result.message = unsentText();
        return DeployOutcome::Cancelled;
    }
    if (error.outcomeUnknown() || (!isOn && error.mayBeDone())) {
        result.active = {};
        result.message = FunctionSwitchTexts::tr("Nobody knows whether it was switched. %1").arg(failureText(error));
        return DeployOutcome::Unknown;
    }
    result.message = (wanted ? FunctionSwitchTexts::tr("It could not be switched on. %1")
                             : FunctionSwitchTexts::tr("It could not be switched off. %1"))
                         .arg(failureText(error));
    return DeployOutcome::Failed;
}

} // namespace owui
