// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/commands/deploycommand.h"

#include "commandline/arguments/texts.h"
#include "commandline/input/interrupt.h"
#include "commandline/output/console.h"
#include "commandline/output/planlines.h"
#include "compare/plan/plandecision.h"
#include "deploy/job/deploywords.h"
#include "deploy/run/runjson.h"
#include "deploy/run/serversession.h"
#include "plugins/pluginid.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

DeployResult unsent(DeployResult result, DeployOutcome outcome, DeployStage stage)
{
    result.outcome = outcome;
    result.stage = stage;
    return result;
}

/// A plugin that its own findings, or a decision, keep from being sent.
DeployResult refusal(const Plugin &plugin)
{
    DeployResult result = unsent(DeployResult::of(plugin), DeployOutcome::Blocked, DeployStage::Reading);
    const Problem problem = fileProblem(plugin).value_or(Problem());
    result.message = problem.text;
    result.remedy = problem.remedy;
    return result;
}

DeployResult subjectOf(const PlanRow &row)
{
    DeployResult subject = DeployResult::of(row.plugin);
    subject.versionBefore = row.comparison.versionThere;
    subject.versionAfter = row.comparison.versionThere;
    return subject;
}

/// What the plan blocks, and nobody agreed to.
DeployResult blocked(const PlanRow &row, const PlanDecision &decision)
{
    DeployResult result = unsent(subjectOf(row), DeployOutcome::Blocked, DeployStage::LookingUp);
    result.message = decision.reason;
    result.remedy = decision.remedy;
    result.missing = decision.missing;
    return result;
}

/// The run would find it by its id, and be refused.
DeployResult switchedOff(const PlanRow &row, const ServerError &error)
{
    DeployResult result = unsent(subjectOf(row), DeployOutcome::Blocked, DeployStage::LookingUp);
    result.error = error;
    result.message = error.text();
    result.remedy = error.remedy();
    return result;
}

DeployResult unchanged(const PlanRow &row, const std::optional<ServerPlugin> &there)
{
    DeployResult result = unsent(subjectOf(row), DeployOutcome::Unchanged, DeployStage::Done);
    result.active = there ? there->isOn() : std::nullopt;
    result.message = successText(result);
    return result;
}

} // namespace

DeployCommand::DeployCommand(const CommandLineOptions &options, Console &console, const Interrupt &interrupt)
    : PlanningCommand(options, console, interrupt)
    , m_report(options, console)
{
}

void DeployCommand::connected()
{
    options().failFast = options().failFast || session()->connection().production;
    if (std::ranges::none_of(chosen(), &Plugin::deployable)) {
        // There is nothing that the server could be asked about.
        unplanned({});
        return;
    }
    const bool hasTools =
        std::ranges::any_of(chosen(), [](const Plugin &plugin) { return plugin.kind == PluginKind::Tool; });
    if (hasTools && options().order == DeployOrder::UpdateThenCreate) {
        console().complain(toolOrderText(), Tone::Faint);
    }
    PlanningCommand::connected();
}

/// Where one failure keeps the others from being sent, all is known before the first.
PlanMaker::Scope DeployCommand::scope() const
{
    return options().failFast ? PlanMaker::Scope::Chosen : PlanMaker::Scope::Sent;
}

void DeployCommand::planned(const QList<PlanRow> &rows)
{
    for (const PlanRow &row : rows) {
        const PlanDecision decision = decide(row, options().allowed, options().sendUnchanged);
        if (!row.plugin.deployable()) {
            m_settled.append(refusal(row.plugin));
        } else if (const ServerError off = inventory().switchedOff(spaceOf(*row.plugin.kind));
                   off && row.isServerNotAsked()) {
            m_settled.append(switchedOff(row, off));
        } else if (row.isServerNotAsked()) {
            m_sent.append({.plugin = row.plugin}); // the run asks once more, and tells why
        } else if (decision.action == PlanAction::Blocked) {
            m_settled.append(blocked(row, decision));
        } else if (decision.action == PlanAction::None) {
            m_settled.append(unchanged(row, serverSide(row, inventory())));
        } else {
            m_sent.append(row);
        }
    }
    send();
}

void DeployCommand::unplanned(const ServerError &)
{
    for (const Plugin &plugin : chosen()) {
        if (plugin.deployable()) {
            m_sent.append({.plugin = plugin});
        } else {
            m_settled.append(refusal(plugin));
        }
    }
    send();
}

void DeployCommand::send()
{
    const Connection &connection = session()->connection();
    const QString question = tr("“%1” is a production server. Deploy %2 plugins to it? [y/N]")
                                 .arg(connection.name, QString::number(m_sent.size()));
    if (!m_sent.isEmpty() && connection.production && isProductionAgreed(question)) {
        options().allowed.insert(Consent::Production);
    }
    m_report.expect(selection().root, chosen());
    reportSettled();
    connectRun();
    if (session()->run().deploy(makeRequests()) == 0) {
        report();
        return;
    }
    const bool isStopped = options().failFast && !std::ranges::all_of(m_settled, &DeployResult::isSuccess);
    if (interrupt().wasRequested() || isStopped) {
        session()->run().cancelWaiting();
    }
}

void DeployCommand::reportSettled()
{
    const Console::Together lines(console());
    for (const DeployResult &result : std::as_const(m_settled)) {
        m_report.add(result);
    }
}

QList<DeployRequest> DeployCommand::makeRequests() const
{
    // That a plugin finds its own id among the others does no harm: it is not on the server when copies are looked for.
    const DeployOptions shared{.root = selection().root,
                               .otherIds = idsOf(selection().plugins),
                               .commitTemplate = options().message,
                               .sendUnchanged = options().sendUnchanged};
    QList<DeployRequest> requests;
    for (const PlanRow &row : m_sent) {
        DeployRequest request = requestFor(row.plugin, row.lookedAt(), options().allowed, shared);
        if (row.plugin.kind && !row.isServerNotAsked()) {
            const PluginSpace space = spaceOf(*row.plugin.kind);
            request.recentLook = inventory().lastLook(space, row.plugin.id);
            if (!request.recentLook) {
                request.recentLook = inventory().presumedMissing(space, row.plugin.id);
            }
        }
        requests.append(request);
    }
    return requests;
}

void DeployCommand::connectRun()
{
    Run &run = session()->run();
    connect(&run, &Run::stageChanged, this,
            [this](const QString &path, DeployStage stage) { m_report.showStage(path, stage); });
    connect(&run, &Run::finished, this, &DeployCommand::onResult);
    connect(&run, &Run::held, this, [this](const QString &reason) {
        console().complain(Problem{reason, {}});
        // Nobody is here to say when to go on.
        session()->run().cancelWaiting();
    });
    connect(&run, &Run::runFinished, this, &DeployCommand::report);
}

void DeployCommand::onResult(const DeployResult &result)
{
    m_report.add(result);
    if (options().failFast && !result.isSuccess() && result.outcome != DeployOutcome::Cancelled) {
        session()->run().cancelWaiting();
    }
}

void DeployCommand::report()
{
    if (options().json) {
        writeDocument(runDocument(m_report.results()));
    }
    const bool written = m_report.finish();
    conclude(written ? m_report.exitCode() : ExitCode::Failed);
}

} // namespace owui
