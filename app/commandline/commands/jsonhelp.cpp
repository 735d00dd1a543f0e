// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/output/jsonoutput.h"

#include "commandline/arguments/names.h"
#include "commandline/commands/togglecommand.h"
#include "commandline/output/pullresult.h"
#include "compare/plan.h"
#include "history/historyentry.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

QString codes(const QString &title, const QStringList &names)
{
    return title + u'\n' + u"  "_s + names.join(u"\n  "_s) + u"\n\n"_s;
}

template<typename List, typename Name>
QStringList namesOf(const List &list, Name name)
{
    QStringList names;
    std::ranges::transform(list, std::back_inserter(names), name);
    return names;
}

QString findingName(FindingCode code)
{
    Finding finding;
    finding.code = code;
    return finding.name();
}

} // namespace

QString jsonHelp()
{
    return tr("With --json one document goes to standard output and everything else to standard error.") + u"\n\n"_s +
           uR"(list, check
  {"root", "plugins": [{"path", "kind", "id", "idOrigin", "version", "title",
    "header": {}, "findings": [{"code", "severity", "text", "remedy"}],
    "deployable"}], "skipped": [{"path", "reason", "code", "header"}]}

status, plan, deploy --dry-run
  {"server": {"name", "url", "release"}, "root",
   "plugins": as above, each also with "compare", "serverVersion",
    "serverActive", "action", "warnings": [{"code", "text", "allow"}],
   "skipped": as above,
   "serverOnly": [{"kind", "id", "name", "version", "active"}]}

diff
  {"server": {"name", "url", "release"}, "root",
   "diffs": [{"path", "kind", "id", "compare", "added", "removed", "diff"}]}

deploy
  {"server": {"name", "url", "release"},
   "results": [{"path", "kind", "id", "outcome", "stage", "httpStatus",
    "detail", "message", "remedy", "versionBefore", "versionAfter", "active",
    "deactivated", "milliseconds"}],
   "summary": {"created", "updated", "unchanged", "failed", "unknown",
    "cancelled", "blocked"}}

pull
  {"server": {"name", "url", "release"}, "root",
   "results": [{"path", "kind", "id", "version", "outcome", "httpStatus",
    "detail", "message", "remedy"}]}

toggle
  {"server": {"name", "url", "release"}, "kind", "id", "outcome", "active",
   "httpStatus", "detail", "message", "remedy"}

history
  {"server": {"name", "url", "release"},
   "entries": [{"number", "when", "space", "id", "path", "run", "change",
    "outcome", "versionBefore", "versionAfter", "activeBefore", "activeAfter",
    "message", "canGoBack", "serverVersion", "author", "commitMessage",
    "live"}]}

restore
  as deploy, with one of "results"

test-connection
  {"server": {"name", "url", "release"},
   "steps": [{"step", "state", "text", "remedy"}], "passed"}

practice
  {"url", "key"}

)"_s + tr("What is absent is null. Paths are relative to the root and have “/”.") +
           u"\n\n"_s + codes(tr("kind"), namesOf(allPluginKinds(), kindName)) +
           codes(tr("idOrigin"), namesOf(allIdOrigins(), idOriginName)) +
           codes(tr("severity"), namesOf(allSeverities(), severityName)) +
           codes(tr("code of a finding"), namesOf(allFindingCodes(), findingName)) +
           codes(tr("code of a skipped file"), namesOf(allSkipReasons(), skipReasonName)) +
           codes(tr("compare"), namesOf(allCompareStates(), compareStateName)) +
           codes(tr("action"), namesOf(allPlanActions(), planActionName)) +
           codes(tr("code of a warning"), namesOf(allPlanWarningCodes(), planWarningName)) +
           codes(tr("outcome of deploy"), namesOf(allDeployOutcomes(), deployOutcomeName)) +
           codes(tr("outcome of pull"), namesOf(allPullOutcomes(), pullOutcomeName)) +
           codes(tr("outcome of toggle"), namesOf(ToggleCommand::allOutcomes(), ToggleCommand::outcomeName)) +
           codes(tr("change of history"), namesOf(allHistoryChanges(), historyChangeName)) +
           codes(tr("outcome of history"), namesOf(allHistoryOutcomes(), historyOutcomeName)) +
           codes(tr("stage"), namesOf(allDeployStages(), deployStageName)) +
           codes(tr("step"), namesOf(allConnectionSteps(), connectionStepName)) +
           codes(tr("state of a step"), {u"passed"_s, u"failed"_s, u"skipped"_s}) +
           codes(tr("what --allow names"), namesOf(allConsents(), consentName));
}

} // namespace owui
