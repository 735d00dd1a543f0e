// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/job/deployjob.h"

#include "compare/git/commitmessage.h"
#include "compare/git/gitfolder.h"
#include "compare/git/gitthreads.h"
#include "compare/plan/plandecision.h"
#include "deploy/job/deploywords.h"
#include "deploy/job/lastlook.h"
#include "deploy/job/valvecheck.h"
#include "files/filechange.h"
#include "isolated.h"
#include "onpool.h"
#include "plugins/pluginfilewriter.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace owui {

DeployJob::DeployJob(const DeployRequest &request, const DeployEnvironment &environment, QObject *parent)
    : ServerJob(DeployResult::of(request.plugin), environment, parent)
    , m_request(request)
{
    setFile(sentFile(request));
    setSeries(request.series);
}

void DeployJob::run()
{
    enter(DeployStage::Reading);
    onPool(
        this, [request = m_request] { return preparePlugin(request); },
        [this](const Result<PreparedPlugin> &prepared) { onPrepared(prepared); });
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
    if (isStoppedByProduction(m_request.consents)) {
        return;
    }
    look();
}

void DeployJob::look()
{
    delete std::exchange(m_look, new LastLook(m_request, m_prepared, environment(), this));
    connect(m_look, &LastLook::stageChanged, this, &DeployJob::enter);
    connect(m_look, &LastLook::seen, this, [this](const Sighting &now) { emit seen(space(), result().id, now); });
    connect(m_look, &LastLook::judged, this, &DeployJob::onJudged);
    m_look->start();
}

void DeployJob::onJudged(const PlanRow &row)
{
    if (hasEnded()) {
        return;
    }
    m_row = row;
    result().lookedAt = row.lookedAt();
    result().twinId = row.lookAlikeId;
    const LookUp &look = m_look->lookUp();
    if (look.plugin) {
        result().versionBefore = look.plugin->version();
        if (const std::optional<bool> on = look.plugin->isOn()) {
            result().active = on;
        }
    }
    if (!m_request.creates && look.presence == Presence::Missing) {
        result().stage = DeployStage::LookingUp;
        block({}, tr("%1 does not have it yet, and only what it has is sent on save.").arg(isolated(connection().name)),
              tr("Deploy it once, or let new plugins be sent too."));
        return;
    }
    const PlanDecision decision = decide(row, m_request.consents, m_request.sendUnchanged);
    switch (decision.action) {
    case PlanAction::Blocked:
        result().stage = look.error ? DeployStage::LookingUp : DeployStage::Checking;
        if (decision.missing.isEmpty()) {
            fail(look.error, decision.reason, decision.remedy);
        } else {
            block(decision.missing, decision.reason, decision.remedy);
        }
        break;
    case PlanAction::None:
        result().versionAfter = result().versionBefore;
        result().outcome = DeployOutcome::Unchanged;
        succeed(DeployOutcome::Unchanged, successText(result()));
        break;
    case PlanAction::Create:
    case PlanAction::Update:
        if (row.has(PlanWarningCode::VersionRaised)) {
            raiseVersionFirst();
            return;
        }
        begin(decision.action);
        break;
    }
}

void DeployJob::begin(PlanAction action)
{
    m_payload = makePayload(m_prepared.plugin, m_look->lookUp().plugin, connection().alwaysTakeHeaderText);
    tellWhatIsSent();
    change(action == PlanAction::Create ? PlannedChange::Kind::Create : PlannedChange::Kind::Update);
}

/// What was judged is sent with the next version, which needs no consent; what was saved meanwhile is not.
void DeployJob::raiseVersionFirst()
{
    const auto raise = [root = m_request.root, plugin = m_prepared.plugin, judged = m_prepared.utf8] {
        return raiseVersion(root, plugin, VersionPart::Patch, judged);
    };
    onPool(this, raise, [this](const Result<RaisedVersion> &raised) {
        if (hasEnded()) {
            return;
        }
        if (raised) {
            writeRaised(raised.value().change);
        } else {
            takeRaised(raised.error());
        }
    });
}

void DeployJob::writeRaised(const FileChange &change)
{
    emit writing(change);
    onPool(
        this, [change] { return writeChange(change); },
        [this, change](const std::optional<Problem> &problem) {
            if (problem) {
                emit notWritten(change);
            } else {
                emit written(change);
            }
            if (hasEnded()) {
                return;
            }
            if (problem) {
                takeRaised(*problem);
                return;
            }
            const PluginSource judged{.utf8 = change.after.sliced(change.before.size() - m_prepared.utf8.size()),
                                      .hadByteOrderMark = m_prepared.hadByteOrderMark,
                                      .modified = m_prepared.plugin.modified,
                                      .fileSize = change.after.size()};
            const auto prepare = [request = m_request, judged] { return preparePlugin(request, judged); };
            onPool(this, prepare, [this](const Result<PreparedPlugin> &raised) {
                if (!hasEnded()) {
                    takeRaised(raised);
                }
            });
        });
}

void DeployJob::takeRaised(const Result<PreparedPlugin> &raised)
{
    if (!raised) {
        fail({}, tr("Its version could not be raised. %1").arg(raised.error().text), raised.error().remedy);
        return;
    }
    note(LogLevel::Info, tr("The version in the file was raised from %1 to %2.")
                             .arg(m_prepared.plugin.version(), raised.value().plugin.version()));
    m_prepared = raised.value();
    result().lookedAt.digest = m_prepared.digest;
    begin(PlanAction::Update);
}

void DeployJob::tellWhatIsSent()
{
    if (m_prepared.hadByteOrderMark) {
        note(LogLevel::Info, tr("The file starts with a byte order mark; it is sent without it."));
    }
    // A minimal server has no export to search and cannot be asked for other ids.
    const ServerError &search = m_look->searchError();
    if (search && search.kind != ServerErrorKind::RouteMissing) {
        note(LogLevel::Warning,
             tr("The server could not be searched for other copies of it. %1").arg(failureText(search)));
    }
    const Presence presence = m_look->lookUp().presence;
    if (connection().order == DeployOrder::UpdateThenCreate && !sendsWithoutLook(connection(), space())) {
        note(LogLevel::Info, toolOrderText());
    }
    if (presence == Presence::Missing) {
        return;
    }
    if (presence == Presence::CannotTell) {
        note(LogLevel::Info, connection().order == DeployOrder::UpdateThenCreate
                                 ? tr("Updating without looking first, as the connection says.")
                                 : tr("The server cannot tell what it has, so it is sent an update first."));
        note(LogLevel::Warning, tr("What was there could not be looked at, so there is no way back."));
        return;
    }
    if (m_row.action == PlanAction::None) {
        note(LogLevel::Info, tr("The server already has exactly this; it is sent again."));
    }
    if (m_row.comparison.notRaised) {
        note(LogLevel::Warning, tr("The version was not raised. %1").arg(m_row.comparison.notRaised->sentences()));
    }
    for (const QString &text : std::as_const(m_payload.notes)) {
        note(LogLevel::Info, text);
    }
}

void DeployJob::change(PlannedChange::Kind kind)
{
    if (!environment().release.hasVersions()) {
        send(kind);
        return;
    }
    const auto words = [root = m_request.root, path = m_prepared.plugin.file(), text = m_request.commitTemplate,
                        version = m_prepared.plugin.version()] {
        const GitFolder git(root);
        return commitMessage(text, {.version = version, .git = git.state(), .uncommitted = git.isUncommitted(path)});
    };
    const QString late = commitMessage(m_request.commitTemplate,
                                       {.version = m_prepared.plugin.version(), .git = {}, .uncommitted = true});
    onGitThread(this, words, late, [this, kind](const QString &message) {
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
                          .check = m_look->localCheck(),
                          .present = m_look->lookUp().plugin,
                          .payload = m_payload,
                          .blind = m_refusedUpdate || m_look->lookUp().presence == Presence::CannotTell,
                          .refusedUpdate = m_refusedUpdate,
                          .isPresumed = m_request.recentLook && m_request.recentLook->isPresumed,
                          .switchOn = connection().switchOnNewFunctions,
                          .consents = m_request.consents};
    auto *change = new PluginChange(std::move(planned), *this);
    connect(change, &PluginChange::finished, this, &DeployJob::onChanged);
    connect(change, &PluginChange::missed, this, &DeployJob::createAfter);
    connect(change, &PluginChange::found, this, &DeployJob::lookAgain);
    change->start();
}

/// Judged anew, as a create: the same plugin may be there under another id.
void DeployJob::createAfter(const ServerError &refusal)
{
    m_refusedUpdate = refusal;
    m_look->judgeAsMissing();
}

/// It was presumed missing, and nobody has looked at what is there.
void DeployJob::lookAgain(const ServerError &refusal)
{
    endRecord(HistoryOutcome::Failed, failureText(refusal));
    m_request.recentLook.reset();
    m_request.lookedAt.server = {};
    look();
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
    return m_look->lookUp().presence == Presence::CannotTell ? m_prepared.utf8.contains("class Valves")
                                                             : m_row.leavesSettingsInDoubt();
}

/// What does not fit is said; it makes no failure of a deployment that succeeded.
void DeployJob::checkSettings()
{
    emit stageChanged(DeployStage::ReadingBack);
    checkValves(*this, [this] { finish(DeployOutcome::Updated); });
}

} // namespace owui
