// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/commands/serverexport.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace owui {

QByteArray exportDocument(const QList<ServerPlugin> &plugins)
{
    QJsonArray list;
    for (const ServerPlugin &plugin : plugins) {
        QJsonObject json{{u"id"_s, plugin.id},
                         {u"name"_s, plugin.name},
                         {u"content"_s, plugin.content.value_or(QString())},
                         {u"meta"_s, plugin.meta}};
        if (plugin.space == PluginSpace::Function && plugin.kind) {
            json.insert(u"type"_s, nameOf(*plugin.kind));
        }
        list.append(json);
    }
    return QJsonDocument(list).toJson(QJsonDocument::Indented);
}

} // namespace owui
