// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/list/listcontroller.h"

#include "deploy/job/switchjob.h"

#include <QStringList>

namespace owui {

class ListPage;
class RunController;

/// Decides with a person which functions are switched on or off: at once where it changes little, after a question
/// where it changes production or every chat.
class SwitchController final : public ListController
{
    Q_OBJECT

public:
    /// `list` and `runs` must outlive the controller.
    SwitchController(const Parts &parts, ListPage &list, RunController &runs);

private:
    /// Those of these rows that can be switched and are not so yet.
    void switchRows(const QStringList &paths, bool on);
    /// On where any of them is off, or else off.
    void toggleRows(const QStringList &paths);
    /// What a run came to.
    void switchResults(const QList<DeployResult> &results, bool on);
    /// What a run switched becomes as it was.
    void undo(const QList<DeployResult> &switched);
    void ask(QList<SwitchRequest> requests);
    [[nodiscard]] QString questionText(const QList<SwitchRequest> &requests) const;
    [[nodiscard]] QString consequences(const QList<SwitchRequest> &requests) const;

    RunController &m_runs;
};

} // namespace owui
