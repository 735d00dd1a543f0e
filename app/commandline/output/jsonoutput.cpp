// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/output/jsonoutput.h"

#include <QJsonArray>

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
    static const QList<SkipReason> undecoded = {
        SkipReason::NotUtf8,      SkipReason::ContainsNul,    SkipReason::Unreadable,
        SkipReason::TooLarge,     SkipReason::NotRegularFile, SkipReason::Link,
        SkipReason::LinkedFolder, SkipReason::DanglingLink,   SkipReason::NameNotUtf8};
    return !undecoded.contains(reason);
}

QJsonObject skippedObject(const Plugin &plugin)
{
    return {{u"path"_s, plugin.path},
            {u"reason"_s, textOf(*plugin.skipped)},
            {u"code"_s, nameOf(*plugin.skipped)},
            {u"header"_s, wasDecoded(*plugin.skipped) ? QJsonValue(plugin.header.toJson()) : QJsonValue()}};
}

} // namespace

QJsonObject pluginObject(const Plugin &plugin)
{
    return {{u"path"_s, plugin.path},
            {u"kind"_s, nameOrNull(plugin.kind)},
            {u"id"_s, textOrNull(plugin.id)},
            {u"idOrigin"_s, nameOf(plugin.idOrigin)},
            {u"version"_s, textOrNull(plugin.version())},
            {u"title"_s, plugin.title()},
            {u"header"_s, plugin.header.toJson()},
            {u"findings"_s, findingsArray(plugin.findings)},
            {u"deployable"_s, plugin.deployable()}};
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

QJsonObject problemsDocument(const QString &root, const QList<Problem> &problems)
{
    QJsonArray array;
    for (const Problem &problem : problems) {
        array.append(QJsonObject{{u"text"_s, problem.text}, {u"remedy"_s, textOrNull(problem.remedy)}});
    }
    return {{u"root"_s, textOrNull(root)}, {u"problems"_s, array}};
}

} // namespace owui
