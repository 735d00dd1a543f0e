// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/twinindex.h"
#include "plugins/plugin.h"
#include "server/openwebui.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <functional>
#include <optional>

namespace owui {

/// Looks for a plugin on a server under another id than ours: the scripts that people used before derive ids
/// differently from each other, and two copies of a filter both act. Reads the server's export once per space and keeps
/// it; where the export is refused it asks for the few ids that the other rules would give.
class TwinFinder final : public QObject
{
    Q_OBJECT

public:
    struct Search
    {
        std::optional<ServerPlugin> twin;
        ServerError error; ///< why the search is not complete
    };
    using Done = std::function<void(const Search &)>;

    /// `server` must outlive the finder.
    explicit TwinFinder(OpenWebUi &server, QObject *parent = nullptr);

    /// What is looked for.
    struct Wanted
    {
        Plugin plugin;
        QSet<QString> otherIds; ///< of the folder's other plugins in the same space: one with such an id is no copy
        TwinClues clues;
    };
    void find(const Wanted &wanted, QObject *context, Done done);
    /// Why the space cannot be exported; none: it can.
    void exportError(PluginSpace space, QObject *context, std::function<void(const ServerError &)> done);

private:
    struct Inventory
    {
        bool asked = false;
        ServerError error;
        bool complete = false;
        TwinIndex plugins;
        QList<std::function<void()>> waiting;
    };

    void whenExported(PluginSpace space, const std::function<void()> &ready);
    void askEach(PluginSpace space, QStringList ids, QObject *context, const Done &done);

    OpenWebUi &m_server;
    QHash<PluginSpace, Inventory> m_inventories;
};

} // namespace owui
