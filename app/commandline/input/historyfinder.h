// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/arguments/pluginreference.h"
#include "deploy/back/pluginhistory.h"
#include "server/openwebui.h"

#include <QObject>
#include <QSet>

namespace owui {

/// The history of a plugin that was named on the command line.
struct FoundHistory
{
    std::optional<PluginSpace> space; ///< none where the plugin was not found
    QList<HistoryMoment> moments;
    Problem problem;   ///< why it was not found, or what of its history could not be read; its text may be empty
    ServerError error; ///< why it was not found, where a request failed
};

/// Looks for such a history. A bare id is looked for on the server and in what was
/// sent to it; one that is both a function and a tool is refused.
class HistoryFinder final : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    HistoryFinder(OpenWebUi &server, HistoryStore &store, QObject *parent = nullptr);

    void find(const PluginReference &reference);

signals:
    void finished(const owui::FoundHistory &found);

private:
    void askServer(const QSet<PluginSpace> &spaces);
    void decide(const QSet<PluginSpace> &spaces, const ServerError &error);
    void show(PluginSpace space);
    void fail(const Problem &problem, const ServerError &error = {});

    OpenWebUi &m_server;
    HistoryStore &m_store;
    PluginHistory m_history;
    PluginReference m_reference;
};

} // namespace owui
