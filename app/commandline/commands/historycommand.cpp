// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/commands/historycommand.h"

#include "commandline/output/console.h"
#include "commandline/output/historylines.h"
#include "deploy/back/pluginhistory.h"
#include "deploy/run/serversession.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace owui {

void HistoryCommand::connected()
{
    if (reference()) {
        PluginHistoryCommand::connected();
        return;
    }
    const HistoryQuery query{.server = originOf(session()->connection().url)};
    history().entries(query, this, [this](const Result<QList<HistoryEntry>> &entries) {
        if (hasEnded()) {
            return;
        }
        report(entries ? mergeHistory(entries.value(), {}, {}) : QList<HistoryMoment>(),
               entries ? Problem() : entries.error());
    });
}

void HistoryCommand::found(PluginSpace, const PluginHistory &history)
{
    report(history.moments(), history.problem());
}

void HistoryCommand::report(const QList<HistoryMoment> &moments, const Problem &problem)
{
    if (!problem.text.isEmpty()) {
        console().complain(problem);
    }
    if (options().json) {
        QJsonArray entries;
        for (const HistoryMoment &moment : moments) {
            entries.append(momentObject(moment));
        }
        writeDocument({{u"entries"_s, entries}});
    } else if (!moments.isEmpty()) {
        printHistory(moments, !reference(), console());
    } else if (problem.text.isEmpty()) {
        console().note(tr("Nothing was sent to this server from here."), Tone::Plain);
    }
    end(problem.text.isEmpty() ? ExitCode::Done : ExitCode::Failed);
}

} // namespace owui
