// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "practice/httpanswer.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

const QByteArray jsonType = "application/json"_ba;

} // namespace

HttpAnswer HttpAnswer::json(const QJsonObject &object, int status)
{
    return {.status = status,
            .type = jsonType,
            .body = QJsonDocument(object).toJson(QJsonDocument::Compact),
            .afterSystemExit = false};
}

HttpAnswer HttpAnswer::json(const QJsonArray &array)
{
    return {.status = 200,
            .type = jsonType,
            .body = QJsonDocument(array).toJson(QJsonDocument::Compact),
            .afterSystemExit = false};
}

HttpAnswer HttpAnswer::literal(const QByteArray &json)
{
    return {.status = 200, .type = jsonType, .body = json, .afterSystemExit = false};
}

HttpAnswer HttpAnswer::detail(int status, const QString &text)
{
    return json({{u"detail"_s, text}}, status);
}

HttpAnswer HttpAnswer::unprocessable(const QJsonArray &errors)
{
    return json({{u"detail"_s, errors}}, 422);
}

HttpAnswer HttpAnswer::page()
{
    return {.status = 200,
            .type = "text/html; charset=utf-8"_ba,
            .body = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Open WebUI</title></head>"
                    "<body><p>This is a practice server. It has no web page.</p></body></html>\n"_ba,
            .afterSystemExit = false};
}

HttpAnswer HttpAnswer::serverError()
{
    return {.status = 500,
            .type = "text/plain; charset=utf-8"_ba,
            .body = "Internal Server Error"_ba,
            .afterSystemExit = false};
}

HttpAnswer HttpAnswer::systemExit()
{
    HttpAnswer answer = serverError();
    answer.afterSystemExit = true;
    return answer;
}

namespace texts {

QString notFound()
{
    return u"We could not find what you're looking for :/"_s;
}

QString accessProhibited()
{
    return u"You do not have permission to access this resource. Please contact your administrator for assistance."_s;
}

QString unauthorized()
{
    return u"401 Unauthorized"_s;
}

QString idTaken()
{
    return u"Uh-oh! This id is already registered. Please choose another id string."_s;
}

QString badId()
{
    return u"Only alphanumeric characters and underscores are allowed in the id"_s;
}

} // namespace texts

} // namespace owui
