// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/commands/planningcommand.h"

#include "commandline/input/interrupt.h"
#include "commandline/output/console.h"
#include "commandline/output/pluginlines.h"
#include "deploy/job/deploywords.h"
#include "deploy/run/serversession.h"

#include <algorithm>

namespace owui {

PlanningCommand::~PlanningCommand() = default;

void PlanningCommand::start()
{
    if (readFolder()) {
        findServer(m_selection.root);
    }
}

bool PlanningCommand::readFolder()
{
    Result<PluginSelection> read = readPlugins(options(), interrupt().flag());
    if (!read) {
        complainAbout(read.error(), console());
        end(ExitCode::Usage);
        return false;
    }
    m_selection = std::move(read).value();
    if (m_selection.cancelled) {
        end(ExitCode::Interrupted);
        return false;
    }
    // A decisions file that could not be read may pin ids and exclude files, so the rest must not be guessed at.
    for (const Problem &problem : std::as_const(m_selection.problems)) {
        complainAbout(problem, console());
    }
    if (!m_selection.problems.isEmpty()) {
        complainAbout({tr("The server was not asked, because the folder could not be read completely."), {}},
                      console());
        end(ExitCode::Failed);
        return false;
    }
    std::ranges::copy_if(m_selection.plugins, std::back_inserter(m_chosen),
                         [this](const Plugin &plugin) { return isChosen(plugin); });
    return true;
}

bool PlanningCommand::isChosen(const Plugin &plugin) const
{
    return (!plugin.skipped || m_selection.namedFiles.contains(plugin.path)) && isWanted(plugin, options());
}

void PlanningCommand::connected()
{
    m_maker = std::make_unique<PlanMaker>(*session(), history());
    connect(m_maker.get(), &PlanMaker::progress, this,
            [this](int done, int total) { console().setProgress(tr("Comparing %1 of %2…").arg(done).arg(total)); });
    connect(m_maker.get(), &PlanMaker::planned, this, [this](const QList<PlanRow> &rows) {
        console().setProgress({});
        if (!hasEnded()) {
            planned(rows);
        }
    });
    connect(m_maker.get(), &PlanMaker::failed, this, [this](const ServerError &error) {
        console().setProgress({});
        if (!hasEnded()) {
            unplanned(error);
        }
    });
    console().setProgress(tr("Asking %1 what it has…").arg(session()->connection().name));
    m_maker->start(m_selection.root, m_selection.plugins, m_chosen);
}

void PlanningCommand::unplanned(const ServerError &error)
{
    complainAbout({tr("“%1” could not be asked what it has. %2").arg(session()->connection().name, failureText(error)),
                   error.remedy()},
                  console());
    end(exitCodeOf(error));
}

ServerRelease PlanningCommand::release() const
{
    return m_maker ? m_maker->release() : ServerRelease();
}

} // namespace owui
