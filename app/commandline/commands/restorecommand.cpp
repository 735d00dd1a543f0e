// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/commands/restorecommand.h"

#include "commandline/input/historyfinder.h"
#include "commandline/input/interrupt.h"
#include "commandline/output/console.h"
#include "commandline/output/jsonoutput.h"
#include "commandline/output/pluginlines.h"
#include "deploy/journal/historyjournal.h"
#include "deploy/run/serversession.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

RestoreCommand::RestoreCommand(const CommandLineOptions &options, Console &console, const Interrupt &interrupt,
                               QObject *parent)
    : ServerCommand(options, console, interrupt, parent)
{
}

RestoreCommand::~RestoreCommand() = default;

void RestoreCommand::start()
{
    const Result<PluginReference> reference = PluginReference::parse(options().paths.value(0));
    if (!reference) {
        complainAbout(reference.error(), console());
        end(ExitCode::Usage);
        return;
    }
    m_reference = reference.value();
    findServer(QDir::currentPath());
}

void RestoreCommand::connected()
{
    auto *finder = new HistoryFinder(session()->server(), history(), this);
    connect(finder, &HistoryFinder::found, this,
            [this](PluginSpace space, const QList<HistoryMoment> &moments, const Problem &problem) {
                if (hasEnded()) {
                    return;
                }
                if (!problem.text.isEmpty()) {
                    complainAbout(problem, console());
                }
                if (const std::optional<GoBackRequest> request = choose(space, moments)) {
                    restore(*request);
                } else {
                    end(ExitCode::Failed);
                }
            });
    connect(finder, &HistoryFinder::failed, this, [this](const Problem &problem, const ServerError &error) {
        if (!hasEnded()) {
            complainAbout(problem, console());
            end(exitCodeOf(error));
        }
    });
    finder->find(m_reference);
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
    const auto found = std::ranges::find_if(moments, isMeant);
    if (found == moments.end()) {
        complainAbout({wanted.isEmpty()
                           ? tr("The history has nothing that “%1” could be taken back to.").arg(m_reference.text())
                           : tr("The history of “%1” has no “%2”.").arg(m_reference.text(), wanted),
                       tr("“owui-deploy history %1” shows what there is.").arg(m_reference.text())},
                      console());
        return {};
    }
    if (found->version && found->version->id == wanted) {
        return GoBackRequest::toVersion(space, m_reference.id, m_reference.id, wanted);
    }
    return GoBackRequest::toBefore(*found->entry);
}

void RestoreCommand::restore(GoBackRequest request)
{
    request.deleteCreated = options().deleteCreated;
    request.consents = options().allowed;
    const QString server = session()->connection().name;
    if (isProductionAgreed(
            tr("“%1” is a production server. Take “%2” back there? [y/N]").arg(server, m_reference.text()))) {
        request.consents.insert(Consent::Production);
    }
    if (interrupt().wasRequested()) {
        end(ExitCode::Interrupted);
        return;
    }
    connect(&session()->run(), &Run::runFinished, this, &RestoreCommand::report);
    m_submitted = true;
    session()->run().goBack({request});
}

void RestoreCommand::interrupted()
{
    if (!m_submitted || !session()->run().isRunning()) {
        end(ExitCode::Interrupted);
        return;
    }
    console().complain(tr("Interrupted: what was sent is finished. Ctrl+C again stops at once."));
    session()->run().cancelAll();
}

void RestoreCommand::report()
{
    if (hasEnded()) {
        return;
    }
    const Run &run = session()->run();
    DeployResult result = run.results().first();
    if (!result.missing.isEmpty()) {
        const Consent consent = *result.missing.cbegin();
        result.remedy += u' ' + (consent == Consent::Production ? tr("Here that is --yes.")
                                                                : tr("Here that is --allow %1.").arg(nameOf(consent)));
    }
    for (const QString &note : std::as_const(result.notes)) {
        console().complain(console().tonedForComplaint(note, Tone::Warning));
    }
    if (result.isSuccess()) {
        console().line(console().toned(tr("“%1”: %2").arg(m_reference.text(), result.message), Tone::Good));
    } else {
        complainAbout({tr("“%1”: %2").arg(m_reference.text(), result.message), result.remedy}, console());
    }
    if (options().json) {
        console().document(documentText(
            deployDocument(serverObject(session()->connection(), run.release()), {result}, run.summary())));
    }
    if (interrupt().wasRequested()) {
        end(ExitCode::Interrupted);
    } else {
        end(result.isSuccess() ? ExitCode::Done : exitCodeOf(result.error));
    }
}

} // namespace owui
