// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/commands/jsonhelp.h"

#include "commandline/arguments/texts.h"
#include "commandline/commands/pullcommand.h"
#include "commandline/commands/togglecommand.h"
#include "compare/plan/plan.h"
#include "deploy/job/deployresult.h"
#include "history/historyentry.h"
#include "plugins/plugin.h"
#include "server/connectiontest.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

constexpr char shapes[] = R"(list, check, include, exclude, pin, unpin
  {"root", "plugins": [{"path", "kind", "id", "idOrigin", "version", "title",
    "header": {}, "findings": [{"code", "severity", "text", "remedy"}],
    "deployable"}], "skipped": [{"path", "reason", "code", "header"}]}

bump
  {"root", "results": [{"path", "id", "outcome": "raised", "would-raise" or
    "failed", "versionBefore", "versionAfter", "message", "remedy"}]}

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
   "summary": {"created", "updated", "unchanged", "deleted", "switchedOn",
    "switchedOff", "takenBack", "failed", "unknown", "cancelled", "blocked"}}

watch, one object a line, each with "event" and "time"
  watching: {"root", "plugins"}
  saved: as one of the "results" of deploy, with "afterMilliseconds"
  planned: as plan
  server-gone: {"message"}
  server-back

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

any command that cannot go on
  {"root", "problems": [{"text", "remedy"}]}

)";

using State = ConnectionTestStep::State; // waiting and running never reach a document

QString codes(const QString &title, const QStringList &names)
{
    return title + u'\n' + u"  "_s + names.join(u"\n  "_s) + u"\n\n"_s;
}

} // namespace

QString jsonHelp()
{
    return tr("With --json one document goes to standard output and everything else to standard error.") + u"\n\n"_s +
           QString::fromUtf8(shapes) + tr("What is absent is null. Paths are relative to the root and have “/”.") +
           u"\n\n"_s + codes(tr("kind"), namesOf<PluginKind>()) + codes(tr("idOrigin"), namesOf<IdOrigin>()) +
           codes(tr("severity"), namesOf<Severity>()) + codes(tr("code of a finding"), namesOf<FindingCode>()) +
           codes(tr("code of a skipped file"), namesOf<SkipReason>()) + codes(tr("compare"), namesOf<CompareState>()) +
           codes(tr("action"), namesOf<PlanAction>()) + codes(tr("code of a warning"), namesOf<PlanWarningCode>()) +
           codes(tr("outcome of deploy"), namesOf<DeployOutcome>()) +
           codes(tr("outcome of pull"), namesOf<PullOutcome>()) +
           codes(tr("outcome of toggle"), namesOf<ToggleCommand::Outcome>()) +
           codes(tr("change of history"), namesOf<HistoryChange>()) +
           codes(tr("outcome of history"), namesOf<HistoryOutcome>()) + codes(tr("stage"), namesOf<DeployStage>()) +
           codes(tr("step"), namesOf<ConnectionTestStep::Step>()) +
           codes(tr("state of a step"), {nameOf(State::Passed), nameOf(State::Failed), nameOf(State::Skipped)}) +
           codes(tr("what --allow names"), namesOf<Consent>());
}

} // namespace owui
