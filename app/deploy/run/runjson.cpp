// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/run/runjson.h"

#include "deploy/run/runsummary.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

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
            {u"active"_s, flagOrNull(result.active)},
            {u"deactivated"_s, result.deactivated},
            {u"milliseconds"_s, static_cast<qint64>(result.elapsed.count())}};
}

} // namespace

QJsonObject serverObject(const QString &name, const QString &url, const QString &release)
{
    return {{u"name"_s, name}, {u"url"_s, url}, {u"release"_s, textOrNull(release)}};
}

QJsonObject runDocument(const QList<DeployResult> &results)
{
    QJsonArray array;
    std::ranges::transform(results, std::back_inserter(array), resultObject);
    return {{u"results"_s, array}, {u"summary"_s, RunSummary::of(results).toJson()}};
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue flagOrNull(const std::optional<bool> &flag)
{
    return flag ? QJsonValue(*flag) : QJsonValue();
}

QJsonValue statusOrNull(const ServerError &error)
{
    return error.httpStatus > 0 ? QJsonValue(error.httpStatus) : QJsonValue();
}

QJsonValue detailOrNull(const ServerError &error)
{
    return error.httpStatus > 0 ? textOrNull(error.detail) : QJsonValue();
}

QByteArray documentText(const QJsonObject &document)
{
    return QJsonDocument(document).toJson(QJsonDocument::Indented);
}

} // namespace owui
