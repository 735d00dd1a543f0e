// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/payload.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

QString nameToSend(const Plugin &plugin, const std::optional<ServerPlugin> &present, bool always, QStringList &notes)
{
    const QString fromHeader = plugin.header.value(u"title");
    if (!present || present->name.isEmpty()) {
        return plugin.title();
    }
    if (fromHeader.isEmpty() || fromHeader == present->name) {
        return present->name;
    }
    if (always || present->name == present->title()) {
        return fromHeader;
    }
    notes.append(QCoreApplication::translate("Payload", "The name “%1” was given on the server and is kept; the header "
                                                        "says “%2”.")
                     .arg(present->name, fromHeader));
    return present->name;
}

QJsonValue descriptionToSend(const Plugin &plugin, const std::optional<ServerPlugin> &present, bool always,
                             QStringList &notes)
{
    const QString fromHeader = plugin.header.value(u"description");
    if (!present) {
        return fromHeader;
    }
    const QString onServer = present->description();
    if (fromHeader == onServer) {
        return present->meta.value(u"description"_s).isString() ? QJsonValue(onServer) : QJsonValue();
    }
    if (always || onServer == present->manifest().value(u"description"_s).toString()) {
        return fromHeader;
    }
    notes.append(QCoreApplication::translate("Payload", "The description was changed on the server and is kept."));
    return onServer;
}

} // namespace

Payload makePayload(const Plugin &plugin, const std::optional<ServerPlugin> &present, bool alwaysTakeHeaderText)
{
    Payload payload;
    payload.id = plugin.id;
    payload.name = nameToSend(plugin, present, alwaysTakeHeaderText, payload.notes);
    payload.meta = present ? present->meta : QJsonObject();
    // The server sets toggle from the code; an echoed one would stay for ever (contract 3.1).
    payload.meta.remove(u"toggle"_s);
    payload.meta.insert(u"description"_s, descriptionToSend(plugin, present, alwaysTakeHeaderText, payload.notes));
    payload.meta.insert(u"manifest"_s, plugin.header.toJson());
    if (plugin.kind == PluginKind::Tool) {
        payload.accessControl = present ? present->accessControl : QJsonValue(QJsonObject());
    }
    return payload;
}

QByteArray Payload::toJson(const QString &content) const
{
    QJsonObject body{{u"id"_s, id}, {u"name"_s, name}, {u"content"_s, content}, {u"meta"_s, meta}};
    if (accessControl) {
        body.insert(u"access_control"_s, *accessControl);
    }
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

bool Payload::sameTextsAs(const ServerPlugin &present) const
{
    return name == present.name && meta.value(u"description"_s).toString() == present.description() &&
           meta.value(u"manifest"_s).toObject() == present.manifest();
}

} // namespace owui
