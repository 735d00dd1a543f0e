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

bool isWorthALine(const Finding &finding)
{
    return finding.severity() != Severity::Info;
}

} // namespace

void CheckCommand::start()
{
    if (std::optional<PluginSelection> selection = readSelection()) {
        m_selection = *std::move(selection);
        removeUnwanted(m_selection.plugins, options());
        checkNext();
    }
}

void CheckCommand::checkNext()
{
    while (m_next < m_selection.plugins.size()) {
        const Plugin &plugin = m_selection.plugins.at(m_next);
        if (!plugin.skipped) {
            const Result<PluginSource, SkipReason> source = readSourceOf(m_selection.root, plugin);
            if (source) {
                console().setProgress(tr("Checking %1…").arg(plugin.path));
                m_localCheck.check(source.value().utf8, this, [this](const LocalCheckResult &result) { add(result); });
                return;
            }
            m_selection.plugins[m_next].findings.append(
                {.code = FindingCode::PythonNotChecked, .argument = textOf(source.error())});
        }
        ++m_next;
    }
    console().setProgress({});
    end(report());
}

void CheckCommand::add(const LocalCheckResult &result)
{
    m_python = result.pythonVersion.isEmpty() ? m_python : result.pythonVersion;
    if (const std::optional<Finding> finding = result.finding()) {
        m_selection.plugins[m_next].findings.append(*finding);
    }
    ++m_next;
    checkNext();
}

ExitCode CheckCommand::report()
{
    if (options().json) {
        console().document(documentText(listDocument(m_selection.root, m_selection.plugins)));
    }
    bool found = false;
    for (const Plugin &plugin : std::as_const(m_selection.plugins)) {
        found = found || fails(plugin);
        if (!plugin.skipped) {
            std::ranges::for_each(plugin.findings, [this, &plugin](const Finding &finding) { tell(plugin, finding); });
        } else if (isNamedInVain(plugin, m_selection)) {
            printRefusal(plugin, console());
        }
    }
    console().note(countsText(m_selection.plugins));
    if (const QString limit = limitOfCheck(m_python); !limit.isEmpty()) {
        console().note(limit);
    }
    const bool written = writeReport();
    return found || !written ? ExitCode::Failed : ExitCode::Done;
}

bool CheckCommand::fails(const Plugin &plugin) const
{
    if (plugin.skipped) {
        return isNamedInVain(plugin, m_selection);
    }
    return std::ranges::any_of(plugin.findings, [this](const Finding &finding) {
        return finding.severity() == Severity::Error || (options().strict && finding.severity() == Severity::Warning);
    });
}

void CheckCommand::tell(const Plugin &plugin, const Finding &finding)
{
    if (isWorthALine(finding) || options().verbosity == Verbosity::Verbose) {
        printFinding(plugin, finding, console());
    }
    if (isWorthALine(finding) && wantsGithubAnnotations()) {
        console().annotate({.severity = finding.severity(),
                            .file = QDir(m_selection.root).filePath(plugin.file()),
                            .line = plugin.entry ? 0 : finding.line, // that of the code is not one of the file
                            .title = plugin.title(),
                            .text = finding.text()});
    }
}

bool CheckCommand::writeReport()
{
    QList<JunitCase> cases;
    for (const Plugin &plugin : std::as_const(m_selection.plugins)) {
        if (plugin.skipped && !fails(plugin)) {
            continue;
        }
        QStringList lines = plugin.skipped ? QStringList{textOf(*plugin.skipped)} : QStringList();
        for (const Finding &finding : plugin.findings) {
            if (isWorthALine(finding)) {
                lines.append(u"%1: %2 %3"_s.arg(severityText(finding.severity()), finding.text(), finding.remedy()));
            }
        }
        cases.append({.file = plugin.file(),
                      .name = plugin.id.isEmpty() ? plugin.path : plugin.id,
                      .failure = fails(plugin) ? std::optional(lines.join(u'\n')) : std::nullopt});
    }
    return writeJunitReport(options().junitFile, u"owui-deploy check"_s, cases, console());
}

} // namespace owui
