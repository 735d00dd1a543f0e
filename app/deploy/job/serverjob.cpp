// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/job/serverjob.h"

#include "deploy/job/deploywords.h"
#include "isolated.h"

#include <utility>

namespace owui {

namespace {

HistoryOutcome historyOutcome(DeployOutcome outcome)
{
    switch (outcome) {
    case DeployOutcome::Failed:
        return HistoryOutcome::Failed;
    case DeployOutcome::Unknown:
        return HistoryOutcome::Unknown;
    case DeployOutcome::Cancelled:
    case DeployOutcome::Blocked:
        return HistoryOutcome::NotSent;
    default:
        return HistoryOutcome::Done;
    }
}

} // namespace

ServerJob::ServerJob(DeployResult subject, const DeployEnvironment &environment, QObject *parent)
    : QObject(parent)
    , m_environment(environment)
    , m_result(std::move(subject))
    , m_changes(environment.server)
    , m_record(environment.journal)
{
}

ServerJob::~ServerJob()
{
    if (!m_changes.hasSent()) {
        endRecord(HistoryOutcome::NotSent, {});
    }
}

void ServerJob::start()
{
    m_clock.start();
    run();
}

void ServerJob::cancel()
{
    if (m_ended || m_changes.isCancelled()) {
        return;
    }
    const bool sent = m_changes.hasSent();
    m_changes.cancel();
    if (!sent) {
        m_result.message = unsentText();
        finish(DeployOutcome::Cancelled);
    }
}

void ServerJob::abandon()
{
    if (m_ended) {
        return;
    }
    const bool sent = m_changes.hasSent();
    m_changes.cancel();
    m_result.message = sent ? tr("Interrupted while the server was at work; it may still finish it.")
                            : tr("Interrupted before anything was sent.");
    m_result.remedy = sent ? tr("Do it again: what the server already has is left alone.") : QString();
    finish(sent ? DeployOutcome::Unknown : DeployOutcome::Cancelled);
}

void ServerJob::enter(DeployStage stage)
{
    m_result.stage = stage;
    emit stageChanged(stage);
}

void ServerJob::note(LogLevel level, const QString &text)
{
    m_result.note(text, level == LogLevel::Warning);
    emit noted(level, text);
}

void ServerJob::adopt(const ServerPlugin &now)
{
    emit seen(space(), m_result.id, {.presence = Presence::Found, .plugin = now});
    m_now = now;
    m_result.versionAfter = now.version();
    if (const std::optional<bool> on = now.isOn()) {
        m_result.active = on;
    }
}

void ServerJob::adopt(const LookUp &now)
{
    if (now.plugin) {
        adopt(*now.plugin);
        return;
    }
    m_now.reset();
    if (now.presence == Presence::Missing) {
        emit seen(space(), m_result.id, {.presence = Presence::Missing, .plugin = {}});
    }
}

void ServerJob::record(HistoryChange change, bool looked, const std::optional<ServerPlugin> &present,
                       const std::function<void()> &next)
{
    JournalRun run = m_environment.run;
    if (!m_series.isEmpty()) {
        run.id = m_series;
    }
    const JournalChange entry{.run = run,
                              .serverOrigin = originOf(connection().url),
                              .serverRelease = m_environment.release.text(),
                              .change = change,
                              .space = space(),
                              .id = m_result.id,
                              .title = m_result.title,
                              .path = m_result.path,
                              .file = m_file,
                              .looked = looked,
                              .present = present};
    m_record.begin(entry, [this, change, next](const QString &problem) {
        if (m_ended) {
            return;
        }
        // What is deleted is gone with its settings, so that needs a way back everywhere.
        if (!problem.isEmpty() && (connection().production || change == HistoryChange::Delete)) {
            fail({}, tr("What the server has now could not be stored, so there would be no way back. %1").arg(problem),
                 tr("Mend the history first; nothing was sent."));
            return;
        }
        if (!problem.isEmpty()) {
            note(LogLevel::Warning, tr("What the server has now could not be stored. %1").arg(problem));
        }
        next();
    });
}

void ServerJob::endRecord(HistoryOutcome outcome, const QString &message)
{
    m_record.end(m_changes.hasSent() ? outcome : HistoryOutcome::NotSent, m_now, message);
}

bool ServerJob::isStoppedByProduction(const Consents &given)
{
    if (!connection().production || given.contains(Consent::Production)) {
        return false;
    }
    block({Consent::Production}, tr("“%1” is marked as a production server.").arg(isolated(connection().name)),
          tr("Confirm that you want to change it."));
    return true;
}

bool ServerJob::isStoppedByLook(const LookUp &lookUp)
{
    if (lookUp.presence == Presence::Found || lookUp.presence == Presence::Missing) {
        return false;
    }
    fail(lookUp.error,
         tr("Nothing was sent, because the server could not be asked what it has. %1").arg(failureText(lookUp.error)),
         lookUp.error.remedy());
    return true;
}

bool ServerJob::isStoppedBy(const std::optional<Objection> &objection)
{
    if (objection && objection->missing.isEmpty()) {
        fail({}, objection->message, objection->remedy);
    } else if (objection) {
        block(objection->missing, objection->message, objection->remedy);
    }
    return objection.has_value();
}

void ServerJob::block(const Consents &missing, const QString &message, const QString &remedy)
{
    m_result.missing = missing;
    m_result.message = message;
    m_result.remedy = remedy;
    finish(DeployOutcome::Blocked);
}

void ServerJob::fail(const ServerError &error, const QString &message, const QString &remedy)
{
    m_result.error = error;
    m_result.message = message;
    m_result.remedy = remedy;
    finish(DeployOutcome::Failed);
}

void ServerJob::succeed(DeployOutcome outcome, const QString &message)
{
    m_result.stage = DeployStage::Done;
    m_result.message = message;
    m_result.remedy.clear();
    finish(outcome);
}

void ServerJob::finish(DeployOutcome outcome)
{
    if (m_ended) {
        return;
    }
    m_ended = true;
    m_result.outcome = outcome;
    m_result.elapsed = std::chrono::milliseconds(m_clock.isValid() ? m_clock.elapsed() : 0);
    endRecord(historyOutcome(outcome), m_result.message);
    if (!m_series.isEmpty() && m_environment.journal) {
        m_environment.journal->endRun(m_series);
    }
    // Queued: nobody hears of the end from inside start() or cancel(). As it is now: a step that only now hears that it
    // was given up may still write into the result.
    QMetaObject::invokeMethod(
        this, [this, result = m_result] { emit finished(result); }, Qt::QueuedConnection);
}

} // namespace owui
