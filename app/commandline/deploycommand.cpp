// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/deploycommand.h"

#include "commandline/console.h"
#include "commandline/interrupt.h"
#include "commandline/pluginlines.h"
#include "commandline/targetnotice.h"
#include "commandline/terminal.h"
#include "deploy/serversession.h"
#include "plugins/folderdecisions.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

/// What the arguments say beats what the connection says, for this run.
Connection adjusted(Connection connection, const CommandLineOptions &options)
{
    connection.parallelRequests = options.jobs.value_or(connection.parallelRequests);
    connection.deployTimeout = options.timeout.value_or(connection.deployTimeout);
    connection.switchOnNewFunctions = connection.switchOnNewFunctions || options.switchOn;
    return connection;
}

DeployResult unfinished(const Plugin &plugin)
{
    DeployResult result;
    result.path = plugin.path;
    result.title = plugin.title();
    result.kind = plugin.kind.value_or(PluginKind::Pipe);
    result.id = plugin.id;
    return result;
}

/// A plugin that its own findings, or a decision, keep from being sent.
DeployResult refusal(const Plugin &plugin)
{
    DeployResult result = unfinished(plugin);
    result.outcome = DeployOutcome::Blocked;
    result.stage = DeployStage::Reading;
    const auto found = std::ranges::find(plugin.findings, Severity::Error, &Finding::severity);
    if (plugin.skipped) {
        result.message = skipReasonText(*plugin.skipped);
        result.remedy = plugin.includable ? tr("Include the file in the window if it should be deployed.") : QString();
    } else if (found != plugin.findings.end()) {
        result.message = found->text();
        result.remedy = found->remedy();
    } else {
        result.message = tr("The plugin has no id.");
    }
    return result;
}

/// A plugin that ran when the user insisted on stopping.
DeployResult abandoned(const Plugin &plugin, DeployStage stage)
{
    DeployResult result = unfinished(plugin);
    result.stage = stage;
    const bool nothingSent = stage == DeployStage::Waiting || stage == DeployStage::Reading ||
                             stage == DeployStage::Checking || stage == DeployStage::LookingUp ||
                             stage == DeployStage::Searching;
    result.outcome = nothingSent ? DeployOutcome::Cancelled : DeployOutcome::Unknown;
    result.message = nothingSent ? tr("Interrupted before anything was sent.")
                                 : tr("Interrupted while the server was at work; it may still finish it.");
    result.remedy = nothingSent ? QString() : tr("Deploy again: what the server already has is left alone.");
    return result;
}

} // namespace

DeployCommand::DeployCommand(const CommandLineOptions &options, Console &console, const Interrupt &interrupt,
                             QObject *parent)
    : Command(parent)
    , m_options(options)
    , m_console(console)
    , m_interrupt(interrupt)
    , m_report(options, console)
{
    connect(&interrupt, &Interrupt::requested, this, &DeployCommand::stopSending);
    connect(&interrupt, &Interrupt::insisted, this, &DeployCommand::stopNow);
}

DeployCommand::~DeployCommand() = default;

void DeployCommand::start()
{
    if (!readFolder()) {
        return;
    }
    m_finder = std::make_unique<TargetFinder>(m_options, m_selection.root);
    connect(m_finder.get(), &TargetFinder::found, this, &DeployCommand::deploy);
    connect(m_finder.get(), &TargetFinder::failed, this, [this](const Problem &problem, ExitCode code) {
        complainAbout(problem, m_console);
        end(code);
    });
    m_finder->start();
}

bool DeployCommand::readFolder()
{
    Result<PluginSelection> read = readPlugins(m_options.paths, m_interrupt.flag());
    if (!read) {
        complainAbout(read.error(), m_console);
        end(ExitCode::Usage);
        return false;
    }
    m_selection = std::move(read).value();
    if (m_selection.cancelled) {
        end(ExitCode::Interrupted);
        return false;
    }
    // What could not be read may pin ids or exclude files, so the rest must not be guessed at.
    for (const Problem &problem : std::as_const(m_selection.problems)) {
        complainAbout(problem, m_console);
    }
    if (!m_selection.problems.isEmpty()) {
        complainAbout({tr("Nothing was sent, because the folder could not be read completely."), {}}, m_console);
        end(ExitCode::Failed);
        return false;
    }
    for (const Plugin &plugin : std::as_const(m_selection.plugins)) {
        const bool named = m_selection.namedFiles.contains(plugin.path);
        if ((!plugin.skipped || named) && isWanted(plugin, m_options)) {
            (plugin.deployable() ? m_sent : m_refused).append(plugin);
        }
    }
    return true;
}

void DeployCommand::deploy(const Target &target)
{
    const Connection connection = adjusted(target.connection, m_options);
    showTarget(target, m_console);
    m_session = std::make_unique<ServerSession>(connection, target.credential, m_localCheck);
    m_report.expect(m_selection.root, m_sent + m_refused);
    connectQueue();
    if (!m_sent.isEmpty() && connection.production && isAgreed(connection, m_sent.size())) {
        m_options.allowed.insert(Consent::Production);
    }
    m_options.failFast = m_options.failFast || connection.production;
    for (const Plugin &plugin : std::as_const(m_refused)) {
        m_report.add(refusal(plugin));
    }
    m_submitted = m_session->queue().submit(makeRequests()) > 0;
    if (!m_submitted) {
        report();
    } else if (m_interrupt.wasRequested() || (m_options.failFast && !m_refused.isEmpty())) {
        m_session->queue().cancelWaiting();
    }
}

bool DeployCommand::isAgreed(const Connection &connection, qsizetype count)
{
    if (m_options.yes || m_options.allowed.contains(Consent::Production)) {
        return true;
    }
    if (!isTerminal(stdin) || !isTerminal(stderr)) {
        return false;
    }
    const QString question =
        tr("“%1” is a production server. Deploy %2 plugins to it? [y/N]").arg(connection.name, QString::number(count));
    m_console.complain(m_console.tonedForComplaint(question, Tone::Strong));
    const QByteArray answer = readStandardInput(100, true).value_or(QByteArray()).trimmed().toLower();
    return answer == "y" || answer == "yes";
}

QList<DeployRequest> DeployCommand::makeRequests() const
{
    // One set for each space, shared by all requests: of 10,000 plugins, 10,000 sets would not fit. That a plugin finds
    // its own id in it does no harm, because it is not on the server when copies are looked for.
    QHash<PluginSpace, QSet<QString>> ids;
    for (const Plugin &plugin : m_selection.plugins) {
        if (plugin.deployable()) {
            ids[spaceOf(*plugin.kind)].insert(plugin.id);
        }
    }
    QList<DeployRequest> requests;
    for (const Plugin &plugin : m_sent) {
        requests.append({.root = m_selection.root,
                         .plugin = plugin,
                         .consents = m_options.allowed,
                         .otherIds = ids.value(spaceOf(*plugin.kind)),
                         .sendUnchanged = m_options.sendUnchanged});
    }
    return requests;
}

void DeployCommand::connectQueue()
{
    DeployQueue &queue = m_session->queue();
    connect(&queue, &DeployQueue::stageChanged, this,
            [this](const QString &path, DeployStage stage) { m_report.showStage(path, stage); });
    connect(&queue, &DeployQueue::finished, this, &DeployCommand::onResult);
    connect(&queue, &DeployQueue::held, this, [this](const QString &reason) {
        complainAbout({reason, {}}, m_console);
        // Nobody is here to say when to go on.
        m_session->queue().cancelWaiting();
    });
    connect(&queue, &DeployQueue::runFinished, this, &DeployCommand::report);
    connect(m_session.get(), &ServerSession::logged, this,
            [this](const LogEntry &entry) { m_report.addLogEntry(entry); });
}

void DeployCommand::onResult(const DeployResult &result)
{
    if (m_ended) {
        return;
    }
    m_report.add(result);
    if (m_options.failFast && !result.isSuccess() && result.outcome != DeployOutcome::Cancelled) {
        m_session->queue().cancelWaiting();
    }
}

void DeployCommand::stopSending()
{
    if (!m_submitted) {
        end(ExitCode::Interrupted);
        return;
    }
    m_console.complain(tr("Interrupted: nothing more is sent, what runs is finished. Ctrl+C again stops at once."));
    m_session->queue().cancelWaiting();
}

void DeployCommand::stopNow()
{
    if (m_ended) {
        return;
    }
    for (const Plugin &plugin : std::as_const(m_sent)) {
        if (!m_report.hasEnded(plugin.path)) {
            m_report.add(abandoned(plugin, m_report.stageOf(plugin.path)));
        }
    }
    report();
}

void DeployCommand::report()
{
    if (m_ended) {
        return;
    }
    const bool written = m_report.finish(m_session->connection(), m_session->queue().release());
    if (m_interrupt.wasRequested()) {
        end(ExitCode::Interrupted);
    } else {
        end(written ? m_report.exitCode() : ExitCode::Failed);
    }
}

void DeployCommand::end(ExitCode code)
{
    if (!m_ended) {
        m_ended = true;
        emit finished(code);
    }
}

} // namespace owui
