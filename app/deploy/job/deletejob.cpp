// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/job/deletejob.h"

#include "compare/seen/sighting.h"
#include "deploy/job/deploywords.h"

#include <QCoreApplication>

namespace owui {

namespace {

struct DeleteJobTexts
{
    Q_DECLARE_TR_FUNCTIONS(DeleteJob)
};

DeployOutcome judge(DeployResult &result, const ServerError &error, const LookUp &now)
{
    if (now.presence == Presence::Missing) {
        result.stage = DeployStage::Done;
        result.active = {};
        result.versionAfter.clear();
        result.message = DeleteJobTexts::tr("It is deleted now, with its stored settings.");
        return DeployOutcome::Deleted;
    }
    const bool isThere = now.presence == Presence::Found;
    result.error = isThere ? error : now.error;
    const QString reason = result.error ? failureText(result.error) : DeleteJobTexts::tr("The server still has it.");
    result.message = (isThere ? DeleteJobTexts::tr("It could not be deleted. %1")
                              : DeleteJobTexts::tr("Nobody knows whether it was deleted. %1"))
                         .arg(reason);
    result.remedy = isThere ? DeleteJobTexts::tr("Delete it in Open WebUI's admin panel.")
                            : DeleteJobTexts::tr("Look again later.");
    return isThere ? DeployOutcome::Failed : DeployOutcome::Unknown;
}

} // namespace

void removeFromServer(ServerJob &job, const std::function<void(DeployOutcome)> &done)
{
    job.enter(DeployStage::Updating);
    const auto answered = [&job, done](const Answer<bool> &answer) {
        if (answer.error.neverSent()) {
            job.result().message = unsentText();
            done(DeployOutcome::Cancelled);
            return;
        }
        job.enter(DeployStage::ReadingBack);
        // The answer is "true" for what is not there too, and an error may come after it was done.
        job.server().lookUp(job.space(), job.result().id, &job, [&job, done, error = answer.error](const LookUp &now) {
            job.adopt(now);
            done(judge(job.result(), error, now));
        });
    };
    job.changes().ask(&OpenWebUi::remove, &job, answered, job.space(), job.result().id);
}

DeleteJob::DeleteJob(const DeleteRequest &request, const DeployEnvironment &environment, QObject *parent)
    : ServerJob(DeployResult::of(request.seen), environment, parent)
    , m_request(request)
{
}

void DeleteJob::run()
{
    if (isStoppedByProduction(m_request.consents)) {
        return;
    }
    enter(DeployStage::LookingUp);
    server().lookUp(space(), result().id, this, [this](const LookUp &lookUp) {
        if (!hasEnded()) {
            decide(lookUp);
        }
    });
}

void DeleteJob::decide(const LookUp &lookUp)
{
    if (isStoppedByLook(lookUp)) {
        return;
    }
    if (lookUp.presence == Presence::Missing) {
        adopt(lookUp);
        succeed(DeployOutcome::Unchanged, tr("It was not on the server any more."));
        return;
    }
    const ServerPlugin &present = *lookUp.plugin;
    const ServerStamp seen = stampOf({.presence = Presence::Found, .plugin = m_request.seen});
    // Without the settings that go with it nobody takes a deletion for something that can be undone.
    const PlannedLoss loss{.isChanged = seen.isChangedBy(stampOf({.presence = Presence::Found, .plugin = present})),
                           .canBeKept = present.content || !connection().production,
                           .isProduction = connection().production,
                           .agreed = m_request.consents};
    if (!isStoppedBy(objectionTo(loss))) {
        result().versionBefore = present.version();
        record(HistoryChange::Delete, true, present,
               [this] { removeFromServer(*this, [this](DeployOutcome outcome) { finish(outcome); }); });
    }
}

} // namespace owui
