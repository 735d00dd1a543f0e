// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/list/serveronlyrow.h"

#include <QCollator>

using namespace Qt::StringLiterals;

namespace owui {

QString serverKey(PluginSpace space, const QString &id)
{
    // A file's path ends in ".py", and its last part is the title where the text has none.
    return (space == PluginSpace::Tool ? u"//tools/"_s : u"//functions/"_s) + id;
}

PluginRow serverOnlyRow(const QString &key, const ServerPlugin &there)
{
    Plugin plugin;
    plugin.path = key;
    plugin.kind = there.kind;
    plugin.id = there.id;
    if (there.content) {
        plugin.header = Frontmatter::read(there.content->toUtf8());
    }
    PluginRow row(plugin, QCollator().sortKey({}));
    row.seen = {.presence = Presence::Found, .plugin = there};
    row.serverOnly = true;
    return row;
}

} // namespace owui
