// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/output/jsonoutput.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

QJsonArray findingsArray(const QList<Finding> &findings)
{
    QJsonArray array;
    for (const Finding &finding : findings) {
        array.append(QJsonObject{{u"code"_s, nameOf(finding.code)},
                                 {u"severity"_s, nameOf(finding.severity())},
                                 {u"text"_s, finding.text()},
                                 {u"remedy"_s, finding.remedy()}});
    }
    return array;
}

/// Whether there was a text at all, in which a header could be read.
bool wasDecoded(SkipReason reason)
{
    switch (reason) {
    case SkipReason::NoPluginClass:
    case SkipReason::TestOrHelper:
    case SkipReason::Template:
    case SkipReason::LocalizedCopy:
    case SkipReason::Draft:
    case SkipReason::ExcludedByUser:
    case SkipReason::Empty:
        return true;
    case SkipReason::NotUtf8:
    case SkipReason::ContainsNul:
    case SkipReason::Unreadable:
    case SkipReason::TooLarge:
    case SkipReason::NotRegularFile:
    case SkipReason::Link:
    case SkipReason::DanglingLink:
        break;
    }
    return false;
}

QJsonObject skippedObject(const Plugin &plugin)
{
    return {
        {u"path"_s, plugin.path},
        {u"reason"_s, textOf(*plugin.skipped)},
        {u"code"_s, nameOf(*plugin.skipped)},
        {u"header"_s, wasDecoded(*plugin.skipped) ? QJsonValue(plugin.header.toJson()) : QJsonValue(QJsonValue::Null)}};
}

QJsonObject resultObject(const DeployResult &result)
{
    return {{u"path"_s, result.path},
            {u"kind"_s, nameOf(result.kind)},
            {u"id"_s, textOrNull(result.id)},
            {u"outcome"_s, nameOf(result.outcome)},
            {u"stage"_s, nameOf(result.stage)},
            {u"httpStatus"_s, statusOrNull(result.error)},
            {u"detail"_s, detailOrNull(result.error)},
            // The names are promised, so what needs attention after a success has no name of its own.
            {u"message"_s, (QStringList{result.message} + result.warnings).join(u' ')},
            {u"remedy"_s, result.remedy},
            {u"versionBefore"_s, textOrNull(result.versionBefore)},
            {u"versionAfter"_s, textOrNull(result.versionAfter)},
            {u"active"_s, result.active ? QJsonValue(*result.active) : QJsonValue(QJsonValue::Null)},
            {u"deactivated"_s, result.deactivated},
            {u"milliseconds"_s, static_cast<qint64>(result.elapsed.count())}};
}

} // namespace

QJsonObject pluginObject(const Plugin &plugin)
{
    return {{u"path"_s, plugin.path},
            {u"kind"_s, plugin.kind ? QJsonValue(nameOf(*plugin.kind)) : QJsonValue(QJsonValue::Null)},
            {u"id"_s, textOrNull(plugin.id)},
            {u"idOrigin"_s, nameOf(plugin.idOrigin)},
            {u"version"_s, textOrNull(plugin.version())},
            {u"title"_s, plugin.title()},
            {u"header"_s, plugin.header.toJson()},
            {u"findings"_s, findingsArray(plugin.findings)},
            {u"deployable"_s, plugin.deployable()}};
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue statusOrNull(const ServerError &error)
{
    return error.httpStatus > 0 ? QJsonValue(error.httpStatus) : QJsonValue(QJsonValue::Null);
}

QJsonValue detailOrNull(const ServerError &error)
{
    return error.httpStatus > 0 ? textOrNull(error.detail) : QJsonValue(QJsonValue::Null);
}

QJsonObject listDocument(const QString &root, const QList<Plugin> &plugins)
{
    QJsonArray deployed;
    QJsonArray skipped;
    for (const Plugin &plugin : plugins) {
        if (plugin.skipped) {
            skipped.append(skippedObject(plugin));
        } else {
            deployed.append(pluginObject(plugin));
        }
    }
    return {{u"root"_s, root}, {u"plugins"_s, deployed}, {u"skipped"_s, skipped}};
}

QJsonObject serverObject(const Connection &connection, const ServerRelease &release)
{
    return {{u"name"_s, connection.name},
            {u"url"_s, connection.url.toString(QUrl::RemoveUserInfo)},
            {u"release"_s, textOrNull(release.text())}};
}

QJsonObject deployDocument(const QJsonObject &server, const QList<DeployResult> &results, const RunSummary &summary)
{
    QJsonArray array;
    for (const DeployResult &result : results) {
        array.append(resultObject(result));
    }
    return {{u"server"_s, server}, {u"results"_s, array}, {u"summary"_s, summary.toJson()}};
}

QByteArray documentText(const QJsonObject &document)
{
    return QJsonDocument(document).toJson(QJsonDocument::Indented);
}

} // namespace owui
