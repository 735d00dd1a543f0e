// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/run/runtexts.h"

#include "ui/run/openwork.h"

#include "deploy/run/run.h"
#include "isolated.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace owui {
namespace {

struct RunTexts
{
    Q_DECLARE_TR_FUNCTIONS(RunTexts)
};

} // namespace

QString inFull(const DeployResult &result)
{
    return isolated(result.title) + u": "_s + Problem{result.message, result.remedy}.sentences();
}

QString titlesOf(const QList<DeployResult> &results)
{
    QStringList titles;
    std::ranges::transform(results, std::back_inserter(titles),
                           [](const DeployResult &result) { return isolated(result.title); });
    return titles.join(u", "_s);
}

QString changesText(const QList<DeployResult> &results)
{
    QList<DeployResult> done = results;
    done.removeIf([](const DeployResult &result) { return !result.isSuccess(); });
    QStringList lines;
    if (!done.isEmpty()) {
        lines.append(done.size() == 1 ? inFull(done.first()) : RunSummary::of(done).text());
    }
    for (const DeployResult &result : results) {
        if (!result.isSuccess()) {
            lines.append(inFull(result));
        }
    }
    return lines.join(u'\n');
}

QString runEndText(const Run &run, const QString &server)
{
    QList<DeployResult> stopped = run.results();
    stopped.removeIf([](const DeployResult &result) { return result.isSuccess(); });
    if (run.summary().total() == 1 && !stopped.isEmpty()) {
        const DeployResult &only = stopped.first();
        return RunTexts::tr("%1 on %2: %3", "plugin, server, why it was not done")
            .arg(isolated(only.title), isolated(server), Problem{only.message, only.remedy}.sentences());
    }
    const auto off = static_cast<int>(std::ranges::count_if(run.results(), &isCreatedOff));
    const QString text =
        RunTexts::tr("%1: %2", "server, what a run came to").arg(isolated(server), run.summary().text(off));
    const bool tellsOne = stopped.size() == 1 || (run.kind() != HistoryRunKind::Deploy && !stopped.isEmpty());
    return tellsOne ? text + u'\n' + inFull(stopped.first()) : text;
}

} // namespace owui
