// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/run/runtexts.h"

#include "ui/parts/plaintext.h"

#include "deploy/run/run.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace owui {
namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RunTexts)
};

} // namespace

QString inFull(const DeployResult &result)
{
    return result.title + u": "_s + Problem{result.message, result.remedy}.sentences();
}

QString runEndText(const Run &run, const QString &server)
{
    QList<DeployResult> stopped = run.results();
    stopped.removeIf([](const DeployResult &result) { return result.isSuccess(); });
    if (run.summary().total() == 1 && !stopped.isEmpty()) {
        const DeployResult &only = stopped.first();
        return Texts::tr("%1 on %2: %3", "plugin, server, why it was not done")
            .arg(isolated(only.title), isolated(server), Problem{only.message, only.remedy}.sentences());
    }
    const QString text = Texts::tr("%1: %2", "server, what a run came to").arg(isolated(server), run.summary().text());
    const bool tellsOne = stopped.size() == 1 || (run.kind() != HistoryRunKind::Deploy && !stopped.isEmpty());
    return tellsOne ? text + u'\n' + inFull(stopped.first()) : text;
}

} // namespace owui
