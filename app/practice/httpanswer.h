// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <functional>

namespace owui {

/// One request as it came in.
struct HttpCall
{
    QByteArray method; ///< upper-case
    QString path;      ///< decoded
    QString query;
    QByteArray authorization;
    QByteArray apiKey; ///< the header x-api-key
    QByteArray contentType;
    QByteArray body;
};

/// One answer, in the forms that Open WebUI has.
struct HttpAnswer
{
    int status = 200;
    QByteArray type;
    QByteArray body;
    bool afterSystemExit = false; ///< code called sys.exit; some releases stop then

    [[nodiscard]] static HttpAnswer json(const QJsonObject &object, int status = 200);
    [[nodiscard]] static HttpAnswer json(const QJsonArray &array);
    [[nodiscard]] static HttpAnswer literal(const QByteArray &json); ///< true, null
    /// What FastAPI makes of an HTTPException.
    [[nodiscard]] static HttpAnswer detail(int status, const QString &text);
    /// The list with which FastAPI refuses a body.
    [[nodiscard]] static HttpAnswer unprocessable(const QJsonArray &errors);
    /// The web page, which the real server gives for every GET that it does not know.
    [[nodiscard]] static HttpAnswer page();
    [[nodiscard]] static HttpAnswer serverError();
    [[nodiscard]] static HttpAnswer systemExit();
};

/// Called exactly once for each request, now or later.
using Answer = std::function<void(const HttpAnswer &)>;

/// The server's texts that several routes use (constants.py).
namespace texts {
[[nodiscard]] QString notFound();
[[nodiscard]] QString accessProhibited();
[[nodiscard]] QString unauthorized();
[[nodiscard]] QString idTaken();
[[nodiscard]] QString badId();
} // namespace texts

} // namespace owui
