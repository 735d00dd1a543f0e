// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/commands/pullcommand.h"

#include "commandline/commands/serverexport.h"
#include "commandline/input/interrupt.h"
#include "commandline/input/pluginselection.h"
#include "commandline/input/serverlookup.h"
#include "commandline/output/console.h"
#include "deploy/run/runjson.h"
#include "deploy/run/serversession.h"
#include "history/historystore.h"
#include "plugins/pluginfilewriter.h"

#include <QDir>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

/// Under which id the file would be deployed from where it lies; empty where it is no plugin there.
QString idOfFile(const QString &path, const Interrupt &interrupt)
{
    const Result<PluginSelection> read = readPlugins(QStringList{path}, interrupt.flag());
    return read && !read.value().plugins.isEmpty() ? read.value().plugins.first().id : QString();
}

/// The file has the text now.
bool isThere(const PullResult &result)
{
    return result.outcome == PullOutcome::Written || result.outcome == PullOutcome::Unchanged;
}

Tone toneOf(PullOutcome outcome)
{
    return outcome == PullOutcome::Written     ? Tone::Good
           : outcome == PullOutcome::Unchanged ? Tone::Faint
           : outcome == PullOutcome::Failed    ? Tone::Bad
                                               : Tone::Warning;
}

} // namespace

template<>
WordTable<PullOutcome> wordsOf()
{
    static constexpr Word<PullOutcome> words[] = {
        {PullOutcome::Written, "written", QT_TRANSLATE_NOOP("CommandLine", "written")},
        {PullOutcome::Unchanged, "unchanged", QT_TRANSLATE_NOOP("CommandLine", "unchanged")},
        {PullOutcome::Blocked, "blocked", QT_TRANSLATE_NOOP("CommandLine", "blocked")},
        {PullOutcome::Failed, "failed", QT_TRANSLATE_NOOP("CommandLine", "failed")},
        {PullOutcome::Cancelled, "cancelled", QT_TRANSLATE_NOOP("CommandLine", "cancelled")},
    };
    return {.words = words, .context = "CommandLine"};
}

void PullCommand::start()
{
    for (const QString &text : std::as_const(options().paths)) {
        const std::optional<PluginReference> reference = readReference(text);
        if (!reference) {
            return;
        }
        if (!m_references.contains(*reference)) {
            m_references.append(*reference);
        }
    }
    const QDir folder(options().pullFolder);
    if (!folder.exists()) {
        fail({tr("There is no folder “%1”.").arg(options().pullFolder), {}}, ExitCode::Usage);
        return;
    }
    m_folder = folder.canonicalPath();
    findServer(m_folder);
}

void PullCommand::connected()
{
    // One line after the other is printed, so the columns are as wide as any of them will need.
    for (const PullOutcome outcome : allOf<PullOutcome>()) {
        m_table.makeRoom({{textOf(outcome)}});
    }
    for (const PluginReference &reference : std::as_const(m_references)) {
        m_table.makeRoom({{}, {reference.id}});
    }
    askRelease([this] { pullNext(); });
}

void PullCommand::pullNext()
{
    if (m_results.size() == m_references.size()) {
        writeExports();
        m_isPulled = true;
        reportWhenNoted();
        return;
    }
    const PluginReference reference = m_references.at(m_results.size());
    console().setProgress(tr("Reading %1…").arg(reference.text()));
    lookUpOnServer(session()->server(), reference, this, [this, reference](const ServerLookUp &look) {
        if (hasEnded()) {
            return;
        }
        PullResult result{.id = reference.id, .kind = {}};
        if (look.plugin) {
            take(*look.plugin, result);
        } else {
            result.error = look.error;
            result.message = look.problem.text;
            result.remedy = look.problem.remedy;
            add(result);
        }
        pullNext();
    });
}

void PullCommand::take(const ServerPlugin &plugin, PullResult result)
{
    result.kind = plugin.kind;
    result.version = plugin.version();
    if (!plugin.content) {
        result.message = tr("The server does not show its text to this account.");
        result.remedy = tr("Use the key of the account that owns it.");
    } else if (!plugin.content->isValidUtf16()) {
        result.message = tr("Its text on the server is no valid text, so it cannot be written exactly.");
    } else if (options().pullFormat == PullFormat::Json) {
        m_exported.insert(m_results.size(), plugin);
        m_results.append(result);
        return;
    } else {
        writeFile(plugin, result);
    }
    add(result);
}

void PullCommand::writeFile(const ServerPlugin &plugin, PullResult &result)
{
    result.path = plugin.id + u".py"_s;
    const QByteArray text = plugin.content.value_or(QString()).toUtf8();
    writeInto(result, text, tr("%1 bytes, exactly as the server has them.").arg(text.size()));
    if (!isThere(result)) {
        return;
    }
    notePulled(plugin, result.path);
    const QString own = idOfFile(QDir(m_folder).filePath(result.path), interrupt());
    if (!own.isEmpty() && own != plugin.id) {
        result.remedy = tr("From here it would be deployed as “%1”. Keep its id with “owui-deploy pin %2 %3”.")
                            .arg(own, QDir(options().pullFolder).filePath(result.path), plugin.id);
    }
}

void PullCommand::notePulled(const ServerPlugin &plugin, const QString &path)
{
    const PulledPlugin pulled{.file = m_folder + u'/' + path, .space = plugin.space, .id = plugin.id};
    ++m_notesToCome;
    history().setPulled(originOf(session()->connection().url), pulled, *plugin.content, this,
                        [this](const Result<bool> &noted) {
                            if (!noted) {
                                console().complain(noted.error());
                            }
                            --m_notesToCome;
                            reportWhenNoted();
                        });
}

void PullCommand::reportWhenNoted()
{
    if (m_isPulled && m_notesToCome == 0 && !hasEnded()) {
        report();
    }
}

/// One file of functions and one of tools, because the server imports them apart.
void PullCommand::writeExports()
{
    for (const PluginSpace space : allOf<PluginSpace>()) {
        QList<qsizetype> places;
        QList<ServerPlugin> plugins;
        for (auto it = m_exported.cbegin(); it != m_exported.cend(); ++it) {
            if (it.value().space == space) {
                places.append(it.key());
                plugins.append(it.value());
            }
        }
        if (places.isEmpty()) {
            continue;
        }
        PullResult common;
        common.path = (plugins.size() == 1 ? plugins.first().id : nameOf(space) + u's') + u".json"_s;
        writeInto(common, exportDocument(plugins), tr("The text is exactly as the server has it."));
        for (const qsizetype place : std::as_const(places)) {
            PullResult &result = m_results[place];
            result.path = common.path;
            result.outcome = common.outcome;
            result.message = common.message;
            result.remedy = common.remedy;
            if (isThere(result)) {
                const ServerPlugin &plugin = m_exported[place];
                notePulled(plugin, result.path + u'#' + plugin.id);
            }
            print(result);
        }
    }
    m_exported.clear();
}

void PullCommand::writeInto(PullResult &result, const QByteArray &text, const QString &done)
{
    const Result<FileWrite> written =
        m_written.contains(result.path) ? FileWrite::Refused
                                        : writePluginFile(QDir(m_folder).filePath(result.path), text, options().force);
    if (!written) {
        result.message = written.error().text;
        result.remedy = written.error().remedy;
        return;
    }
    if (written.value() == FileWrite::Refused) {
        result.outcome = PullOutcome::Blocked;
        result.message = tr("The file is there already, with another text.");
        result.remedy = m_written.contains(result.path) ? tr("Pull the function and the tool into different folders.")
                                                        : tr("Here that is --force.");
        return;
    }
    m_written.append(result.path);
    result.outcome = written.value() == FileWrite::Written ? PullOutcome::Written : PullOutcome::Unchanged;
    result.message = result.outcome == PullOutcome::Written ? done : tr("The file has exactly this text already.");
}

void PullCommand::add(const PullResult &result)
{
    m_results.append(result);
    print(result);
}

void PullCommand::print(const PullResult &result)
{
    if (isThere(result) && result.remedy.isEmpty() && console().verbosity() == Verbosity::Quiet) {
        return;
    }
    const QString path = result.path.isEmpty() ? QString() : QDir(options().pullFolder).filePath(result.path);
    m_table.printRow({{textOf(result.outcome), toneOf(result.outcome)}, {result.id, Tone::Strong}, {path}}, console());
    console().indentedLine(result.message, Tone::Faint);
    if (!result.remedy.isEmpty()) {
        console().indentedLine(result.remedy, Tone::Plain);
    }
    console().flush();
}

void PullCommand::interrupted()
{
    if (hasEnded() || !session()) {
        end(ExitCode::Interrupted);
        return;
    }
    for (auto it = m_exported.cbegin(); it != m_exported.cend(); ++it) {
        PullResult &result = m_results[it.key()];
        result.outcome = PullOutcome::Cancelled;
        result.message = tr("Interrupted before anything was written.");
        print(result);
    }
    m_exported.clear();
    while (m_results.size() < m_references.size()) {
        add({.id = m_references.at(m_results.size()).id,
             .kind = {},
             .outcome = PullOutcome::Cancelled,
             .message = tr("Interrupted before anything was written.")});
    }
    report();
}

void PullCommand::report()
{
    console().setProgress({});
    if (options().json) {
        QJsonArray results;
        for (const PullResult &result : std::as_const(m_results)) {
            results.append(QJsonObject{{u"path"_s, textOrNull(result.path)},
                                       {u"kind"_s, nameOrNull(result.kind)},
                                       {u"id"_s, result.id},
                                       {u"version"_s, textOrNull(result.version)},
                                       {u"outcome"_s, nameOf(result.outcome)},
                                       {u"httpStatus"_s, statusOrNull(result.error)},
                                       {u"detail"_s, detailOrNull(result.error)},
                                       {u"message"_s, result.message},
                                       {u"remedy"_s, result.remedy}});
        }
        writeDocument({{u"root"_s, m_folder}, {u"results"_s, results}});
    }
    const bool isBad = std::ranges::any_of(m_results, [](const PullResult &result) {
        return result.outcome == PullOutcome::Failed || result.outcome == PullOutcome::Blocked;
    });
    const bool isRefused = !m_results.isEmpty() && std::ranges::all_of(m_results, [](const PullResult &result) {
        return bool(result.error); // a look-up is all that the server is asked for
    });
    conclude(isRefused ? ExitCode::NoConnection : isBad ? ExitCode::Failed : ExitCode::Done);
}

} // namespace owui
