// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/job/payload.h"

#include "compare/text/textstosend.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace owui {

Payload makePayload(const Plugin &plugin, const std::optional<ServerPlugin> &present, bool alwaysTakeHeaderText)
{
    Payload payload;
    payload.id = plugin.id;
    const TextsToSend texts = textsToSend(plugin, present, alwaysTakeHeaderText);
    payload.name = texts.name;
    payload.notes = texts.notes;
    payload.meta = present ? present->meta : QJsonObject();
    // The server sets toggle from the code; an echoed one would stay for ever (contract 3.1).
    payload.meta.remove(u"toggle"_s);
    payload.meta.insert(u"description"_s, texts.description);
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
    if (!commitMessage.isEmpty()) {
        body.insert(u"commit_message"_s, commitMessage);
    }
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

} // namespace owui
