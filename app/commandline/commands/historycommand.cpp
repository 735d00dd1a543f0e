// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/commands/historycommand.h"

#include "commandline/input/historyfinder.h"
#include "commandline/output/console.h"
#include "commandline/output/historylines.h"
#include "commandline/output/jsonoutput.h"
#include "commandline/output/pluginlines.h"
#include "deploy/run/serversession.h"

#include <QDir>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace owui {

HistoryCommand::HistoryCommand(const CommandLineOptions &options, Console &console, const Interrupt &interrupt,
                               QObject *parent)
    : ServerCommand(options, console, interrupt, parent)
{
}

HistoryCommand::~HistoryCommand() = default;

void HistoryCommand::start()
{
    if (!options().paths.isEmpty()) {
        const Result<PluginReference> reference = PluginReference::parse(options().paths.first());
        if (!reference) {
            complainAbout(reference.error(), console());
            end(ExitCode::Usage);
            return;
        }
    }
    findServer(QDir::currentPath());
}

void HistoryCommand::connected()
{
    if (options().paths.isEmpty()) {
        showAll();
    } else {
        showOne();
    }
}

void HistoryCommand::showAll()
{
    const HistoryQuery query{.server = originOf(session()->connection().url)};
    history().entries(query, this, [this](const Result<QList<HistoryEntry>> &entries) {
        QList<HistoryMoment> moments;
        if (entries) {
            moments = mergeHistory(entries.value(), {}, {});
        }
        report(moments, entries ? Problem() : entries.error());
    });
}

void HistoryCommand::showOne()
{
    auto *finder = new HistoryFinder(session()->server(), history(), this);
    connect(
        finder, &HistoryFinder::found, this,
        [this](PluginSpace, const QList<HistoryMoment> &moments, const Problem &problem) { report(moments, problem); });
    connect(finder, &HistoryFinder::failed, this, [this](const Problem &problem, const ServerError &error) {
        if (!hasEnded()) {
            complainAbout(problem, console());
            end(exitCodeOf(error));
        }
    });
    finder->find(PluginReference::parse(options().paths.first()).value());
}

void HistoryCommand::report(const QList<HistoryMoment> &moments, const Problem &problem)
{
    if (hasEnded()) {
        return;
    }
    if (!problem.text.isEmpty()) {
        complainAbout(problem, console());
    }
    if (options().json) {
        QJsonArray entries;
        for (const HistoryMoment &moment : moments) {
            entries.append(momentObject(moment));
        }
        console().document(
            documentText({{u"server"_s, serverObject(session()->connection(), {})}, {u"entries"_s, entries}}));
    } else if (!moments.isEmpty()) {
        printHistory(moments, options().paths.isEmpty(), console());
    } else if (problem.text.isEmpty()) {
        console().note(console().toned(tr("Nothing was sent to this server from here."), Tone::Plain));
    }
    end(problem.text.isEmpty() ? ExitCode::Done : ExitCode::Failed);
}

} // namespace owui
