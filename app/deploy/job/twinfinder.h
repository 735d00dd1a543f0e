// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/seen/twinindex.h"
#include "history/historyentry.h"
#include "plugins/plugin.h"
#include "server/openwebui.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <functional>
#include <optional>

namespace owui {

class Journal;

/// Looks for a plugin on a server under another id than ours: the scripts that people used before derive ids
/// differently from each other, and two copies of a filter both act. What a space has is listed once and kept, unless
/// somebody read it a moment ago; of what is only listed the texts of the few are read whose ids or names are alike.
/// Where the release is hidden or the list refused, the export is read in its place; where that is refused too, the few
/// ids are asked for that the other rules would give.
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
    using Recent = std::function<std::optional<QList<ServerPlugin>>(PluginSpace)>;

    /// `server` and `journal` must outlive the finder. `recent`: what somebody read of a space a moment ago. Both
    /// `journal` and `recent` may be absent.
    TwinFinder(OpenWebUi &server, Journal *journal, Recent recent, QObject *parent = nullptr);

    void setRelease(const ServerRelease &release) { m_release = release; }

    /// What is looked for.
    struct Wanted
    {
        Plugin plugin;
        QSet<QString> otherIds; ///< of the folder's other plugins in the same space: one with such an id is no copy
        TwinClues clues;
    };
    void find(const Wanted &wanted, QObject *context, Done done);
    /// The ids under which files were sent to this server before. The history is read once.
    void sentIds(QObject *context, std::function<void(const SentIds &)> done);
    /// Of a server that hides its release: why the space cannot be exported; none: it can.
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

    void whenRead(PluginSpace space, const std::function<void()> &ready);
    void list(PluginSpace space);
    void exportAll(PluginSpace space);
    void take(PluginSpace space, const QList<ServerPlugin> &plugins, bool isComplete);
    void endReading(PluginSpace space);
    /// The first that is there and `isTwin`.
    void askEach(PluginSpace space, QStringList ids, QObject *context,
                 const std::function<bool(const ServerPlugin &)> &isTwin, const Done &done);

    OpenWebUi &m_server;
    Journal *m_journal;
    Recent m_recent;
    std::optional<SentIds> m_sent;
    QList<std::function<void()>> m_waitingForSent;
    ServerRelease m_release;
    QHash<PluginSpace, Inventory> m_inventories;
};

} // namespace owui
