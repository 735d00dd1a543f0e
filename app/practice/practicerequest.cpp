// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "practice/practicerequest.h"

#include <QJsonArray>
#include <QJsonParseError>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

QJsonObject problem(const QString &type, const QStringList &location, const QString &message, const QJsonValue &input)
{
    return {
        {u"type"_s, type}, {u"loc"_s, QJsonArray::fromStringList(location)}, {u"msg"_s, message}, {u"input"_s, input}};
}

QJsonObject notAnObject(const QStringList &location, const QJsonValue &input)
{
    return problem(u"model_attributes_type"_s, location,
                   u"Input should be a valid dictionary or object to extract fields from"_s, input);
}

/// One required string of a form.
QString takeString(const QJsonObject &body, const QString &name, QJsonArray &problems)
{
    const QJsonValue value = body.value(name);
    if (value.isUndefined()) {
        problems.append(problem(u"missing"_s, {u"body"_s, name}, u"Field required"_s, body));
    } else if (!value.isString()) {
        problems.append(problem(u"string_type"_s, {u"body"_s, name}, u"Input should be a valid string"_s, value));
    }
    return value.toString();
}

QJsonObject takeMeta(const QJsonObject &body, QJsonArray &problems)
{
    const QJsonValue value = body.value(u"meta"_s);
    if (value.isUndefined()) {
        problems.append(problem(u"missing"_s, {u"body"_s, u"meta"_s}, u"Field required"_s, body));
        return {};
    }
    if (!value.isObject()) {
        problems.append(notAnObject({u"body"_s, u"meta"_s}, value));
        return {};
    }
    QJsonObject meta = value.toObject();
    const QJsonValue description = meta.value(u"description"_s);
    if (!description.isUndefined() && !description.isNull() && !description.isString()) {
        problems.append(problem(u"string_type"_s, {u"body"_s, u"meta"_s, u"description"_s},
                                u"Input should be a valid string"_s, description));
    }
    const QJsonValue manifest = meta.value(u"manifest"_s);
    if (!manifest.isUndefined() && !manifest.isNull() && !manifest.isObject()) {
        problems.append(problem(u"dict_type"_s, {u"body"_s, u"meta"_s, u"manifest"_s},
                                u"Input should be a valid dictionary"_s, manifest));
    }
    meta.remove(u"manifest"_s); // the server writes its own reading of the header there
    return meta;
}

} // namespace

PracticeRequest::PracticeRequest(const HttpCall &call, const QStringList &path)
    : m_call(call)
    , m_path(path)
{
    parseBody();
}

bool PracticeRequest::is(const char *method, std::initializer_list<QStringView> path) const
{
    return m_call.method == method && std::ranges::equal(path, m_path, [](QStringView pattern, const QString &part) {
               return pattern == u"*" ? !part.isEmpty() : pattern == part;
           });
}

Result<PracticeAccounts::Caller, HttpAnswer> PracticeRequest::caller(PracticeContext &context) const
{
    if (m_broken) {
        return *m_broken;
    }
    return context.accounts.identify(m_call, context.release);
}

Result<PracticeAccounts::Caller, HttpAnswer> PracticeRequest::adminCaller(PracticeContext &context) const
{
    Result<PracticeAccounts::Caller, HttpAnswer> found = caller(context);
    if (found && !found.value().account->admin) {
        return HttpAnswer::detail(401, texts::accessProhibited());
    }
    return found;
}

Result<QJsonObject, HttpAnswer> PracticeRequest::object() const
{
    if (m_broken) {
        return *m_broken;
    }
    if (m_call.body.isEmpty()) {
        return HttpAnswer::unprocessable({problem(u"missing"_s, {u"body"_s}, u"Field required"_s, QJsonValue::Null)});
    }
    if (!saysJson()) {
        return HttpAnswer::unprocessable({notAnObject({u"body"_s}, QString::fromUtf8(m_call.body))});
    }
    if (!m_document.isObject()) {
        return HttpAnswer::unprocessable({notAnObject({u"body"_s}, m_document.array())});
    }
    return m_document.object();
}

Result<PluginForm, HttpAnswer> PracticeRequest::form(PluginSpace space, const PracticeRelease &release) const
{
    const Result<QJsonObject, HttpAnswer> body = object();
    if (!body) {
        return body.error();
    }
    const QJsonObject &sent = body.value();
    QJsonArray problems;
    PluginForm form;
    form.id = takeString(sent, u"id"_s, problems);
    form.name = takeString(sent, u"name"_s, problems);
    form.content = takeString(sent, u"content"_s, problems);
    form.meta = takeMeta(sent, problems);
    if (space == PluginSpace::Function) {
        if (form.meta.value(u"toggle"_s).isBool()) {
            form.sentToggle = form.meta.value(u"toggle"_s).toBool();
        }
        form.meta.remove(u"toggle"_s);
    } else {
        // ToolMeta drops what it does not know; FunctionMeta keeps it since 0.6.30.
        form.meta = QJsonObject{{u"description"_s, form.meta.value(u"description"_s).toVariant().isNull()
                                                       ? QJsonValue(QJsonValue::Null)
                                                       : form.meta.value(u"description"_s)}};
        if (sent.contains(u"access_control"_s)) {
            form.accessControl = sent.value(u"access_control"_s);
        }
        const QJsonValue grants = sent.value(u"access_grants"_s);
        if (release.hasAccessGrants() && !grants.isUndefined()) {
            if (!grants.isArray() && (!grants.isNull() || release.refusesNullGrants())) {
                problems.append(problem(u"list_type"_s, {u"body"_s, u"access_grants"_s},
                                        u"Input should be a valid list"_s, grants));
            } else if (grants.isArray()) {
                form.accessGrants = grants;
            }
        }
    }
    if (release.hasVersions() && sent.value(u"commit_message"_s).isString()) {
        form.commitMessage = sent.value(u"commit_message"_s);
    }
    if (!problems.isEmpty()) {
        return HttpAnswer::unprocessable(problems);
    }
    return form;
}

bool PracticeRequest::saysJson() const
{
    const QByteArray type = m_call.contentType.split(';').first().trimmed().toLower();
    return type == "application/json" || (type.startsWith("application/") && type.endsWith("+json"));
}

void PracticeRequest::parseBody()
{
    if (m_call.body.isEmpty() || !saysJson()) {
        return;
    }
    QJsonParseError error;
    m_document = QJsonDocument::fromJson(m_call.body, &error);
    const QByteArray trimmed = m_call.body.trimmed();
    const bool inObject = trimmed.startsWith('{');
    // Qt reads only objects and arrays; other valid JSON is refused later, by its type.
    const bool isScalar =
        !inObject && !trimmed.startsWith('[') && !QJsonDocument::fromJson('[' + trimmed + ']').isNull();
    if (error.error == QJsonParseError::NoError || isScalar) {
        return;
    }
    m_broken = HttpAnswer::unprocessable({QJsonObject{
        {u"type"_s, u"json_invalid"_s},
        {u"loc"_s, QJsonArray{u"body"_s, error.offset}},
        {u"msg"_s, u"JSON decode error"_s},
        {u"input"_s, QJsonObject()},
        {u"ctx"_s, QJsonObject{{u"error"_s, inObject ? u"Expecting property name enclosed in double quotes"_s
                                                     : u"Expecting value"_s}}}}});
}

} // namespace owui
