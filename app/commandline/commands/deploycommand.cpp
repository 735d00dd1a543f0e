// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/commands/deploycommand.h"

#include "commandline/input/interrupt.h"
#include "commandline/output/console.h"
#include "commandline/output/planlines.h"
#include "commandline/output/pluginlines.h"
#include "compare/plandecision.h"
#include "deploy/job/deploywords.h"
#include "deploy/run/serversession.h"

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
    const Problem problem = fileProblem(plugin).value_or(Problem());
    result.message = problem.text;
    result.remedy = problem.remedy;
    return result;
}

/// What the plan blocks, and nobody agreed to.
DeployResult blocked(const PlanRow &row, const PlanDecision &decision)
{
    DeployResult result = unfinished(row.plugin);
    result.outcome = DeployOutcome::Blocked;
    result.stage = DeployStage::LookingUp;
    result.message = decision.reason;
    result.remedy = decision.remedy;
    result.missing = decision.missing;
    result.versionBefore = row.comparison.versionThere;
    result.versionAfter = row.comparison.versionThere;
    return result;
}

DeployResult unchanged(const PlanRow &row, const std::optional<ServerPlugin> &there)
{
    DeployResult result = unfinished(row.plugin);
    result.outcome = DeployOutcome::Unchanged;
    result.stage = DeployStage::Done;
    result.versionBefore = row.comparison.versionThere;
    result.versionAfter = row.comparison.versionThere;
    if (there && there->space == PluginSpace::Function) {
        result.active = there->active;
    }
    result.message = successText(result);
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
    : PlanningCommand(options, console, interrupt, parent)
    , m_report(options, console)
{
}

void DeployCommand::connected()
{
    const bool production = session()->connection().production;
    options().failFast = options().failFast || production;
    if (!options().dryRun && std::ranges::none_of(chosen(), &Plugin::deployable)) {
        // There is nothing that the server could be asked about.
        std::ranges::transform(chosen(), std::back_inserter(m_settled), refusal);
        send();
        return;
    }
    PlanningCommand::connected();
}

void DeployCommand::planned(const QList<PlanRow> &rows)
{
    if (options().dryRun) {
        showPlan(rows);
        return;
    }
    sortOut(rows);
    send();
}

void DeployCommand::unplanned(const ServerError &error)
{
    if (options().dryRun) {
        PlanningCommand::unplanned(error);
        return;
    }
    for (const Plugin &plugin : chosen()) {
        if (plugin.deployable()) {
            m_sent.append({.plugin = plugin});
        } else {
            m_settled.append(refusal(plugin));
        }
    }
    send();
}

void DeployCommand::showPlan(const QList<PlanRow> &rows)
{
    if (options().json) {
        console().document(documentText(
            planDocument(serverObject(session()->connection(), release()), selection(),
                         {.rows = rows, .serverOnly = pluginsOnlyOnServer(inventory(), selection(), options())},
                         inventory(), options())));
    } else {
        printPlan(rows, options(), console());
    }
    const bool isBlocked = std::ranges::any_of(rows, [this](const PlanRow &row) {
        return decide(row, options().allowed, options().sendUnchanged).action == PlanAction::Blocked;
    });
    end(isBlocked ? ExitCode::Failed : ExitCode::Done);
}

void DeployCommand::sortOut(const QList<PlanRow> &rows)
{
    for (const PlanRow &row : rows) {
        const PlanDecision decision = decide(row, options().allowed, options().sendUnchanged);
        if (!row.plugin.deployable()) {
            m_settled.append(refusal(row.plugin));
        } else if (decision.action == PlanAction::Blocked) {
            m_settled.append(blocked(row, decision));
        } else if (decision.action == PlanAction::None) {
            m_settled.append(unchanged(row, serverSide(row, inventory())));
        } else {
            m_sent.append(row);
        }
    }
}

void DeployCommand::send()
{
    const Connection &connection = session()->connection();
    m_report.expect(selection().root, chosen());
    connectQueue();
    const QString question = tr("“%1” is a production server. Deploy %2 plugins to it? [y/N]")
                                 .arg(connection.name, QString::number(m_sent.size()));
    if (!m_sent.isEmpty() && connection.production && isProductionAgreed(question)) {
        options().allowed.insert(Consent::Production);
    }
    for (const DeployResult &result : std::as_const(m_settled)) {
        m_report.add(result);
    }
    m_submitted = session()->run().deploy(makeRequests()) > 0;
    const bool isStopped = options().failFast && !std::ranges::all_of(m_settled, &DeployResult::isSuccess);
    if (!m_submitted) {
        report();
    } else if (interrupt().wasRequested() || isStopped) {
        session()->run().cancelWaiting();
    }
}

QList<DeployRequest> DeployCommand::makeRequests() const
{
    // That a plugin finds its own id among the others does no harm: it is not on the server when copies are looked for.
    DeployOptions shared{.root = selection().root,
                         .otherIds = {},
                         .commitTemplate = options().message,
                         .sendUnchanged = options().sendUnchanged};
    for (const Plugin &plugin : selection().plugins) {
        if (plugin.deployable()) {
            shared.otherIds[spaceOf(*plugin.kind)].insert(plugin.id);
        }
    }
    QList<DeployRequest> requests;
    for (const PlanRow &row : m_sent) {
        requests.append(requestFor(row.plugin, row.lookedAt(), options().allowed, shared));
    }
    return requests;
}

void DeployCommand::connectQueue()
{
    Run &run = session()->run();
    connect(&run, &Run::stageChanged, this,
            [this](const QString &path, DeployStage stage) { m_report.showStage(path, stage); });
    connect(&run, &Run::finished, this, &DeployCommand::onResult);
    connect(&run, &Run::held, this, [this](const QString &reason) {
        complainAbout({reason, {}}, console());
        // Nobody is here to say when to go on.
        session()->run().cancelWaiting();
    });
    connect(&run, &Run::runFinished, this, &DeployCommand::report);
}

void DeployCommand::onResult(const DeployResult &result)
{
    if (hasEnded()) {
        return;
    }
    m_report.add(result);
    if (options().failFast && !result.isSuccess() && result.outcome != DeployOutcome::Cancelled) {
        session()->run().cancelWaiting();
    }
}

void DeployCommand::interrupted()
{
    if (!m_submitted) {
        end(ExitCode::Interrupted);
        return;
    }
    console().complain(tr("Interrupted: nothing more is sent, what runs is finished. Ctrl+C again stops at once."));
    session()->run().cancelWaiting();
    cancelUnsent();
}

void DeployCommand::cancelUnsent()
{
    for (const PlanRow &row : std::as_const(m_sent)) {
        const QString &path = row.plugin.path;
        if (m_report.isRunning(path) && isBeforeSending(m_report.stageOf(path))) {
            session()->run().cancel(path);
        }
    }
}

void DeployCommand::insisted()
{
    if (!m_submitted) {
        end(ExitCode::Interrupted);
        return;
    }
    for (const PlanRow &row : std::as_const(m_sent)) {
        if (!m_report.hasEnded(row.plugin.path)) {
            m_report.add(abandoned(row.plugin, m_report.stageOf(row.plugin.path)));
        }
    }
    report();
}

void DeployCommand::report()
{
    if (hasEnded()) {
        return;
    }
    const bool written = m_report.finish(session()->connection(), release());
    if (interrupt().wasRequested()) {
        end(ExitCode::Interrupted);
    } else {
        end(written ? m_report.exitCode() : ExitCode::Failed);
    }
}

} // namespace owui
