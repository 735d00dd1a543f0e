// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/commands/command.h"

#include "commandline/input/interrupt.h"
#include "commandline/output/console.h"
#include "commandline/output/jsonoutput.h"

namespace owui {

Command::Command(const CommandLineOptions &options, Console &console, const Interrupt &interrupt)
    : m_options(options)
    , m_console(console)
    , m_interrupt(interrupt)
{
    connect(&interrupt, &Interrupt::requested, this, [this] { interrupted(); });
    connect(&interrupt, &Interrupt::insisted, this, [this] { insisted(); });
}

void Command::interrupted()
{
    end(ExitCode::Interrupted);
}

void Command::insisted()
{
    end(ExitCode::Interrupted);
}

void Command::end(ExitCode code)
{
    if (!m_ended) {
        m_ended = true;
        emit finished(code == ExitCode::Done && m_incomplete ? ExitCode::Failed : code);
    }
}

void Command::conclude(ExitCode code)
{
    end(m_interrupt.wasRequested() ? ExitCode::Interrupted : code);
}

void Command::fail(const Problem &problem, ExitCode code)
{
    m_console.complain(problem);
    writeFailure(problem);
    end(code);
}

void Command::writeFailure(const Problem &problem)
{
    if (m_options.json && !m_console.hasDocument()) {
        m_console.document(documentText(problemsDocument({}, {problem})));
    }
}

std::optional<PluginSelection> Command::readSelection()
{
    Result<PluginSelection> read = readPlugins(m_options, m_interrupt.flag());
    if (!read) {
        fail(read.error(), ExitCode::Usage);
        return {};
    }
    if (read.value().cancelled) {
        end(ExitCode::Interrupted);
        return {};
    }
    for (const Problem &problem : std::as_const(read.value().problems)) {
        m_console.complain(problem);
        m_incomplete = true;
    }
    return std::move(read).value();
}

std::optional<PluginReference> Command::readReference(const QString &text)
{
    const Result<PluginReference> reference = PluginReference::parse(text);
    if (!reference) {
        fail(reference.error(), ExitCode::Usage);
        return {};
    }
    return reference.value();
}

} // namespace owui
