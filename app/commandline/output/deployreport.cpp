// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/output/deployreport.h"

#include "commandline/arguments/texts.h"
#include "commandline/output/console.h"
#include "commandline/output/githubannotation.h"
#include "commandline/output/junitreport.h"
#include "commandline/output/pluginlines.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

/// An entry of an export is a row of its own, but no file.
QString fileOf(const QString &path)
{
    const qsizetype mark = path.lastIndexOf(u".json#"_s, -1, Qt::CaseInsensitive);
    return mark < 0 || path.endsWith(u".py"_s) ? path : path.first(mark + 5);
}

/// The signs of a plan, and some for what no plan knows.
TextTable::Cell symbolOf(DeployOutcome outcome)
{
    switch (outcome) {
    case DeployOutcome::Created:
        return {u"+"_s, Tone::Good};
    case DeployOutcome::Updated:
    case DeployOutcome::SwitchedOn:
    case DeployOutcome::SwitchedOff:
    case DeployOutcome::TakenBack:
        return {u"~"_s, Tone::Good};
    case DeployOutcome::Deleted:
        return {u"-"_s, Tone::Good};
    case DeployOutcome::Unchanged:
        return {u"="_s, Tone::Faint};
    case DeployOutcome::Failed:
        return {u"✗"_s, Tone::Bad};
    case DeployOutcome::Unknown:
        return {u"?"_s, Tone::Bad};
    case DeployOutcome::Cancelled:
        return {u"–"_s, Tone::Warning};
    case DeployOutcome::Blocked:
        return {u"!"_s, Tone::Bad};
    }
    return {};
}

bool hasFailed(const DeployResult &result)
{
    return !result.isSuccess() && result.outcome != DeployOutcome::Cancelled;
}

QString whatHappened(const DeployResult &result)
{
    return u"%1 %2"_s.arg(result.message, result.remedy).trimmed();
}

} // namespace

DeployReport::DeployReport(const CommandLineOptions &options, Console &console)
    : m_options(options)
    , m_console(console)
{
}

void DeployReport::expect(const QString &root, const QList<Plugin> &plugins)
{
    m_root = root;
    m_expected = plugins.size();
    for (const Plugin &plugin : plugins) {
        m_table.makeRoom({{u"+"_s}, {kindText(plugin.kind)}, {plugin.id.isEmpty() ? plugin.path : plugin.id}});
    }
}

void DeployReport::showStage(const QString &path, DeployStage stage)
{
    m_stages.insert(path, stage);
    showProgress();
}

void DeployReport::add(DeployResult result)
{
    addConsentHint(result);
    m_stages.remove(result.path);
    m_summary.count(result.outcome);
    m_results.append(result);
    printResult(result);
    if (wantsGithubAnnotations()) {
        printAnnotation(result);
    }
    showProgress();
}

void DeployReport::printResult(const DeployResult &result)
{
    if (result.isSuccess() && result.warnings.isEmpty() && m_console.verbosity() == Verbosity::Quiet) {
        return;
    }
    const QString name = result.id.isEmpty() ? result.path : result.id;
    const TextTable::Cell symbol = symbolOf(result.outcome);
    // A message tells by itself how it ended.
    const TextTable::Cell last =
        result.isSuccess()
            ? TextTable::Cell{result.message, result.outcome == DeployOutcome::Unchanged ? Tone::Faint : Tone::Plain}
            : TextTable::Cell{u"%1: %2"_s.arg(textOf(result.outcome), result.path), symbol.tone};
    m_table.printRow({symbol, {kindText(result.kind)}, {name, Tone::Strong}, last}, m_console);
    if (!result.isSuccess()) {
        m_console.indentedLine(result.message, Tone::Plain);
        if (!result.remedy.isEmpty()) {
            m_console.indentedLine(result.remedy, Tone::Plain);
        }
    }
    for (const QString &warning : result.warnings) {
        m_console.indentedLine(warning, Tone::Warning);
    }
    m_console.flush();
}

void DeployReport::printAnnotation(const DeployResult &result)
{
    const bool isFailure = hasFailed(result);
    if (!isFailure && result.warnings.isEmpty()) {
        return;
    }
    const QString told = isFailure ? whatHappened(result) : result.warnings.join(u' ');
    m_console.annotate({.severity = isFailure ? Severity::Error : Severity::Warning,
                        .file = QDir(m_root).filePath(fileOf(result.path)),
                        .line = 0,
                        .title = u"%1: %2"_s.arg(result.title, textOf(result.outcome)),
                        .text = told});
}

void DeployReport::showProgress()
{
    if (m_stages.isEmpty()) {
        m_console.setProgress({});
        return;
    }
    QStringList running;
    for (auto it = m_stages.cbegin(); it != m_stages.cend(); ++it) {
        running.append(tr("%1: %2").arg(it.key(), textOf(it.value())));
    }
    running.sort();
    m_console.setProgress(
        tr("%1 of %2 · %3")
            .arg(QString::number(m_results.size()), QString::number(m_expected), running.join(u" · "_s)));
}

bool DeployReport::finish()
{
    m_stages.clear();
    m_console.setProgress({});
    m_console.note(m_summary.text());
    const bool written = writeReport();
    m_console.flush();
    return written;
}

bool DeployReport::writeReport() const
{
    QList<JunitCase> cases;
    for (const DeployResult &result : m_results) {
        cases.append({.file = result.path,
                      .name = result.id.isEmpty() ? result.path : result.id,
                      .failure = hasFailed(result) ? std::optional(whatHappened(result)) : std::nullopt,
                      .isSkipped = result.outcome == DeployOutcome::Cancelled,
                      .elapsed = result.elapsed});
    }
    return writeJunitReport(m_options.junitFile, u"owui-deploy deploy"_s, cases, m_console);
}

ExitCode DeployReport::exitCode() const
{
    return exitCodeOfAll(m_results);
}

ExitCode exitCodeOfAll(const QList<DeployResult> &results)
{
    if (RunSummary::of(results).isClean()) {
        return ExitCode::Done;
    }
    // Where something of the same space arrived, the server could be asked: the failure is the plugin's own.
    const auto isRefused = [&results](const DeployResult &refused) {
        const auto arrived = [&refused](const DeployResult &other) {
            return other.isSuccess() && other.space == refused.space;
        };
        return (refused.error.concernsConnection() || refused.isNotAsked()) && std::ranges::none_of(results, arrived);
    };
    return std::ranges::any_of(results, isRefused) ? ExitCode::NoConnection : ExitCode::Failed;
}

} // namespace owui
