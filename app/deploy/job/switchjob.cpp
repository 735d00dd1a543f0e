// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/job/switchjob.h"

#include "deploy/job/functionswitch.h"
#include "server/servererror.h"

namespace owui {

bool SwitchRequest::needsAgreement(const Connection &connection) const
{
    return connection.production || global.value_or(false);
}

SwitchJob::SwitchJob(const SwitchRequest &request, const DeployEnvironment &environment, QObject *parent)
    : ServerJob(request.subject, environment, parent)
    , m_request(request)
{
}

void SwitchJob::run()
{
    if (isStoppedByProduction(m_request.consents)) {
        return;
    }
    enter(DeployStage::LookingUp);
    server().lookUp(PluginSpace::Function, result().id, this, [this](const LookUp &lookUp) {
        if (!hasEnded()) {
            decide(lookUp);
        }
    });
}

void SwitchJob::decide(const LookUp &lookUp)
{
    if (lookUp.presence != Presence::Found) {
        const ServerError error = lookUp.error ? lookUp.error : ServerError{.kind = ServerErrorKind::NotFound};
        fail(error, failureText(error), error.remedy());
        return;
    }
    const ServerPlugin &present = *lookUp.plugin;
    emit seen(space(), result().id, {.presence = Presence::Found, .plugin = present});
    result().versionBefore = present.version();
    result().versionAfter = present.version();
    result().active = present.active;
    if (present.active == m_request.wanted) {
        succeed(DeployOutcome::Unchanged, m_request.wanted ? tr("It is on already.") : tr("It is off already."));
    } else if (present.global && !m_request.global.value_or(true)) {
        fail({}, tr("It was made global since you looked, so that switching it would change every chat at once."),
             tr("Look at what the server has now, then switch it again."));
    } else {
        record(HistoryChange::Toggle, true, present, [this] { flip(); });
    }
}

void SwitchJob::flip()
{
    enter(DeployStage::SwitchingOn);
    setFlag(*this, FunctionFlag::Active, m_request.wanted,
            [this](std::optional<bool> isOn, const ServerError &error) { onSwitched(isOn, error); });
}

void SwitchJob::onSwitched(std::optional<bool> isOn, const ServerError &error)
{
    const DeployOutcome outcome = judgeSwitch(result(), m_request.wanted, isOn, error);
    if (isOn == m_request.wanted) {
        succeed(outcome, result().message);
    } else {
        finish(outcome);
    }
}

} // namespace owui
