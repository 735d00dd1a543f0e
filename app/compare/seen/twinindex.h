// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/text/textdifference.h"
#include "plugins/plugin.h"
#include "server/serverplugin.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QStringList>

#include <optional>

namespace owui {

/// What tells beside its header that a plugin is one of the server's.
struct TwinClues
{
    CodeMark code;             ///< of its text
    QStringList sentIds;       ///< in its space, under which its file was sent to this server before
    QSet<QString> folderIds{}; ///< likewise, of any file of its folder: it may have been moved
};

/// Tells whether a server has a plugin under another id than ours: one that its file had before, an id that another
/// rule gives, the same openwebui_id, the same code, or the same title and kind. Made once from what the server has,
/// then asked for each of many plugins.
class TwinIndex final
{
public:
    TwinIndex() = default;
    explicit TwinIndex(const QList<ServerPlugin> &onServer);

    [[nodiscard]] bool isEmpty() const { return m_plugins.isEmpty(); }
    /// `otherIds` are the ids of the folder's other plugins in the same space: a plugin with one of these is no copy.
    [[nodiscard]] std::optional<ServerPlugin> find(const Plugin &plugin, const QSet<QString> &otherIds,
                                                   const TwinClues &clues = {}) const;
    /// Of those of the same kind whose text is not known: the ids whose texts may well be the same code, since they
    /// were sent from the folder, and the few whose ids or names are alike; the likeliest first.
    [[nodiscard]] QStringList unreadAlike(const Plugin &plugin, const QSet<QString> &otherIds,
                                          const QSet<QString> &folderIds = {}) const;

    /// The text of a plugin that had none here, so that nobody has to read it again.
    void learn(const ServerPlugin &read);

private:
    using Key = std::pair<int, QString>; ///< space or kind, and a text
    struct Unread
    {
        qsizetype position = 0;
        QString id; ///< its letters, as those of the name
        QString name;
    };

    [[nodiscard]] CodeMark markOf(qsizetype position) const;

    QList<ServerPlugin> m_plugins;
    QHash<Key, qsizetype> m_byId;
    QMultiHash<Key, qsizetype> m_byOpenWebUiId;
    QMultiHash<Key, qsizetype> m_byTitle;
    QMultiHash<qsizetype, qsizetype> m_byCodeSize;
    QList<Unread> m_unread;                     ///< whose text is not known
    mutable QHash<qsizetype, CodeMark> m_marks; ///< of those that were asked for, since many are never
};

} // namespace owui
