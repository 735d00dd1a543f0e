// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/commands/restorecommand.h"

#include "commandline/input/interrupt.h"
#include "commandline/output/console.h"
#include "commandline/output/pluginlines.h"
#include "deploy/back/pluginhistory.h"
#include "deploy/journal/historyjournal.h"
#include "deploy/run/runjson.h"
#include "deploy/run/serversession.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

void RestoreCommand::found(PluginSpace space, const PluginHistory &history)
{
    if (!history.problem().text.isEmpty()) {
        console().complain(history.problem());
    }
    if (const std::optional<GoBackRequest> request = choose(space, history.moments())) {
        restore(*request);
    }
}

std::optional<GoBackRequest> RestoreCommand::choose(PluginSpace space, const QList<HistoryMoment> &moments)
{
    const QString &wanted = options().restoreVersion;
    const auto isMeant = [&wanted](const HistoryMoment &moment) {
        return wanted.isEmpty() ? moment.canGoBackBefore()
                                : (moment.entry && (QString::number(moment.entry->number) == wanted ||
                                                    (moment.canGoBackBefore() && moment.versionFrom() == wanted))) ||
                                      (moment.version && moment.version->id == wanted);
    };
    auto found = std::ranges::find_if(moments, isMeant);
    if (found == moments.end()) {
        fail({wanted.isEmpty()
                  ? tr("The history has nothing that “%1” could be taken back to.").arg(reference()->text())
                  : tr("The history of “%1” has no “%2”.").arg(reference()->text(), wanted),
              tr("“owui-deploy history %1” shows what there is.").arg(reference()->text())},
             ExitCode::Failed);
        return {};
    }
    if (found->version && found->version->id == wanted) {
        return GoBackRequest::toVersion(space, reference()->id, reference()->id, wanted);
    }
    // What belongs together, as the saves under watch, is one step.
    const QString run = found->entry->run;
    for (auto older = found; wanted.isEmpty() && older != moments.end(); ++older) {
        if (older->entry && older->entry->run == run && older->canGoBackBefore()) {
            found = older;
        }
    }
    return GoBackRequest::toBefore(*found->entry);
}

void RestoreCommand::restore(GoBackRequest request)
{
    request.deleteCreated = options().deleteCreated;
    request.consents = options().allowed;
    const QString server = session()->connection().name;
    if (isProductionAgreed(
            tr("“%1” is a production server. Take “%2” back there? [y/N]").arg(server, reference()->text()))) {
        request.consents.insert(Consent::Production);
    }
    if (interrupt().wasRequested()) {
        end(ExitCode::Interrupted);
        return;
    }
    connect(&session()->run(), &Run::runFinished, this, &RestoreCommand::report);
    session()->run().goBack({request});
}

void RestoreCommand::report()
{
    DeployResult result = session()->run().results().first();
    addConsentHint(result);
    for (const QString &note : std::as_const(result.notes)) {
        console().complain(note, Tone::Warning);
    }
    const QString text = tr("“%1”: %2").arg(reference()->text(), result.message);
    if (result.isSuccess()) {
        console().line(text, Tone::Good);
    } else {
        console().complain(Problem{text, result.remedy});
    }
    if (options().json) {
        writeDocument(runDocument({result}));
    }
    conclude(result.isSuccess()    ? ExitCode::Done
             : result.isNotAsked() ? ExitCode::NoConnection
                                   : exitCodeOf(result.error));
}

} // namespace owui
