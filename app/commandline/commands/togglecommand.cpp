// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/commands/togglecommand.h"

#include "commandline/input/interrupt.h"
#include "commandline/input/serverlookup.h"
#include "commandline/output/console.h"
#include "deploy/run/runjson.h"
#include "deploy/run/serversession.h"

using namespace Qt::StringLiterals;

namespace owui {

template<>
WordTable<ToggleCommand::Outcome> wordsOf()
{
    using Outcome = ToggleCommand::Outcome;
    static constexpr Word<Outcome> words[] = {{Outcome::Changed, "changed"},
                                              {Outcome::Unchanged, "unchanged"},
                                              {Outcome::Failed, "failed"},
                                              {Outcome::Unknown, "unknown"},
                                              {Outcome::Blocked, "blocked"}};
    return {.words = words};
}

void ToggleCommand::start()
{
    m_wanted = options().paths.value(1) == u"on";
    const std::optional<PluginReference> reference = readReference(options().paths.value(0));
    if (!reference) {
        return;
    }
    if (reference->space == PluginSpace::Tool) {
        fail({tr("Tools cannot be switched on or off; Open WebUI knows that for functions only."), {}},
             ExitCode::Usage);
        return;
    }
    m_reference = *reference;
    findServer();
}

void ToggleCommand::connected()
{
    askRelease([this] {
        lookUpOnServer(session()->server(), m_reference, this, [this](const ServerLookUp &look) {
            if (!hasEnded()) {
                decide(look);
            }
        });
    });
}

void ToggleCommand::decide(const ServerLookUp &look)
{
    m_plugin = look.plugin;
    const QString server = session()->connection().name;
    if (!m_plugin) {
        report(Outcome::Failed, look.problem, look.error);
    } else if (m_plugin->space == PluginSpace::Tool) {
        report(Outcome::Failed,
               {tr("“%1” is a tool on “%2”, and tools cannot be switched on or off.").arg(m_plugin->id, server),
                tr("To keep people from using it, take its shares away in Open WebUI.")});
    } else if (m_plugin->active == m_wanted) {
        report(Outcome::Unchanged);
    } else if (!isProductionAgreed((m_wanted ? tr("“%1” is a production server. Switch “%2” on there? [y/N]")
                                             : tr("“%1” is a production server. Switch “%2” off there? [y/N]"))
                                       .arg(server, m_plugin->id))) {
        report(Outcome::Blocked, {tr("“%1” is a production server, and nobody agreed to change it.").arg(server),
                                  tr("Here that is --yes.")});
    } else if (interrupt().wasRequested()) {
        end(ExitCode::Interrupted);
    } else {
        flip();
    }
}

void ToggleCommand::flip()
{
    Run &run = session()->run();
    connect(&run, &Run::runFinished, this, [this, &run] { onSwitched(run.results().first()); });
    run.switchTo({{.subject = DeployResult::of(*m_plugin), .wanted = m_wanted, .consents = {Consent::Production}}});
}

void ToggleCommand::onSwitched(const DeployResult &result)
{
    for (const QString &warning : result.warnings) {
        console().complain(Problem{warning, {}});
    }
    m_plugin->active = result.active.value_or(m_plugin->active);
    if (result.outcome == DeployOutcome::Unchanged) {
        report(Outcome::Unchanged);
    } else if (result.isSuccess()) {
        report(Outcome::Changed);
    } else {
        report(result.outcome == DeployOutcome::Unknown ? Outcome::Unknown : Outcome::Failed,
               {tr("“%1”: %2").arg(m_plugin->id, result.message), result.remedy}, result.error);
    }
}

void ToggleCommand::report(Outcome outcome, const Problem &problem, const ServerError &error)
{
    const bool isFine = outcome == Outcome::Changed || outcome == Outcome::Unchanged;
    const QString state = m_wanted ? tr("on") : tr("off");
    const QString message = outcome == Outcome::Changed     ? tr("“%1” is now %2.").arg(m_plugin->id, state)
                            : outcome == Outcome::Unchanged ? tr("“%1” is already %2.").arg(m_plugin->id, state)
                                                            : problem.text;
    if (isFine) {
        console().note(message, outcome == Outcome::Changed ? Tone::Good : Tone::Plain);
    } else {
        console().complain(problem);
    }
    if (options().json) {
        const bool isKnown = m_plugin && outcome != Outcome::Unknown;
        writeDocument({{u"kind"_s, nameOrNull(m_plugin ? m_plugin->kind : std::nullopt)},
                       {u"id"_s, m_reference.id},
                       {u"outcome"_s, nameOf(outcome)},
                       {u"active"_s, flagOrNull(isKnown ? m_plugin->isOn() : std::nullopt)},
                       {u"httpStatus"_s, statusOrNull(error)},
                       {u"detail"_s, detailOrNull(error)},
                       {u"message"_s, message},
                       {u"remedy"_s, problem.remedy}});
    }
    const bool isNotAsked = !m_plugin && error;
    conclude(isFine ? ExitCode::Done : isNotAsked ? ExitCode::NoConnection : exitCodeOf(error));
}

} // namespace owui
