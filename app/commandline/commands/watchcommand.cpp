// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/commands/watchcommand.h"

#include "commandline/input/interrupt.h"
#include "commandline/output/console.h"
#include "commandline/output/planlines.h"
#include "commandline/output/pluginlines.h"
#include "deploy/job/logentry.h"
#include "deploy/run/runjson.h"
#include "deploy/run/serversession.h"
#include "onpool.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace owui {

WatchCommand::WatchCommand(const CommandLineOptions &options, Console &console, const Interrupt &interrupt)
    : PlanningCommand(options, console, interrupt)
    , m_report(options, console)
{
}

void WatchCommand::connected()
{
    const Connection &connection = session()->connection();
    if (chosen().isEmpty() && !options().alsoNew) {
        fail({tr("There is no plugin here to watch."), tr("With --also-new what comes is sent too.")}, ExitCode::Usage);
        return;
    }
    if (!options().logFile.isEmpty()) {
        if (const std::optional<Problem> problem = m_log.open(options().logFile)) {
            fail(*problem, ExitCode::Usage);
            return;
        }
    }
    if (connection.production) {
        const QString question =
            tr("“%1” is a production server. Send each plugin to it when it is saved? [y/N]").arg(connection.name);
        if (!isProductionAgreed(question)) {
            fail({tr("“%1” is marked as a production server, so nothing is sent to it unasked.").arg(connection.name),
                  tr("Confirm with --yes that each save goes there.")},
                 ExitCode::Failed);
            return;
        }
        options().allowed.insert(Consent::Production);
    }
    connect(session(), &ServerSession::logged, this, [this](const LogEntry &entry) { m_log.append(entry); });
    checkServer();
}

/// Who begins to watch wants to know now, and not with the first save, that it would go nowhere.
void WatchCommand::checkServer()
{
    connect(session(), &ServerSession::stateChanged, this, [this] {
        const ServerSession::State state = session()->state();
        if (hasEnded() || m_saves || state == ServerSession::State::Checking) {
            return;
        }
        if (state == ServerSession::State::Reachable) {
            watch();
        } else {
            fail(session()->problem(), ExitCode::NoConnection);
        }
    });
    session()->checkState();
    lookAtRepository();
}

void WatchCommand::watch()
{
    m_saves = std::make_unique<DeployOnSave>(*session(), SaveOptions{.root = selection().root,
                                                                     .consents = options().allowed,
                                                                     .alsoNew = options().alsoNew,
                                                                     .commitTemplate = options().message});
    m_report.expect(selection().root, chosen());
    tell(LogLevel::Info, tr("Starting to watch…"));
    connectSaves();
    follow();
}

void WatchCommand::connectSaves()
{
    const DeployOnSave *saves = m_saves.get();
    connect(saves, &DeployOnSave::started, this, &WatchCommand::takeStart);
    connect(saves, &DeployOnSave::ended, this, &WatchCommand::takeResult);
    connect(saves, &DeployOnSave::stormed, this, &WatchCommand::takeStorm);
    connect(saves, &DeployOnSave::listChanged, this, &WatchCommand::readAgain);
    connect(saves, &DeployOnSave::otherSaved, this, &WatchCommand::readAgain);
    connect(saves, &DeployOnSave::incomplete, this, [this] {
        tell(LogLevel::Warning, tr("The system does not allow to watch so many files, so they are looked at four times "
                                   "a second. Raise fs.inotify.max_user_watches to have a save noticed at once."));
    });
    connect(saves, &DeployOnSave::serverGone, this, [this](const ServerError &error) {
        const QString text = tr("“%1” does not answer any more, so what is saved waits until it does. %2")
                                 .arg(session()->connection().name, failureText(error));
        tell(LogLevel::Warning, text);
        tellEvent(u"server-gone"_s, {{u"message"_s, text}});
    });
    connect(saves, &DeployOnSave::serverBack, this, [this] {
        tell(LogLevel::Info, tr("“%1” answers again.").arg(session()->connection().name));
        tellEvent(u"server-back"_s);
    });
    const Run &run = session()->run();
    connect(&run, &Run::seen, this, [this](PluginSpace space, const QString &id, const Sighting &now) {
        session()->plans().inventory().learn(space, id, now); // a plan begins with what was sent
    });
    connect(&run, &Run::held, this, [this](const QString &reason) {
        if (!m_saves->isServerGone()) {
            console().complain(Problem{reason, {}});
            session()->run().cancelWaiting(); // nobody is here to say when to go on
        }
    });
    connect(&run, &Run::runFinished, this, [this] {
        if (m_ending) {
            endByUser();
        }
    });
}

void WatchCommand::takeStart()
{
    // What came since the folder was read is not in the list yet.
    if (!std::exchange(m_readSince, true)) {
        readAgain();
        return;
    }
    if (std::exchange(m_toldStart, true)) {
        return;
    }
    const qsizetype count = m_saves->count();
    const QString name = session()->connection().name;
    tell(LogLevel::Info, count == 1
                             ? tr("Watching 1 plugin for %1. Ctrl+C ends it.").arg(name)
                             : tr("Watching %1 plugins for %2. Ctrl+C ends it.").arg(QString::number(count), name));
    tellEvent(u"watching"_s, {{u"root"_s, selection().root}, {u"plugins"_s, count}});
}

void WatchCommand::follow()
{
    QSet<QString> watched;
    for (const Plugin &plugin : chosen()) {
        watched.insert(plugin.path);
    }
    m_saves->follow(selection().plugins, watched, selection().folders);
}

void WatchCommand::readAgain()
{
    if (m_reading || m_ending) {
        m_readAgain = true;
        return;
    }
    m_reading = true;
    const auto read = [options = options(), flag = &interrupt().flag()] { return readPlugins(options, *flag); };
    onPool(this, read, [this](const Result<PluginSelection> &selection) { takeAgain(selection); });
}

void WatchCommand::takeAgain(const Result<PluginSelection> &read)
{
    m_reading = false;
    if (hasEnded() || m_ending) {
        return;
    }
    // A folder that is gone for a moment comes back; what was there before still holds then.
    if (read && !read.value().decisionsBroken && read.value().root == selection().root) {
        takeSelection(read.value());
        follow();
    } else {
        if (!read) {
            tell(LogLevel::Warning, read.error().sentences());
        }
        takeStart();
    }
    if (!m_storm.isEmpty()) {
        planStorm();
    }
    if (std::exchange(m_readAgain, false)) {
        readAgain();
    }
}

void WatchCommand::takeResult(const DeployResult &result, std::chrono::milliseconds elapsed)
{
    m_last.insert(result.path, result);
    DeployResult told = result;
    if (result.isSuccess() && result.outcome != DeployOutcome::Unchanged) {
        told.message += u' ' + tr("Live after %1 ms.").arg(elapsed.count());
    }
    if (options().verbosity != Verbosity::Quiet || !result.isSuccess()) {
        m_report.add(told);
    }
    DeployResult hinted = result;
    addConsentHint(hinted);
    QJsonObject object = resultObject(hinted);
    object.insert(u"afterMilliseconds"_s, static_cast<qint64>(elapsed.count()));
    tellEvent(u"saved"_s, object);
}

/// The plan is made with what the files say now.
void WatchCommand::takeStorm(const QStringList &paths)
{
    m_storm += paths;
    readAgain();
}

void WatchCommand::planStorm()
{
    m_planning += std::exchange(m_storm, {}); // a plan that is not there yet is dropped for this one
    QList<Plugin> plugins = chosen();
    plugins.removeIf([this](const Plugin &plugin) { return !m_planning.contains(plugin.path); });
    if (!plugins.isEmpty()) {
        makePlan(plugins);
    }
}

void WatchCommand::planned(const QList<PlanRow> &rows)
{
    m_planning.clear();
    tell(LogLevel::Warning, tr("%1 plugins changed at once, as when a branch is switched, so nothing of them was sent. "
                               "“owui-deploy deploy” would do this:")
                                .arg(rows.size()));
    printPlan(rows, options(), console());
    for (const PlanRow &row : rows) {
        if (row.action != PlanAction::None) {
            note(LogLevel::Warning, tr("Not sent, since it changed together with others."), row.plugin);
        }
    }
    tellEvent(u"planned"_s, planDocument({selection(), inventory(), rows}, options()));
}

void WatchCommand::unplanned(const ServerError &error)
{
    m_planning.clear();
    tell(LogLevel::Warning,
         tr("Several plugins changed at once, so none of them was sent, and “%1” could not be asked what it has. %2")
             .arg(session()->connection().name, failureText(error)));
}

void WatchCommand::tell(LogLevel level, const QString &text)
{
    if (level == LogLevel::Warning) {
        console().complain(text, Tone::Warning);
    } else if (options().verbosity != Verbosity::Quiet) {
        console().complain(text, Tone::Faint);
    }
    note(level, text);
}

void WatchCommand::writeUnread()
{
    for (const Problem &problem : selection().problems) {
        writeFailure(problem);
    }
}

/// An event as all others, for whoever reads lines.
void WatchCommand::writeFailure(const Problem &problem)
{
    note(LogLevel::Error, problem.sentences());
    tellEvent(u"failed"_s, {{u"message"_s, problem.text}, {u"remedy"_s, problem.remedy}});
}

void WatchCommand::note(LogLevel level, const QString &text, const Plugin &plugin)
{
    m_log.append({.time = QDateTime::currentDateTime(),
                  .level = level,
                  .server = session() ? session()->connection().name : QString(),
                  .path = plugin.path,
                  .plugin = plugin.path.isEmpty() ? QString() : plugin.title(),
                  .text = text});
}

void WatchCommand::tellEvent(const QString &event, QJsonObject more)
{
    if (options().json) {
        more.insert(u"event"_s, event);
        more.insert(u"time"_s, QDateTime::currentDateTime().toString(Qt::ISODateWithMs));
        console().document(documentLine(more));
        console().flush();
    }
}

void WatchCommand::interrupted()
{
    m_ending = true;
    if (m_saves && !session()->run().isRunning()) {
        endByUser();
    } else {
        PlanningCommand::interrupted();
    }
}

/// Ctrl+C is how a watch ends, so the code tells how what was saved last stands.
void WatchCommand::endByUser()
{
    console().setProgress({});
    const ExitCode code = exitCodeOfAll(m_last.values());
    const bool isLeft = m_saves->isBusy() && code == ExitCode::Done;
    end(!isLeft ? code : m_saves->isServerGone() ? ExitCode::NoConnection : ExitCode::Failed);
}

} // namespace owui
