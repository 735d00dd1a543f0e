// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/job/deployjob.h"

#include "compare/commitmessage.h"
#include "compare/twinfinder.h"
#include "deploy/job/deploywords.h"
#include "deploy/job/servercheck.h"
#include "deploy/job/valvecheck.h"

#include <QtConcurrent>

#include <utility>

using namespace Qt::StringLiterals;

namespace owui {

DeployJob::DeployJob(const DeployRequest &request, const DeployEnvironment &environment, QObject *parent)
    : ServerJob(DeployResult::of(request.plugin), environment, parent)
    , m_request(request)
{
}

DeployJob::~DeployJob() = default;

void DeployJob::run()
{
    enter(DeployStage::Reading);
    QtConcurrent::run(preparePlugin, m_request).then(this, [this](const Result<PreparedPlugin> &prepared) {
        onPrepared(prepared);
    });
}

void DeployJob::onPrepared(const Result<PreparedPlugin> &prepared)
{
    if (hasEnded()) {
        return;
    }
    if (!prepared) {
        fail({}, prepared.error().text, prepared.error().remedy);
        return;
    }
    m_prepared = prepared.value();
    result().kind = *m_prepared.plugin.kind;
    result().title = m_prepared.plugin.title();
    if (isStoppedByProduction(m_request.consents) || stoppedByDisk()) {
        return;
    }
    // The check and the look-up do not need each other, so neither waits for the other.
    environment().localCheck.check(m_prepared.utf8, this, [this](const LocalCheckResult &check) {
        m_check = check;
        decide();
    });
    lookUp();
}

/// A branch may have been switched between the plan and now.
bool DeployJob::stoppedByDisk()
{
    if (m_request.plannedDigest.isEmpty() || m_request.plannedDigest == m_prepared.digest) {
        return false;
    }
    const QString message = tr("The file changed on disk since the plan.");
    const QString remedy = tr("Look at the difference, then plan it again.");
    if (connection().production) {
        fail({}, message, remedy);
        return true;
    }
    if (!m_request.consents.contains(Consent::ChangedOnDisk)) {
        block({Consent::ChangedOnDisk}, message, remedy);
        return true;
    }
    return false;
}

void DeployJob::lookUp()
{
    if (connection().order == DeployOrder::UpdateThenCreate && space() == PluginSpace::Function) {
        m_lookUp = LookUp{.presence = Presence::CannotTell};
        enter(DeployStage::Checking);
        return;
    }
    enter(DeployStage::LookingUp);
    server().lookUp(space(), result().id, this, [this](const LookUp &lookUp) {
        m_lookUp = lookUp;
        emit seen(space(), result().id, {.presence = lookUp.presence, .plugin = lookUp.plugin});
        if (!m_check && !hasEnded()) {
            enter(DeployStage::Checking);
        }
        decide();
    });
}

void DeployJob::decide()
{
    if (hasEnded() || !m_check || !m_lookUp) {
        return;
    }
    if (m_lookUp->presence == Presence::Failed) {
        result().stage = DeployStage::LookingUp;
        fail(m_lookUp->error,
             tr("Nothing was sent, because the server could not be asked what it has. %1")
                 .arg(failureText(m_lookUp->error)),
             m_lookUp->error.remedy());
        return;
    }
    if (stoppedByCheck()) {
        return;
    }
    m_payload = makePayload(m_prepared.plugin, m_lookUp->plugin, connection().alwaysTakeHeaderText);
    switch (m_lookUp->presence) {
    case Presence::Found:
        result().versionBefore = m_lookUp->plugin->version();
        if (m_lookUp->plugin->space == PluginSpace::Function && m_lookUp->plugin->hasActive) {
            result().active = m_lookUp->plugin->active;
        }
        checkServer(PlannedChange::Kind::Update);
        break;
    case Presence::Missing:
        checkServer(PlannedChange::Kind::Create);
        break;
    case Presence::CannotTell:
        note(LogLevel::Info, connection().order == DeployOrder::UpdateThenCreate
                                 ? tr("Updating without looking first, as the connection says.")
                                 : tr("The server cannot tell what it has, so it is sent an update first."));
        change(PlannedChange::Kind::Update);
        break;
    case Presence::Failed:
        break;
    }
}

bool DeployJob::stoppedByCheck()
{
    result().stage = DeployStage::Checking;
    if (m_check->status == LocalCheckResult::Status::Refused && !m_request.consents.contains(Consent::LocalCheck)) {
        block({Consent::LocalCheck},
              m_check->line > 0
                  ? tr("Python here cannot compile it: %1 (line %2).").arg(m_check->message).arg(m_check->line)
                  : tr("Python here cannot compile it: %1.").arg(m_check->message),
              environment().release.mayDeactivateOnFailure()
                  ? tr("Mend the file. Sending it could switch the function off for everybody.")
                  : tr("Mend the file."));
        return true;
    }
    if (result().kind == PluginKind::Event && !environment().release.hasEventFunctions()) {
        fail({},
             tr("Event functions need Open WebUI 0.10 or newer; the server has %1.").arg(environment().release.text()),
             tr("Update the server, or leave this plugin out."));
        return true;
    }
    const QString required = m_prepared.plugin.header.value(u"required_open_webui_version");
    if (environment().release.isTooOldFor(required) && !m_request.consents.contains(Consent::ReleaseTooOld)) {
        block({Consent::ReleaseTooOld},
              tr("The header asks for Open WebUI %1; the server has %2.").arg(required, environment().release.text()),
              tr("Update the server first."));
        return true;
    }
    if (m_prepared.hadByteOrderMark) {
        note(LogLevel::Info, tr("The file starts with a byte order mark; it is sent without it."));
    }
    return false;
}

/// Replacing, or creating what a plan saw there: both may be held up by what the server has now.
void DeployJob::checkServer(PlannedChange::Kind kind)
{
    result().stage = DeployStage::LookingUp;
    const Sighting seen{.presence = m_lookUp->presence, .plugin = m_lookUp->plugin};
    m_serverCheck = new ServerCheck(m_request, m_prepared, seen, environment(), this);
    connect(m_serverCheck, &ServerCheck::stopped, this, [this](const Obstacle &obstacle) {
        if (obstacle.consent) {
            block({*obstacle.consent}, obstacle.message, obstacle.remedy);
        } else {
            fail({}, obstacle.message, obstacle.remedy);
        }
    });
    connect(m_serverCheck, &ServerCheck::passed, this, [this, kind](bool unchanged) {
        if (kind == PlannedChange::Kind::Create) {
            decideCreate();
        } else {
            decideUpdate(unchanged);
        }
    });
    m_serverCheck->start();
}

void DeployJob::decideUpdate(bool unchanged)
{
    if (hasEnded()) {
        return;
    }
    if (unchanged && !m_request.sendUnchanged) {
        result().versionAfter = result().versionBefore;
        result().outcome = DeployOutcome::Unchanged;
        succeed(DeployOutcome::Unchanged, successText(result()));
        return;
    }
    if (unchanged) {
        note(LogLevel::Info, tr("The server already has exactly this; it is sent again."));
    }
    for (const QString &text : std::as_const(m_payload.notes)) {
        note(LogLevel::Info, text);
    }
    change(PlannedChange::Kind::Update);
}

void DeployJob::decideCreate()
{
    if (hasEnded()) {
        return;
    }
    note(LogLevel::Info, tr("Not on the server yet, creating it."));
    if (m_request.consents.contains(Consent::SecondCopy)) {
        change(PlannedChange::Kind::Create);
        return;
    }
    enter(DeployStage::Searching);
    environment().twins.find(m_prepared.plugin, m_request.otherIds, this, [this](const TwinFinder::Search &search) {
        if (hasEnded()) {
            return;
        }
        if (search.twin) {
            result().twinId = search.twin->id;
            block({Consent::SecondCopy},
                  tr("The server has the same plugin as “%1” (%2).").arg(search.twin->id, search.twin->name),
                  tr("Update “%1” instead, which pins its id for this file, or create a second copy.")
                      .arg(search.twin->id));
            return;
        }
        // A minimal server has no export to search and cannot be asked for other ids.
        if (search.error && search.error.kind != ServerErrorKind::RouteMissing) {
            note(LogLevel::Warning,
                 tr("The server could not be searched for other copies of it. %1").arg(failureText(search.error)));
        }
        change(PlannedChange::Kind::Create);
    });
}

void DeployJob::change(PlannedChange::Kind kind)
{
    if (!environment().release.hasVersions()) {
        send(kind);
        return;
    }
    GitFolder::prepare();
    const auto words = [root = m_request.root, path = result().path, text = m_request.commitTemplate,
                        version = m_prepared.plugin.version()] {
        const GitFolder git(root);
        return commitMessage(text, {.version = version, .git = git.state(), .uncommitted = git.isUncommitted(path)});
    };
    QtConcurrent::run(words).then(this, [this, kind](const QString &message) {
        if (!hasEnded()) {
            m_payload.commitMessage = message;
            send(kind);
        }
    });
}

void DeployJob::send(PlannedChange::Kind kind)
{
    PlannedChange planned{.kind = kind,
                          .prepared = m_prepared,
                          .check = *m_check,
                          .present = m_lookUp->plugin,
                          .payload = m_payload,
                          .blind = m_lookUp->presence == Presence::CannotTell,
                          .switchOn = connection().switchOnNewFunctions,
                          .consents = m_request.consents};
    auto *change = new PluginChange(std::move(planned), *this);
    connect(change, &PluginChange::finished, this, &DeployJob::onChanged);
    change->start();
}

void DeployJob::onChanged(DeployOutcome outcome)
{
    if (outcome == DeployOutcome::Unknown) {
        emit seen(space(), result().id, {});
    }
    if (outcome == DeployOutcome::Updated && settingsAreInDoubt() && !changes().isCancelled()) {
        endRecord(HistoryOutcome::Done, result().message);
        checkSettings();
    } else {
        finish(outcome);
    }
}

bool DeployJob::settingsAreInDoubt() const
{
    // Where nobody looked first, nobody compared the texts either.
    return m_serverCheck ? m_serverCheck->settingsAreInDoubt() : m_prepared.utf8.contains("class Valves");
}

/// What does not fit is said; it makes no failure of a deployment that succeeded.
void DeployJob::checkSettings()
{
    emit stageChanged(DeployStage::ReadingBack);
    auto *check = new ValveCheck(server(), space(), result().id, this);
    connect(check, &ValveCheck::finished, this, [this](const QStringList &warnings) {
        for (const QString &warning : warnings) {
            note(LogLevel::Warning, warning);
        }
        finish(DeployOutcome::Updated);
    });
    connect(&changes(), &ServerChanges::cancelled, check, [this, check] {
        check->stop();
        finish(DeployOutcome::Updated);
    });
    check->start();
}

} // namespace owui
