// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/commands/servercommand.h"
#include "commandline/input/pluginselection.h"
#include "deploy/run/planmaker.h"
#include "deploy/run/serversession.h"

#include <functional>

namespace owui {

/// A command that compares plugins of a folder with a server: reads the folder, finds the server, makes the plan.
class PlanningCommand : public ServerCommand
{
    Q_OBJECT

public:
    using ServerCommand::ServerCommand;

    void start() override;

protected:
    /// True where `plugin`, of the selection, is one that the call is about.
    [[nodiscard]] virtual bool isChosen(const Plugin &plugin) const;
    void connected() override;
    /// `planned` or `unplanned` follows.
    void makePlan(const QList<Plugin> &plugins);
    /// Says once what keeps its history from being read.
    void lookAtRepository();
    virtual void planned(const QList<PlanRow> &rows) = 0;
    /// By default nothing is told but what the call is about.
    [[nodiscard]] virtual PlanMaker::Scope scope() const { return PlanMaker::Scope::Chosen; }
    /// The server could not be asked; by default that is the end.
    virtual void unplanned(const ServerError &error);

    /// What of the folder could not be read, for whoever reads the document.
    virtual void writeUnread();
    /// Says why the server could not be asked about some of the rows; `otherwise` where it was asked about all.
    [[nodiscard]] ExitCode exitCodeAfter(const QList<PlanRow> &rows, ExitCode otherwise) const;

    /// What the arguments name, read just now.
    void takeSelection(PluginSelection selection);
    [[nodiscard]] const PluginSelection &selection() const { return m_selection; }
    /// In the order of the folder.
    [[nodiscard]] const QList<Plugin> &chosen() const { return m_chosen; }
    /// What the server has; only after `connected`.
    [[nodiscard]] const Inventory &inventory() const { return session()->plans().inventory(); }

private:
    enum class Repository { Unread, Reading, Read };

    void listen();
    void afterRepository(const std::function<void()> &tell);

    PluginSelection m_selection;
    QList<Plugin> m_chosen;
    bool m_listens = false; ///< to the plans
    Repository m_repository = Repository::Unread;
    std::function<void()> m_toldAfter; ///< how the last plan ended, if it was sooner than the repository was read
};

} // namespace owui
