// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/arguments/pluginreference.h"
#include "deploy/back/pluginhistory.h"
#include "server/openwebui.h"

#include <QObject>
#include <QSet>

namespace owui {

/// The history of a plugin that was named on the command line. A bare id is looked for on the server and in what was
/// sent to it; one that is both a function and a tool is refused.
class HistoryFinder final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistoryFinder)

public:
    /// Both must outlive it.
    HistoryFinder(OpenWebUi &server, HistoryStore &store, QObject *parent = nullptr);
    ~HistoryFinder() override;

    void find(const PluginReference &reference);

signals:
    /// `problem` tells what of it could not be read; its text is empty where all was.
    void found(owui::PluginSpace space, const QList<owui::HistoryMoment> &moments, const owui::Problem &problem);
    void failed(const owui::Problem &problem, const owui::ServerError &error);

private:
    void readEntries();
    void askServer(PluginSpace space);
    void decide();
    void show(PluginSpace space);

    OpenWebUi &m_server;
    HistoryStore &m_store;
    PluginHistory m_history;
    PluginReference m_reference;
    QSet<PluginSpace> m_spaces; ///< that have the id, as far as anybody knows
    ServerError m_error;        ///< why the server could not say
    int m_pending = 0;
};

} // namespace owui
