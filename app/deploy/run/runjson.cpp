// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/run/runjson.h"

#include "deploy/run/runsummary.h"
#include "isolated.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

bool isUnseen(char32_t character)
{
    if (character < 0x7F) {
        return false; // stands between the values, or is escaped already
    }
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

/// The same document, but with nothing in it that a terminal, or GitHub's runner, would obey.
QByteArray withEscapes(const QByteArray &json)
{
    const QString text = QString::fromUtf8(json);
    QString safe;
    safe.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair = text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        const qsizetype length = isPair ? 2 : 1;
        const char32_t character =
            isPair ? QChar::surrogateToUcs4(text.at(i), text.at(i + 1)) : char32_t(text.at(i).unicode());
        const QStringView units = QStringView(text).sliced(i, length);
        if (!isUnseen(character)) {
            safe += units;
        } else {
            for (const QChar unit : units) {
                safe += u"\\u%1"_s.arg(unit.unicode(), 4, 16, QChar(u'0'));
            }
        }
        i += length - 1;
    }
    return safe.replace(u"##["_s, u"#\\u0023["_s).toUtf8();
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
            {u"message"_s, withoutIsolation((QStringList{result.message} + result.warnings).join(u' '))},
            {u"remedy"_s, withoutIsolation(result.remedy)},
            {u"versionBefore"_s, textOrNull(result.versionBefore)},
            {u"versionAfter"_s, textOrNull(result.versionAfter)},
            {u"active"_s, flagOrNull(result.active)},
            {u"deactivated"_s, result.deactivated},
            {u"milliseconds"_s, static_cast<qint64>(result.elapsed.count())}};
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
    return withEscapes(QJsonDocument(document).toJson(QJsonDocument::Indented));
}

QByteArray documentLine(const QJsonObject &document)
{
    return withEscapes(QJsonDocument(document).toJson(QJsonDocument::Compact)) + '\n';
}

} // namespace owui
