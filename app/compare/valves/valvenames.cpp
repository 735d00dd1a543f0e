// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/valves/valvenames.h"

#include "compare/valves/valvefields.h"
#include "plugins/pluginfile.h"

namespace owui {

QStringList valveNames(const QString &content, PluginSpace space)
{
    const QByteArray utf8 = content.toUtf8();
    const std::optional<PluginKind> kind =
        space == PluginSpace::Tool ? PluginKind::Tool : readPlugin({}, {.utf8 = utf8}).kind;
    QStringList names;
    if (kind) {
        for (const SettingField &field : readValveFields(utf8, *kind).valves.fields) {
            names.append(field.name);
        }
    }
    return names;
}

} // namespace owui
