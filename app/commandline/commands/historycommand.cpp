// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/commands/historycommand.h"

#include "commandline/input/historyfinder.h"
#include "commandline/output/console.h"
#include "commandline/output/historylines.h"
#include "deploy/run/serversession.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace owui {

void HistoryCommand::start()
{
    if (!options().paths.isEmpty()) {
        m_reference = readReference(options().paths.first());
    }
    if (!hasEnded()) {
        findServer();
    }
}

void HistoryCommand::connected()
{
    if (m_reference) {
        showOne();
    } else {
        showAll();
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
    connect(finder, &HistoryFinder::finished, this, [this](const FoundHistory &found) {
        if (found.space) {
            report(found.moments, found.problem);
        } else if (!hasEnded()) {
            fail(found.problem, exitCodeOf(found.error));
        }
    });
    finder->find(*m_reference);
}

void HistoryCommand::report(const QList<HistoryMoment> &moments, const Problem &problem)
{
    if (hasEnded()) {
        return;
    }
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
        printHistory(moments, !m_reference, console());
    } else if (problem.text.isEmpty()) {
        console().note(tr("Nothing was sent to this server from here."), Tone::Plain);
    }
    end(problem.text.isEmpty() ? ExitCode::Done : ExitCode::Failed);
}

} // namespace owui
