// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/job/deletejob.h"

#include "compare/sighting.h"
#include "deploy/job/deploywords.h"

#include <QCoreApplication>

namespace owui {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(DeleteJob)
};

Removal removalOf(const ServerError &error, const LookUp &now)
{
    switch (now.presence) {
    case Presence::Missing:
        return {.outcome = DeployOutcome::Deleted};
    case Presence::Found:
        return {.outcome = DeployOutcome::Failed,
                .error = error,
                .message = error ? Texts::tr("It could not be deleted. %1").arg(failureText(error))
                                 : Texts::tr("It could not be deleted: the server still has it."),
                .remedy = Texts::tr("Delete it in Open WebUI's admin panel.")};
    default:
        return {.outcome = DeployOutcome::Unknown,
                .error = now.error,
                .message = Texts::tr("Nobody knows whether it was deleted. %1").arg(failureText(now.error)),
                .remedy = Texts::tr("Look again later.")};
    }
}

} // namespace

void removeFromServer(ServerJob &job, const std::function<void(const Removal &)> &done)
{
    job.enter(DeployStage::Updating);
    job.changes().remove(job.space(), job.result().id, &job, [&job, done](const Answer<bool> &answer) {
        if (answer.error.kind == ServerErrorKind::Cancelled && !answer.error.requestSent) {
            done({.outcome = DeployOutcome::Cancelled,
                  .error = {},
                  .message = Texts::tr("Cancelled before anything was sent."),
                  .remedy = {}});
            return;
        }
        job.enter(DeployStage::ReadingBack);
        // The answer is "true" for what is not there too, and an error may come after it was done.
        job.server().lookUp(job.space(), job.result().id, &job, [&job, done, error = answer.error](const LookUp &now) {
            if (now.plugin) {
                job.adopt(*now.plugin);
            } else {
                job.adoptAbsence();
            }
            if (now.presence == Presence::Missing) {
                job.result().active = {};
                job.result().versionAfter.clear();
                emit job.seen(job.space(), job.result().id, {.presence = Presence::Missing, .plugin = {}});
            }
            done(removalOf(error, now));
        });
    });
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
    const Sighting seen{.presence = Presence::Found, .plugin = m_request.seen};
    if (lookUp.presence == Presence::Missing) {
        emit this->seen(space(), result().id, {.presence = Presence::Missing, .plugin = {}});
        succeed(DeployOutcome::Unchanged, tr("It was not on the server any more."));
    } else if (lookUp.presence != Presence::Found) {
        fail(lookUp.error,
             tr("Nothing was sent, because the server could not be asked what it has. %1")
                 .arg(failureText(lookUp.error)),
             lookUp.error.remedy());
    } else if (stampOf(seen).isChangedBy(stampOf({.presence = lookUp.presence, .plugin = lookUp.plugin})) &&
               !m_request.consents.contains(Consent::ChangedSincePlan)) {
        block({Consent::ChangedSincePlan}, tr("It was changed on the server since you looked."),
              tr("Look at what the server has now, then delete it all the same."));
    } else if (!lookUp.plugin->content && connection().production) {
        fail({}, tr("The server does not show its text, so there would be no way back."),
             tr("Use the key of an account that may read it."));
    } else {
        result().versionBefore = lookUp.plugin->version();
        record(HistoryChange::Delete, true, lookUp.plugin, [this] { remove(); });
    }
}

void DeleteJob::remove()
{
    removeFromServer(*this, [this](const Removal &removal) {
        if (removal.outcome == DeployOutcome::Deleted) {
            succeed(removal.outcome, tr("It was deleted from the server."));
        } else {
            result().error = removal.error;
            result().message = removal.message;
            result().remedy = removal.remedy;
            finish(removal.outcome);
        }
    });
}

} // namespace owui
