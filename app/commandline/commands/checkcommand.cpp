// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/commands/checkcommand.h"

#include "commandline/input/interrupt.h"
#include "commandline/output/console.h"
#include "commandline/output/githubannotation.h"
#include "commandline/output/jsonoutput.h"
#include "commandline/output/junitreport.h"
#include "commandline/output/pluginlines.h"
#include "plugins/pluginfile.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

bool counts(const Finding &finding)
{
    return finding.severity() != Severity::Info;
}

} // namespace

CheckCommand::CheckCommand(const CommandLineOptions &options, Console &console, const Interrupt &interrupt,
                           QObject *parent)
    : Command(parent)
    , m_options(options)
    , m_console(console)
    , m_interrupt(interrupt)
{
    connect(&interrupt, &Interrupt::requested, this, [this] { end(ExitCode::Interrupted); });
}

void CheckCommand::start()
{
    Result<PluginSelection> read = readPlugins(m_options, m_interrupt.flag());
    if (!read) {
        complainAbout(read.error(), m_console);
        end(ExitCode::Usage);
        return;
    }
    m_selection = std::move(read).value();
    if (m_selection.cancelled) {
        end(ExitCode::Interrupted);
        return;
    }
    for (const Problem &problem : std::as_const(m_selection.problems)) {
        complainAbout(problem, m_console);
    }
    m_selection.plugins.removeIf(
        [this](const Plugin &plugin) { return !plugin.skipped && !isWanted(plugin, m_options); });
    checkNext();
}

void CheckCommand::checkNext()
{
    while (m_next < m_selection.plugins.size()) {
        const Plugin &plugin = m_selection.plugins.at(m_next);
        if (!plugin.skipped) {
            const Result<PluginSource, SkipReason> source =
                readPluginSource(QDir(m_selection.root).filePath(plugin.path));
            if (source) {
                m_console.setProgress(tr("Checking %1…").arg(plugin.path));
                m_localCheck.check(source.value().utf8, this, [this](const LocalCheckResult &result) { add(result); });
                return;
            }
            m_selection.plugins[m_next].findings.append(
                {.code = FindingCode::PythonNotChecked, .argument = textOf(source.error())});
        }
        ++m_next;
    }
    m_console.setProgress({});
    end(report());
}

void CheckCommand::add(const LocalCheckResult &result)
{
    if (const std::optional<Finding> finding = result.finding()) {
        m_selection.plugins[m_next].findings.append(*finding);
    }
    ++m_next;
    checkNext();
}

ExitCode CheckCommand::report()
{
    bool found = !m_selection.problems.isEmpty();
    if (m_options.json) {
        m_console.document(documentText(listDocument(m_selection.root, m_selection.plugins)));
    }
    for (const Plugin &plugin : std::as_const(m_selection.plugins)) {
        if (plugin.skipped) {
            continue;
        }
        for (const Finding &finding : plugin.findings) {
            found = found || counts(finding);
            if (counts(finding) || m_options.verbosity == Verbosity::Verbose) {
                printFinding(plugin, finding, m_console);
            }
            if (wantsGithubAnnotations() && counts(finding)) {
                m_console.complain(githubAnnotation({.severity = finding.severity(),
                                                     .file = QDir(m_selection.root).filePath(plugin.path),
                                                     .line = finding.line,
                                                     .title = plugin.title(),
                                                     .text = finding.text()}));
            }
        }
    }
    m_console.note(countsText(m_selection.plugins));
    if (!m_options.junitFile.isEmpty() && !writeReport()) {
        return ExitCode::Failed;
    }
    return found ? ExitCode::Failed : ExitCode::Done;
}

bool CheckCommand::writeReport()
{
    QList<JunitCase> cases;
    for (const Plugin &plugin : std::as_const(m_selection.plugins)) {
        if (plugin.skipped) {
            continue;
        }
        QStringList lines;
        for (const Finding &finding : plugin.findings) {
            if (counts(finding)) {
                lines.append(u"%1: %2 %3"_s.arg(severityText(finding.severity()), finding.text(), finding.remedy()));
            }
        }
        cases.append({.file = plugin.path,
                      .name = plugin.id.isEmpty() ? plugin.path : plugin.id,
                      .failure = lines.join(u'\n'),
                      .isFailure = !lines.isEmpty()});
    }
    const std::optional<Problem> problem = writeJunitReport(m_options.junitFile, u"owui-deploy check"_s, cases);
    if (problem) {
        complainAbout(*problem, m_console);
    }
    return !problem;
}

void CheckCommand::end(ExitCode code)
{
    if (!m_ended) {
        m_ended = true;
        emit finished(code);
    }
}

} // namespace owui
