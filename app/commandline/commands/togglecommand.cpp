// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/commands/togglecommand.h"

#include "commandline/input/interrupt.h"
#include "commandline/input/serverlookup.h"
#include "commandline/output/console.h"
#include "commandline/output/jsonoutput.h"
#include "commandline/output/pluginlines.h"
#include "deploy/job/deploywords.h"
#include "deploy/journal/historyjournal.h"
#include "deploy/run/serversession.h"

#include <QDir>

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

ToggleCommand::ToggleCommand(const CommandLineOptions &options, Console &console, const Interrupt &interrupt,
                             QObject *parent)
    : ServerCommand(options, console, interrupt, parent)
    , m_wanted(options.paths.value(1) == u"on")
{
}

void ToggleCommand::start()
{
    const Result<PluginReference> reference = PluginReference::parse(options().paths.value(0));
    if (!reference) {
        complainAbout(reference.error(), console());
        end(ExitCode::Usage);
        return;
    }
    m_reference = reference.value();
    if (m_reference.space == PluginSpace::Tool) {
        complainAbout({tr("Tools cannot be switched on or off; Open WebUI knows that for functions only."), {}},
                      console());
        end(ExitCode::Usage);
        return;
    }
    findServer(QDir::currentPath());
}

void ToggleCommand::connected()
{
    session()->server().fetchRelease(this, [this](const Answer<ServerRelease> &answer) {
        if (hasEnded()) {
            return;
        }
        m_release = answer.value.value_or(ServerRelease());
        lookUpOnServer(session()->server(), m_reference, this, [this](const ServerLookUp &look) {
            if (hasEnded()) {
                return;
            }
            if (look.plugin) {
                decide(*look.plugin);
            } else {
                report(Outcome::Failed, look.problem, look.error);
            }
        });
    });
}

void ToggleCommand::decide(const ServerPlugin &plugin)
{
    m_plugin = plugin;
    const QString server = session()->connection().name;
    if (plugin.space == PluginSpace::Tool) {
        report(Outcome::Failed,
               {tr("“%1” is a tool on “%2”, and tools cannot be switched on or off.").arg(plugin.id, server),
                tr("To keep people from using it, take its shares away in Open WebUI.")});
    } else if (plugin.active == m_wanted) {
        report(Outcome::Unchanged, {});
    } else if (!isProductionAgreed((m_wanted ? tr("“%1” is a production server. Switch “%2” on there? [y/N]")
                                             : tr("“%1” is a production server. Switch “%2” off there? [y/N]"))
                                       .arg(server, plugin.id))) {
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
    m_flipping = true;
    Run &run = session()->run();
    connect(&run, &Run::runFinished, this, [this, &run] { onSwitched(run.results().first()); });
    run.switchTo({{.subject = DeployResult::of(*m_plugin), .wanted = m_wanted, .consents = {Consent::Production}}});
}

void ToggleCommand::onSwitched(const DeployResult &result)
{
    for (const QString &warning : result.warnings) {
        complainAbout({warning, {}}, console());
    }
    m_plugin->active = result.active.value_or(m_plugin->active);
    if (result.outcome == DeployOutcome::Unchanged) {
        report(Outcome::Unchanged, {});
    } else if (result.isSuccess()) {
        report(Outcome::Changed, {});
    } else {
        report(result.outcome == DeployOutcome::Unknown ? Outcome::Unknown : Outcome::Failed,
               {u"“%1”: %2"_s.arg(m_plugin->id, result.message), result.remedy}, result.error);
    }
}

void ToggleCommand::interrupted()
{
    if (m_flipping && !hasEnded()) {
        console().complain(tr("Interrupted: what was sent is finished. Ctrl+C again stops at once."));
    } else {
        end(ExitCode::Interrupted);
    }
}

void ToggleCommand::insisted()
{
    if (m_flipping && !hasEnded()) {
        report(Outcome::Unknown, {tr("Interrupted while the server was at work; it may still switch it."),
                                  tr("Look again: a second switch would turn it back.")});
    } else {
        end(ExitCode::Interrupted);
    }
}

void ToggleCommand::report(Outcome outcome, const Problem &problem, const ServerError &error)
{
    if (hasEnded()) {
        return;
    }
    const bool isFine = outcome == Outcome::Changed || outcome == Outcome::Unchanged;
    const QString state = m_wanted ? tr("on") : tr("off");
    const QString message = outcome == Outcome::Changed     ? tr("“%1” is now %2.").arg(m_plugin->id, state)
                            : outcome == Outcome::Unchanged ? tr("“%1” is already %2.").arg(m_plugin->id, state)
                                                            : problem.text;
    if (isFine) {
        console().note(console().toned(message, outcome == Outcome::Changed ? Tone::Good : Tone::Plain));
    } else {
        complainAbout(problem, console());
    }
    if (options().json) {
        const bool isKnown = m_plugin && m_plugin->space == PluginSpace::Function && outcome != Outcome::Unknown;
        const bool hasKind = m_plugin && m_plugin->kind;
        console().document(
            documentText({{u"server"_s, serverObject(session()->connection(), m_release)},
                          {u"kind"_s, hasKind ? QJsonValue(nameOf(*m_plugin->kind)) : QJsonValue(QJsonValue::Null)},
                          {u"id"_s, m_reference.id},
                          {u"outcome"_s, nameOf(outcome)},
                          {u"active"_s, isKnown ? QJsonValue(m_plugin->active) : QJsonValue(QJsonValue::Null)},
                          {u"httpStatus"_s, statusOrNull(error)},
                          {u"detail"_s, detailOrNull(error)},
                          {u"message"_s, message},
                          {u"remedy"_s, problem.remedy}}));
    }
    if (interrupt().wasRequested()) {
        end(ExitCode::Interrupted);
    } else {
        end(isFine ? ExitCode::Done : exitCodeOf(error));
    }
}

} // namespace owui
