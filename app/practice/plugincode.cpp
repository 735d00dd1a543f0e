// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "practice/plugincode.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace owui {

QString PluginCode::script()
{
    QFile file(u":/practice/plugincode.py"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

PluginCode PluginCode::read(const QJsonObject &description)
{
    PluginCode code;
    for (const QJsonValue &name : description[u"classes"_s].toArray()) {
        code.classes.append(name.toString());
    }
    for (const QJsonValue &valve : description[u"valves"_s].toArray()) {
        code.valves.append({.name = valve[u"name"_s].toString(),
                            .type = valve[u"type"_s].toString(),
                            .hasDefault = valve[u"default"_s].toBool()});
    }
    code.specs = description[u"specs"_s].toArray();
    return code;
}

} // namespace owui
