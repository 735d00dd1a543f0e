// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/answerparser.h"
#include "server/servererror.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <array>
#include <optional>

// Texts of constants.py, the same from 0.5.0 to 0.12.4 unless a release is named. The number alone says little: a 401
// has five meanings.

using namespace Qt::StringLiterals;

namespace owui {

namespace {

using Kind = ServerErrorKind;

bool isUpdate(RequestPurpose purpose)
{
    return purpose == RequestPurpose::FunctionUpdate || purpose == RequestPurpose::ToolUpdate;
}

bool isCreate(RequestPurpose purpose)
{
    return purpose == RequestPurpose::FunctionCreate || purpose == RequestPurpose::ToolCreate;
}

bool isTool(RequestPurpose purpose)
{
    return purpose == RequestPurpose::ToolLookUp || purpose == RequestPurpose::ToolUpdate ||
           purpose == RequestPurpose::ToolCreate;
}

/// One entry of a 422. `input` is left out: it repeats what we sent.
QString validationEntry(const QJsonObject &entry)
{
    QStringList place;
    for (const QJsonValue &step : entry.value("loc"_L1).toArray()) {
        const QString name = step.isDouble() ? QString::number(step.toInteger()) : step.toString();
        if (name != u"body") {
            place.append(name);
        }
    }
    const QString message = entry.value("msg"_L1).toString();
    return place.isEmpty() ? message : place.join(u'.') + u": "_s + message;
}

QString detailText(const QJsonValue &detail)
{
    if (detail.isString()) {
        return detail.toString();
    }
    if (detail.isArray()) {
        QStringList entries;
        for (const QJsonValue &entry : detail.toArray()) {
            entries.append(entry.isObject() ? validationEntry(entry.toObject()) : entry.toString());
        }
        return entries.join(u"; ");
    }
    if (detail.isObject()) {
        const QJsonObject object = detail.toObject();
        for (const QLatin1StringView key : {"detail"_L1, "message"_L1, "error"_L1}) {
            if (const QJsonValue inner = object.value(key); !inner.isUndefined() && !inner.isNull()) {
                return detailText(inner);
            }
        }
        return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
    }
    return {};
}

/// A page's title is all that is worth showing of it.
QString titleOf(const QByteArray &html)
{
    static const QRegularExpression title(u"<title[^>]*>(.*?)</title>"_s,
                                          QRegularExpression::CaseInsensitiveOption |
                                              QRegularExpression::DotMatchesEverythingOption);
    return title.match(QString::fromUtf8(html.first(qMin<qsizetype>(html.size(), 16'384)))).captured(1).simplified();
}

QString foreignDetail(const QString &contentType, const QByteArray &body)
{
    return contentType.startsWith("text/plain"_L1, Qt::CaseInsensitive) ? QString::fromUtf8(body).trimmed()
                                                                        : titleOf(body);
}

/// What a page or a log has room for, and the mask can read at once. Cut between two words, because half a secret could
/// not be masked; half a character is none.
QString bounded(QString text)
{
    constexpr qsizetype longest = 64 * 1024;
    if (text.size() > longest) {
        const qsizetype blank = text.lastIndexOf(u' ', longest);
        text.truncate(blank > longest / 2 ? blank : longest);
    }
    return text.isValidUtf16() ? text : QString::fromUtf8(text.toUtf8());
}

/// "[ERROR: reason]", and up to 0.9.6 "[ERROR: 400: [ERROR: reason]]" where one handler wrapped another's exception.
struct Wrapped
{
    QStringView reason;
    int depth = 0;
};

Wrapped unwrapped(QStringView detail)
{
    static const QRegularExpression opening(u"\\A(?:\\d{3}: )?\\[ERROR: "_s);
    constexpr qsizetype longestOpening = 13;
    Wrapped result{.reason = detail.trimmed()};
    while (result.reason.endsWith(u']')) {
        const auto match = opening.match(result.reason.first(qMin(result.reason.size(), longestOpening)).toString());
        if (!match.hasMatch()) {
            break;
        }
        result.reason = result.reason.sliced(match.capturedLength()).chopped(1).trimmed();
        ++result.depth;
    }
    return result;
}

struct Pattern
{
    QString expression;
    Kind kind;
};

/// What the loader, pip and the storage say (contract 2.3, 2.4, 7).
std::optional<Kind> kindOfReason(const QString &reason)
{
    static const std::array patterns{
        Pattern{u"File name (?:is )?too long"_s, Kind::IdTooLong},
        // constants.py @0.12.4, and the bare OSError up to 0.9.6: the cache folder is made after the code has run.
        Pattern{u"\\A(?:Server storage |The server is out of storage)"_s, Kind::StorageFailed},
        Pattern{u"\\A\\[Errno (?:28|30|122)\\]"_s, Kind::StorageFailed},
        Pattern{u"\\A\\[Errno (?:1|13)\\].*/cache/"_s, Kind::StorageFailed},
        // The plural tells a failed write from failed code (contract 2.4).
        Pattern{u"\\AError (?:creating|updating) tools\\z"_s, Kind::StorageFailed},
        Pattern{u"\\AError (?:creating|updating) (?:function|tool)(?: valves)?\\z"_s, Kind::Masked},
        // A plugin may have settings of its own that are called ENABLE_TOOLS.
        Pattern{u"\\b(?:Functions|Tools|Plugins) are disabled\\b|\\bENABLE_PLUGINS\\b|"
                "\\b(?:disabled|switched off|turned off)\\b.*\\bENABLE_(?:FUNCTIONS|TOOLS)\\b"_s,
                Kind::PluginsDisabled},
        Pattern{u"\\ACommand .*\\bpip\\b.* returned non-zero exit status"_s, Kind::PipFailed},
        Pattern{u"\\ACurrent Valves are incompatible"_s, Kind::ValvesIncompatible},
        Pattern{u"\\(<[^>]*>, line \\d+\\)\\z|null bytes\\z|\\ACannot parse"_s, Kind::CodeSyntax},
        Pattern{u"\\ANo module named |\\Acannot import name "_s, Kind::CodeImport},
        Pattern{u"\\ANo (?:Function|Tools) class found"_s, Kind::CodeNoClass},
    };
    for (const Pattern &pattern : patterns) {
        const QRegularExpression expression(pattern.expression, QRegularExpression::DotMatchesEverythingOption);
        if (expression.match(reason).hasMatch()) {
            return pattern.kind;
        }
    }
    return {};
}

Kind kindOfRefusal(RequestPurpose purpose, const QString &detail)
{
    const Wrapped wrapped = unwrapped(detail);
    const std::optional<Kind> kind = kindOfReason(wrapped.reason.toString());
    if (kind == Kind::Masked && wrapped.depth > 1) {
        // Up to 0.9.6 nothing is masked: the row was not there, or could not be written.
        return purpose == RequestPurpose::FunctionUpdate ? Kind::NotFound : Kind::StorageFailed;
    }
    if (kind) {
        return *kind;
    }
    return isUpdate(purpose) || isCreate(purpose) ? Kind::CodeFailed : Kind::Other;
}

Kind kindOfProhibition(RequestPurpose purpose, int status)
{
    if (status == 403) {
        // auth.py:465-474 @0.11.0, since 0.9.0: the path is not among those a key may use.
        return purpose == RequestPurpose::SignIn ? Kind::PasswordSignInDisabled : Kind::EndpointRestricted;
    }
    return isTool(purpose) || status == 400 ? Kind::NoToolAccess : Kind::NotAdmin;
}

/// The fixed texts. None for a text that Open WebUI does not have.
std::optional<Kind> kindOfText(RequestPurpose purpose, int status, const QString &detail)
{
    if (detail == u"We could not find what you're looking for :/" || detail == u"Function not found" ||
        detail == u"Tool not found" || detail == u"Version not found") {
        return Kind::NotFound;
    }
    if (detail.startsWith(u"You do not have permission to access this resource.")) {
        return kindOfProhibition(purpose, status);
    }
    if (detail == u"401 Unauthorized") {
        // A tool's update and create say so for want of permission (contract 2.4); a look-up only for a bad session.
        return purpose == RequestPurpose::ToolUpdate || purpose == RequestPurpose::ToolCreate ? Kind::NoToolAccess
                                                                                              : Kind::SessionInvalid;
    }
    static const std::array<std::pair<QLatin1StringView, Kind>, 11> beginnings{{
        {"Your session has expired or the token is invalid."_L1, Kind::KeyUnknown},
        {"Invalid token"_L1, Kind::SessionInvalid},
        {"Not authenticated"_L1, Kind::NoCredential},
        {"Use of API key is not enabled"_L1, Kind::KeysDisabled},
        {"API key creation is not allowed"_L1, Kind::KeysDisabled},
        {"API key not allowed to access this endpoint"_L1, Kind::EndpointRestricted}, // 0.6.38 to 0.8.12
        {"A human session is required"_L1, Kind::HumanSessionRequired},               // 0.12
        {"The email or password provided is incorrect"_L1, Kind::WrongPassword},
        {"The requested action has been restricted"_L1, Kind::PasswordSignInDisabled},
        {"Uh-oh! This id is already registered."_L1, Kind::IdTaken},
        {"Only alphanumeric characters and underscores are allowed"_L1, Kind::IdInvalid},
    }};
    for (const auto &[beginning, kind] : beginnings) {
        if (detail.startsWith(beginning)) {
            return kind;
        }
    }
    return {};
}

/// What the status says by itself, whatever the body is.
std::optional<Kind> kindOfStatus(int status)
{
    switch (status) {
    case 407:
        return Kind::ProxyFailed;
    case 413:
        return Kind::TooLarge;
    case 422:
        return Kind::PayloadRefused;
    case 429:
        return Kind::RateLimited;
    case 501:
        return Kind::RouteMissing;
    case 503:
        return Kind::Unavailable;
    default:
        break;
    }
    if (status >= 300 && status < 400) {
        return Kind::Redirected;
    }
    // 520 to 527 are Cloudflare's names for a server behind it that does not answer.
    if (status == 502 || status == 504 || (status >= 520 && status <= 527)) {
        return Kind::BadGateway;
    }
    return status >= 500 ? std::optional(Kind::ServerFault) : std::nullopt;
}

Kind kindOfSuccess(RequestPurpose purpose, bool jsonType, const QByteArray &body)
{
    if (!jsonType) {
        return Kind::NotJson;
    }
    // Up to 0.6.43 a tool that the caller may not read is answered with 200 null.
    return purpose == RequestPurpose::ToolLookUp && body.trimmed() == "null" ? Kind::NoToolAccess
                                                                             : Kind::UnexpectedAnswer;
}

Kind kindOfFailure(RequestPurpose purpose, int status, bool isJson, const QString &detail)
{
    if (const std::optional<Kind> kind = kindOfStatus(status)) {
        return *kind;
    }
    const std::optional<Kind> known = isJson ? kindOfText(purpose, status, detail.trimmed()) : std::nullopt;
    // Signing in is about no key and no plugin, whatever stands before the server and says so.
    const bool isForeign =
        purpose == RequestPurpose::SignIn && known != Kind::WrongPassword && known != Kind::PasswordSignInDisabled;
    if (known && !isForeign) {
        return *known;
    }
    if (status == 404 || status == 405) {
        return Kind::RouteMissing;
    }
    if (!isJson) {
        return Kind::NotJson;
    }
    return status == 400 && !isForeign ? kindOfRefusal(purpose, detail) : Kind::Other;
}

} // namespace

ServerError classifyAnswer(RequestPurpose purpose, int httpStatus, const QString &contentType, const QByteArray &body)
{
    ServerError error{.kind = Kind::Other, .httpStatus = httpStatus, .detail = {}, .requestSent = true};
    const bool jsonType = isJsonType(contentType);
    if (httpStatus >= 200 && httpStatus < 300) {
        error.kind = kindOfSuccess(purpose, jsonType, body);
        error.detail = jsonType ? QString() : bounded(foreignDetail(contentType, body));
        return error;
    }
    const QJsonDocument document = jsonType ? QJsonDocument::fromJson(body) : QJsonDocument();
    const QString detail = document.isNull() ? foreignDetail(contentType, body)
                                             : detailText(document.isObject() ? QJsonValue(document.object())
                                                                              : QJsonValue(document.array()));
    error.kind = kindOfFailure(purpose, httpStatus, !document.isNull(), detail);
    error.detail = bounded(detail);
    return error;
}

} // namespace owui
