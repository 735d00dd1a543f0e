// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/deploycommand.h"

#include "commandline/console.h"
#include "commandline/interrupt.h"
#include "commandline/pluginlines.h"
#include "deploy/serversession.h"

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

bool isBeforeSending(DeployStage stage)
{
    return stage == DeployStage::Waiting || stage == DeployStage::Reading || stage == DeployStage::Checking ||
           stage == DeployStage::LookingUp || stage == DeployStage::Searching;
}

/// A plugin that ran when the user insisted on stopping.
DeployResult abandoned(const Plugin &plugin, DeployStage stage)
{
    DeployResult result = unfinished(plugin);
    result.stage = stage;
    const bool nothingSent = isBeforeSending(stage);
    result.outcome = nothingSent ? DeployOutcome::Cancelled : DeployOutcome::Unknown;
    result.message = nothingSent ? tr("Interrupted before anything was sent.")
                                 : tr("Interrupted while the server was at work; it may still finish it.");
    result.remedy = nothingSent ? QString() : tr("Deploy again: what the server already has is left alone.");
    return result;
}

} // namespace

DeployCommand::DeployCommand(const CommandLineOptions &options, Console &console, const Interrupt &interrupt,
                             QObject *parent)
    : ServerCommand(options, console, interrupt, parent)
    , m_report(options, console)
{
}

void DeployCommand::start()
{
    if (readFolder()) {
        findServer(m_selection.root);
    }
}

bool DeployCommand::readFolder()
{
    Result<PluginSelection> read = readPlugins(options().paths, interrupt().flag());
    if (!read) {
        complainAbout(read.error(), console());
        end(ExitCode::Usage);
        return false;
    }
    m_selection = std::move(read).value();
    if (m_selection.cancelled) {
        end(ExitCode::Interrupted);
        return false;
    }
    // A decisions file that could not be read may pin ids and exclude files, so the rest must not be guessed at.
    for (const Problem &problem : std::as_const(m_selection.problems)) {
        complainAbout(problem, console());
    }
    if (!m_selection.problems.isEmpty()) {
        complainAbout({tr("Nothing was sent, because the folder could not be read completely."), {}}, console());
        end(ExitCode::Failed);
        return false;
    }
    for (const Plugin &plugin : std::as_const(m_selection.plugins)) {
        const bool named = m_selection.namedFiles.contains(plugin.path);
        if ((!plugin.skipped || named) && isWanted(plugin, options())) {
            (plugin.deployable() ? m_sent : m_refused).append(plugin);
        }
    }
    return true;
}

void DeployCommand::connected()
{
    const Connection &connection = session()->connection();
    m_report.expect(m_selection.root, m_sent + m_refused);
    connectQueue();
    const QString question = tr("“%1” is a production server. Deploy %2 plugins to it? [y/N]")
                                 .arg(connection.name, QString::number(m_sent.size()));
    if (!m_sent.isEmpty() && connection.production && isProductionAgreed(question)) {
        options().allowed.insert(Consent::Production);
    }
    options().failFast = options().failFast || connection.production;
    for (const Plugin &plugin : std::as_const(m_refused)) {
        m_report.add(refusal(plugin));
    }
    m_submitted = session()->queue().submit(makeRequests()) > 0;
    if (!m_submitted) {
        report();
    } else if (interrupt().wasRequested() || (options().failFast && !m_refused.isEmpty())) {
        session()->queue().cancelWaiting();
    }
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
                         .consents = options().allowed,
                         .otherIds = ids.value(spaceOf(*plugin.kind)),
                         .sendUnchanged = options().sendUnchanged});
    }
    return requests;
}

void DeployCommand::connectQueue()
{
    DeployQueue &queue = session()->queue();
    connect(&queue, &DeployQueue::stageChanged, this,
            [this](const QString &path, DeployStage stage) { m_report.showStage(path, stage); });
    connect(&queue, &DeployQueue::finished, this, &DeployCommand::onResult);
    connect(&queue, &DeployQueue::held, this, [this](const QString &reason) {
        complainAbout({reason, {}}, console());
        // Nobody is here to say when to go on.
        session()->queue().cancelWaiting();
    });
    connect(&queue, &DeployQueue::runFinished, this, &DeployCommand::report);
}

void DeployCommand::onResult(const DeployResult &result)
{
    if (hasEnded()) {
        return;
    }
    m_report.add(result);
    if (options().failFast && !result.isSuccess() && result.outcome != DeployOutcome::Cancelled) {
        session()->queue().cancelWaiting();
    }
}

void DeployCommand::interrupted()
{
    if (!m_submitted) {
        end(ExitCode::Interrupted);
        return;
    }
    console().complain(tr("Interrupted: nothing more is sent, what runs is finished. Ctrl+C again stops at once."));
    session()->queue().cancelWaiting();
    cancelUnsent();
}

void DeployCommand::cancelUnsent()
{
    for (const Plugin &plugin : std::as_const(m_sent)) {
        if (m_report.isRunning(plugin.path) && isBeforeSending(m_report.stageOf(plugin.path))) {
            session()->queue().cancel(plugin.path);
        }
    }
}

void DeployCommand::insisted()
{
    if (hasEnded()) {
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
    if (hasEnded()) {
        return;
    }
    const bool written = m_report.finish(session()->connection(), session()->queue().release());
    if (interrupt().wasRequested()) {
        end(ExitCode::Interrupted);
    } else {
        end(written ? m_report.exitCode() : ExitCode::Failed);
    }
}

} // namespace owui
