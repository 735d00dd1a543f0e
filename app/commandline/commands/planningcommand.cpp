// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/commands/planningcommand.h"

#include "commandline/output/console.h"
#include "commandline/output/jsonoutput.h"
#include "compare/git/gitfolder.h"
#include "compare/git/gitthreads.h"
#include "server/servererror.h"

#include <algorithm>
#include <utility>

namespace owui {

void PlanningCommand::start()
{
    std::optional<PluginSelection> read = readSelection();
    if (!read) {
        return;
    }
    takeSelection(*std::move(read));
    // The decisions may pin ids and exclude files, so the rest must not be guessed at.
    if (m_selection.decisionsBroken) {
        writeUnread();
        fail({tr("The server was not asked, because it is not known what was decided about the folder."), {}},
             ExitCode::Failed);
        return;
    }
    findServer(m_selection.root);
}

void PlanningCommand::writeUnread()
{
    if (options().json) {
        console().document(documentText(problemsDocument(m_selection.root, m_selection.problems)));
    }
}

void PlanningCommand::takeSelection(PluginSelection selection)
{
    m_selection = std::move(selection);
    m_chosen.clear();
    std::ranges::copy_if(m_selection.plugins, std::back_inserter(m_chosen),
                         [this](const Plugin &plugin) { return isChosen(plugin); });
}

bool PlanningCommand::isChosen(const Plugin &plugin) const
{
    return (!plugin.skipped || m_selection.namedFiles.contains(plugin.path)) && isWanted(plugin, options());
}

void PlanningCommand::connected()
{
    makePlan(m_chosen);
}

void PlanningCommand::makePlan(const QList<Plugin> &plugins)
{
    if (!std::exchange(m_listens, true)) {
        listen();
    }
    m_toldAfter = {};
    console().setProgress(tr("Asking %1 what it has…").arg(session()->connection().name));
    session()->plans().start(m_selection.root, m_selection.plugins, plugins, scope());
    lookAtRepository();
}

/// While the server is asked, because Git's library reads all certificates of the system when it starts.
void PlanningCommand::lookAtRepository()
{
    if (m_repository != Repository::Unread) {
        return;
    }
    m_repository = Repository::Reading;
    const auto look = [root = m_selection.root] { return ownershipProblem(GitFolder(root).state()); };
    onGitThread(this, look, std::optional<Problem>(), [this](const std::optional<Problem> &problem) {
        m_repository = Repository::Read;
        if (problem && !hasEnded()) {
            console().complain(*problem);
        }
        if (m_toldAfter) {
            std::exchange(m_toldAfter, {})();
        }
    });
}

/// What is wrong with the repository is said first.
void PlanningCommand::afterRepository(const std::function<void()> &tell)
{
    const auto tellUnlessEnded = [this, tell] {
        console().setProgress({});
        if (!hasEnded()) {
            tell();
        }
    };
    if (m_repository == Repository::Read) {
        tellUnlessEnded();
    } else {
        m_toldAfter = tellUnlessEnded;
    }
}

void PlanningCommand::listen()
{
    const PlanMaker &plans = session()->plans();
    connect(&plans, &PlanMaker::progress, this, [this](int done, int total) {
        console().setProgress(tr("Comparing %1 of %2…").arg(QString::number(done), QString::number(total)));
    });
    connect(&plans, &PlanMaker::planned, this,
            [this](const QList<PlanRow> &rows) { afterRepository([this, rows] { planned(rows); }); });
    connect(&plans, &PlanMaker::failed, this,
            [this](const ServerError &error) { afterRepository([this, error] { unplanned(error); }); });
}

ExitCode PlanningCommand::exitCodeAfter(const QList<PlanRow> &rows, ExitCode otherwise) const
{
    ExitCode code = otherwise;
    QStringList told;
    for (const PlanRow &row : rows) {
        if (!row.isServerNotAsked()) {
            continue;
        }
        code = ExitCode::NoConnection;
        const PlanWarning &reason = row.warnings.first();
        if (!told.contains(reason.text)) {
            told.append(reason.text);
            console().complain(Problem{reason.text, reason.remedy});
        }
    }
    return code;
}

void PlanningCommand::unplanned(const ServerError &error)
{
    fail({tr("“%1” could not be asked what it has. %2").arg(session()->connection().name, failureText(error)),
          error.remedy()},
         exitCodeOf(error));
}

} // namespace owui
