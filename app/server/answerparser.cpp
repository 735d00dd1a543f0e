// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/answerparser.h"

#include "jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

struct Parsed
{
    QJsonValue json;
    ServerErrorKind error = ServerErrorKind::None;
};

/// `[body]` as an array, because QJsonDocument takes no bare value, and null, true and {} are all answers of this
/// server (`true` for a delete, `null` for valves/spec).
Parsed parsed(const QByteArray &body)
{
    QJsonParseError problem{};
    const QByteArray array = withEscapedMarks('[' + body + ']');
    const QJsonDocument document = QJsonDocument::fromJson(array, &problem);
    if (problem.error == QJsonParseError::NoError && document.array().size() == 1) {
        return {.json = document.array().at(0), .error = ServerErrorKind::None};
    }
    // A chunked answer, or one without a length, ends early without a word; the place of the first error tells.
    const bool brokeOff =
        !body.isEmpty() && problem.error != QJsonParseError::NoError && problem.offset >= array.size() - 2;
    return {.json = {}, .error = brokeOff ? ServerErrorKind::AnswerTruncated : ServerErrorKind::UnexpectedAnswer};
}

} // namespace

bool isJsonType(const QString &contentType)
{
    const QString type = contentType.section(u';', 0, 0).trimmed().toLower();
    return type == u"application/json" || type.endsWith(u"+json");
}

JudgedAnswer judgeAnswer(RequestPurpose purpose, int httpStatus, const QString &contentType, const QByteArray &body)
{
    if (httpStatus < 200 || httpStatus >= 300 || !isJsonType(contentType)) {
        return {.error = classifyAnswer(purpose, httpStatus, contentType, body), .json = {}};
    }
    Parsed result = parsed(body);
    if (result.error != ServerErrorKind::None) {
        return {.error = {.kind = result.error, .httpStatus = httpStatus, .detail = {}, .requestSent = true},
                .json = {}};
    }
    return {.error = {}, .json = std::move(result.json)};
}

} // namespace owui
