// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/commands/diffcommand.h"

#include "commandline/input/interrupt.h"
#include "commandline/output/console.h"
#include "commandline/output/planlines.h"
#include "compare/text/storedtext.h"
#include "deploy/run/serversession.h"
#include "plugins/pluginfile.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

/// What is there, or looks like a path, is a file; all else is an id.
bool isFileOperand(const QString &operand)
{
    return QFileInfo::exists(operand) || operand.contains(u'/') || operand.endsWith(u".py") ||
           operand.contains(u".json"); // of which an entry is "file.json#id"
}

bool names(const PluginReference &reference, const Plugin &plugin)
{
    return plugin.kind && !plugin.skipped && reference.id == plugin.id && reference.admits(spaceOf(*plugin.kind));
}

} // namespace

void DiffCommand::start()
{
    QStringList files;
    for (const QString &operand : std::as_const(options().paths)) {
        if (isFileOperand(operand)) {
            files.append(operand);
            continue;
        }
        const std::optional<PluginReference> reference = readReference(operand);
        if (!reference) {
            return;
        }
        m_ids.append(*reference);
    }
    if (!m_ids.isEmpty() && !files.isEmpty()) {
        // Ids are those of the present folder, which a file need not lie in.
        fail({tr("Name ids or files, not both in one call."), {}}, ExitCode::Usage);
        return;
    }
    options().paths = files;
    PlanningCommand::start();
}

bool DiffCommand::isChosen(const Plugin &plugin) const
{
    return PlanningCommand::isChosen(plugin) &&
           (m_ids.isEmpty() || std::ranges::any_of(m_ids, [&plugin](const PluginReference &reference) {
                return names(reference, plugin);
            }));
}

std::optional<Problem> DiffCommand::unknownId() const
{
    for (const PluginReference &reference : m_ids) {
        QSet<PluginSpace> spaces;
        for (const Plugin &plugin : chosen()) {
            if (names(reference, plugin)) {
                spaces.insert(spaceOf(*plugin.kind));
            }
        }
        if (spaces.isEmpty()) {
            return Problem{
                tr("No plugin of this folder has the id “%1”.").arg(reference.text()),
                tr("“owui-deploy pull %1 --to FOLDER” writes the server's into a file.").arg(reference.text())};
        }
        if (spaces.size() > 1) {
            return ambiguousReference(reference.id, tr("This folder"));
        }
    }
    return {};
}

void DiffCommand::connected()
{
    if (const std::optional<Problem> problem = unknownId()) {
        fail(*problem, ExitCode::Usage);
    } else {
        PlanningCommand::connected();
    }
}

void DiffCommand::planned(const QList<PlanRow> &rows)
{
    QList<PluginDiff> diffs;
    for (const PlanRow &row : rows) {
        if (interrupt().wasRequested()) {
            end(ExitCode::Interrupted);
            return;
        }
        std::optional<PluginDiff> diff = diffOf(row);
        note(row);
        if (diff && !options().json) {
            printDiff(*diff, console());
        }
        if (diff) {
            diffs.append(*std::move(diff));
        }
    }
    if (options().json) {
        writeDocument(diffDocument(selection().root, diffs));
    }
    const bool differs =
        std::ranges::any_of(rows, [](const PlanRow &row) { return row.comparison.state != CompareState::Same; });
    end(exitCodeAfter(rows, m_failed || (options().exitCode && differs) ? ExitCode::Failed : ExitCode::Done));
}

std::optional<PluginDiff> DiffCommand::diffOf(const PlanRow &row)
{
    const std::optional<ServerPlugin> there = serverSide(row, inventory());
    if (!there || !there->content || row.comparison.state == CompareState::Same) {
        return {};
    }
    const Result<PluginSource, SkipReason> source = readSourceOf(selection().root, row.plugin);
    if (!source) {
        m_failed = true;
        console().complain(Problem{u"%1: %2"_s.arg(row.plugin.path, textOf(source.error())), {}});
        return {};
    }
    // What the server would make of the file, so that only what a deployment changes is shown.
    TextDiff diff = diffTexts(there->content->toUtf8(), storedText(source.value().utf8).toUtf8());
    if (diff.hunks.isEmpty()) {
        return {};
    }
    return PluginDiff{.row = row,
                      .serverName = u"%1/%2"_s.arg(session()->connection().name, spelledOut(there->space, there->id)),
                      .diff = std::move(diff)};
}

/// What the lines do not show.
void DiffCommand::note(const PlanRow &row) const
{
    const Comparison &comparison = row.comparison;
    QString text;
    if (comparison.state == CompareState::Missing) {
        text = tr("The server does not have it.");
    } else if (comparison.state == CompareState::Unknown) {
        text = row.isServerNotAsked()   ? QString() // that is told once for all
               : row.warnings.isEmpty() ? comparisonDetail(comparison)
                                        : row.warnings.first().text;
    } else if (comparison.state == CompareState::Same) {
        text = m_ids.isEmpty() && selection().namedFiles.isEmpty() ? QString() : tr("The server has the same.");
    } else if (comparison.difference == TextDifference::None) {
        text = comparisonDetail(comparison);
    } else if (comparison.difference == TextDifference::LineEnds) {
        text = tr("Only the line ends differ.");
    } else if (comparison.difference == TextDifference::Formatting) {
        text = tr("Only the formatting differs.");
    }
    if (!text.isEmpty() && console().verbosity() != Verbosity::Quiet) {
        console().complain(u"%1: %2"_s.arg(row.plugin.path, text), Tone::Faint);
    }
}

} // namespace owui
