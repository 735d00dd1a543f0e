// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/text/textstosend.h"

#include "compare/text/storedtext.h"
#include "isolated.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

/// True if nobody gave the server another text than the header's. The server rewrites its imports anywhere in what it
/// is sent, so also in the header that it keeps, but not in the name and the description beside it.
bool followsHeader(const QString &onServer, const QString &inStoredHeader)
{
    return onServer == inStoredHeader || storedText(onServer.toUtf8()) == inStoredHeader;
}

QString nameToSend(const Plugin &plugin, const std::optional<ServerPlugin> &present, bool always, QStringList &notes)
{
    const QString fromHeader = plugin.writtenTitle();
    if (!present || present->name.isEmpty()) {
        return plugin.title();
    }
    if (fromHeader.isEmpty() || fromHeader == present->name) {
        return present->name;
    }
    if (always || followsHeader(present->name, present->title())) {
        return fromHeader;
    }
    notes.append(QCoreApplication::translate("Payload", "The name “%1” was given on the server and is kept; the header "
                                                        "says “%2”.")
                     .arg(isolated(present->name), isolated(fromHeader)));
    return present->name;
}

QJsonValue descriptionToSend(const Plugin &plugin, const std::optional<ServerPlugin> &present, bool always,
                             QStringList &notes)
{
    const QString fromHeader = plugin.writtenDescription();
    if (!present) {
        return fromHeader;
    }
    const QString onServer = present->description();
    if (fromHeader == onServer) {
        return present->meta.value(u"description"_s).isString() ? QJsonValue(onServer) : QJsonValue();
    }
    if (always || followsHeader(onServer, present->manifest().value(u"description"_s).toString())) {
        return fromHeader;
    }
    notes.append(QCoreApplication::translate("Payload", "The description was changed on the server and is kept."));
    return onServer;
}

} // namespace

TextsToSend textsToSend(const Plugin &plugin, const std::optional<ServerPlugin> &present, bool alwaysTakeHeaderText)
{
    TextsToSend texts;
    texts.name = nameToSend(plugin, present, alwaysTakeHeaderText, texts.notes);
    texts.description = descriptionToSend(plugin, present, alwaysTakeHeaderText, texts.notes);
    return texts;
}

} // namespace owui
