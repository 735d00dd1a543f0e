// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/job/deployjob.h"

#include "compare/commitmessage.h"
#include "compare/twinfinder.h"
#include "deploy/job/deploywords.h"
#include "deploy/job/servercheck.h"
#include "deploy/job/valvecheck.h"

#include <QtConcurrent>

using namespace Qt::StringLiterals;

namespace owui {

DeployJob::DeployJob(const DeployRequest &request, const DeployEnvironment &environment, QObject *parent)
    : QObject(parent)
    , m_request(request)
    , m_environment(environment)
{
    m_result.path = request.plugin.path;
    m_result.title = request.plugin.title();
    m_result.kind = request.plugin.kind.value_or(PluginKind::Pipe);
    m_result.id = request.plugin.id;
}

DeployJob::~DeployJob() = default;

void DeployJob::start()
{
    m_clock.start();
    enter(DeployStage::Reading);
    QtConcurrent::run(preparePlugin, m_request).then(this, [this](const Result<PreparedPlugin> &prepared) {
        onPrepared(prepared);
    });
}

void DeployJob::cancel()
{
    if (m_ended) {
        return;
    }
    if (m_valveCheck) {
        m_valveCheck->stop();
        finish(m_result.outcome);
        return;
    }
    if (m_change) {
        m_change->cancel();
        return;
    }
    if (m_running) {
        m_running->cancel();
    }
    if (m_serverCheck) {
        m_serverCheck->disconnect(this);
    }
    m_result.message = tr("Cancelled before anything was sent.");
    finish(DeployOutcome::Cancelled);
}

void DeployJob::enter(DeployStage stage)
{
    m_stage = stage;
    emit stageChanged(stage);
}

void DeployJob::onPrepared(const Result<PreparedPlugin> &prepared)
{
    if (m_ended) {
        return;
    }
    if (!prepared) {
        fail({}, prepared.error().text, prepared.error().remedy);
        return;
    }
    m_prepared = prepared.value();
    m_result.kind = *m_prepared.plugin.kind;
    m_result.title = m_prepared.plugin.title();
    if (connection().production && !m_request.consents.contains(Consent::Production)) {
        block(Consent::Production, tr("“%1” is marked as a production server.").arg(connection().name),
              tr("Confirm that you want to deploy to it."));
        return;
    }
    if (stoppedByDisk()) {
        return;
    }
    // The check and the look-up do not need each other, so neither waits for the other.
    m_environment.localCheck.check(m_prepared.utf8, this, [this](const LocalCheckResult &check) {
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
        block(Consent::ChangedOnDisk, message, remedy);
        return true;
    }
    return false;
}

void DeployJob::lookUp()
{
    if (connection().order == DeployOrder::UpdateThenCreate && spaceOf(m_result.kind) == PluginSpace::Function) {
        m_lookUp = LookUp{.presence = Presence::CannotTell};
        enter(DeployStage::Checking);
        return;
    }
    enter(DeployStage::LookingUp);
    m_running = m_environment.server.lookUp(spaceOf(m_result.kind), m_result.id, this, [this](const LookUp &lookUp) {
        m_lookUp = lookUp;
        emit seen(spaceOf(m_result.kind), m_result.id, {.presence = lookUp.presence, .plugin = lookUp.plugin});
        if (!m_check && !m_ended) {
            enter(DeployStage::Checking);
        }
        decide();
    });
}

void DeployJob::decide()
{
    if (m_ended || !m_check || !m_lookUp) {
        return;
    }
    if (m_lookUp->presence == Presence::Failed) {
        m_stage = DeployStage::LookingUp;
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
        m_result.versionBefore = m_lookUp->plugin->version();
        if (m_lookUp->plugin->space == PluginSpace::Function && m_lookUp->plugin->hasActive) {
            m_result.active = m_lookUp->plugin->active;
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
    m_stage = DeployStage::Checking;
    if (m_check->status == LocalCheckResult::Status::Refused && !m_request.consents.contains(Consent::LocalCheck)) {
        block(Consent::LocalCheck,
              m_check->line > 0
                  ? tr("Python here cannot compile it: %1 (line %2).").arg(m_check->message).arg(m_check->line)
                  : tr("Python here cannot compile it: %1.").arg(m_check->message),
              m_environment.release.mayDeactivateOnFailure()
                  ? tr("Mend the file. Sending it could switch the function off for everybody.")
                  : tr("Mend the file."));
        return true;
    }
    if (m_result.kind == PluginKind::Event && !m_environment.release.hasEventFunctions()) {
        fail({},
             tr("Event functions need Open WebUI 0.10 or newer; the server has %1.").arg(m_environment.release.text()),
             tr("Update the server, or leave this plugin out."));
        return true;
    }
    const QString required = m_prepared.plugin.header.value(u"required_open_webui_version");
    if (m_environment.release.isTooOldFor(required) && !m_request.consents.contains(Consent::ReleaseTooOld)) {
        block(Consent::ReleaseTooOld,
              tr("The header asks for Open WebUI %1; the server has %2.").arg(required, m_environment.release.text()),
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
    m_stage = DeployStage::LookingUp;
    const Sighting seen{.presence = m_lookUp->presence, .plugin = m_lookUp->plugin};
    m_serverCheck = new ServerCheck(m_request, m_prepared, seen, m_environment, this);
    connect(m_serverCheck, &ServerCheck::stopped, this, [this](const Obstacle &obstacle) {
        if (obstacle.consent) {
            block(*obstacle.consent, obstacle.message, obstacle.remedy);
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
    if (m_ended) {
        return;
    }
    if (unchanged && !m_request.sendUnchanged) {
        m_result.versionAfter = m_result.versionBefore;
        m_result.outcome = DeployOutcome::Unchanged;
        m_result.message = successText(m_result);
        m_stage = DeployStage::Done;
        finish(DeployOutcome::Unchanged);
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
    if (m_ended) {
        return;
    }
    note(LogLevel::Info, tr("Not on the server yet, creating it."));
    if (m_request.consents.contains(Consent::SecondCopy)) {
        change(PlannedChange::Kind::Create);
        return;
    }
    enter(DeployStage::Searching);
    m_environment.twins.find(m_prepared.plugin, m_request.otherIds, this, [this](const TwinFinder::Search &search) {
        if (m_ended) {
            return;
        }
        if (search.twin) {
            m_result.twinId = search.twin->id;
            block(Consent::SecondCopy,
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
    if (!m_environment.release.hasVersions()) {
        send(kind);
        return;
    }
    GitFolder::prepare();
    const auto words = [root = m_request.root, path = m_result.path, text = m_request.commitTemplate,
                        version = m_prepared.plugin.version()] {
        const GitFolder git(root);
        return commitMessage(text, {.version = version, .git = git.state(), .uncommitted = git.isUncommitted(path)});
    };
    QtConcurrent::run(words).then(this, [this, kind](const QString &message) {
        if (!m_ended) {
            m_payload.commitMessage = message;
            send(kind);
        }
    });
}

void DeployJob::send(PlannedChange::Kind kind)
{
    const PlannedChange planned{.kind = kind,
                                .prepared = m_prepared,
                                .check = *m_check,
                                .present = m_lookUp->plugin,
                                .payload = m_payload,
                                .blind = m_lookUp->presence == Presence::CannotTell,
                                .consents = m_request.consents,
                                .result = m_result};
    m_change = new PluginChange(planned, m_environment, this);
    connect(m_change, &PluginChange::stageChanged, this, &DeployJob::stageChanged);
    connect(m_change, &PluginChange::noted, this, &DeployJob::noted);
    connect(m_change, &PluginChange::seen, this, &DeployJob::seen);
    connect(m_change, &PluginChange::serverLost, this, &DeployJob::serverLost);
    connect(m_change, &PluginChange::finished, this, &DeployJob::onChanged);
    m_change->start();
}

void DeployJob::onChanged(const DeployResult &result)
{
    m_result = result;
    m_stage = result.stage;
    if (result.outcome == DeployOutcome::Unknown) {
        emit seen(spaceOf(result.kind), result.id, {});
    }
    if (result.outcome == DeployOutcome::Updated && settingsAreInDoubt()) {
        checkSettings();
    } else {
        finish(result.outcome);
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
    m_valveCheck = new ValveCheck(m_environment.server, spaceOf(m_result.kind), m_result.id, this);
    connect(m_valveCheck, &ValveCheck::finished, this, [this](const QStringList &warnings) {
        m_valveCheck = nullptr;
        for (const QString &warning : warnings) {
            note(LogLevel::Warning, warning);
        }
        finish(m_result.outcome);
    });
    m_valveCheck->start();
}

void DeployJob::note(LogLevel level, const QString &text)
{
    m_result.note(text, level == LogLevel::Warning);
    emit noted(level, text);
}

void DeployJob::block(Consent consent, const QString &message, const QString &remedy)
{
    m_result.missing = {consent};
    m_result.message = message;
    m_result.remedy = remedy;
    finish(DeployOutcome::Blocked);
}

void DeployJob::fail(const ServerError &error, const QString &message, const QString &remedy)
{
    m_result.error = error;
    m_result.message = message;
    m_result.remedy = remedy;
    finish(DeployOutcome::Failed);
}

void DeployJob::finish(DeployOutcome outcome)
{
    if (m_ended) {
        return;
    }
    m_ended = true;
    m_result.outcome = outcome;
    m_result.stage = m_stage;
    m_result.elapsed = std::chrono::milliseconds(m_clock.isValid() ? m_clock.elapsed() : 0);
    // Queued: nobody hears of the end from inside start() or cancel().
    QMetaObject::invokeMethod(
        this, [this] { emit finished(m_result); }, Qt::QueuedConnection);
}

} // namespace owui
