// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "support/fakeserver.h"

#include <QJsonArray>
#include <QJsonObject>

namespace owui::test {

/// Makes `server` answer as Open WebUI 0.12.4 does to one API key of an admin, and to one e-mail and password.
/// The texts are those of the contract (2.1, 7).
inline void actAsOpenWebUi(FakeServer &server, const QByteArray &key, const QByteArray &password = {},
                           bool hasPlugins = false)
{
    using namespace Qt::StringLiterals;
    server.setHandler([key, password, hasPlugins](const FakeRequest &request) {
        if (request.path() == "/api/version")
            return FakeAnswer::json(QJsonObject{{u"version"_s, u"0.12.4"_s}});
        if (request.path() == "/api/v1/auths/signin") {
            if (!password.isEmpty() && request.body.contains(password)) {
                return FakeAnswer::json(QJsonObject{{u"token"_s, QString::fromUtf8(key)},
                                                    {u"token_type"_s, u"Bearer"_s},
                                                    {u"expires_at"_s, qint64{4102444800}},
                                                    {u"id"_s, u"1"_s},
                                                    {u"role"_s, u"admin"_s}});
            }
            return FakeAnswer::detail(400, u"The email or password provided is incorrect. Please check for typos and "
                                           "try logging in again."_s);
        }
        if (request.header("Authorization") != "Bearer " + key) {
            return FakeAnswer::detail(401, u"Your session has expired or the token is invalid. Please sign in "
                                           "again."_s);
        }
        const bool tool = request.path().startsWith("/api/v1/tools");
        if (hasPlugins && (request.path().endsWith("/list") || request.path().endsWith("/"))) {
            // They are switched on.
            return FakeAnswer::json(QJsonArray{QJsonObject{{u"id"_s, u"there"_s},
                                                           {u"name"_s, u"There"_s},
                                                           {u"type"_s, u"filter"_s},
                                                           {u"meta"_s, QJsonObject{{u"manifest"_s, QJsonObject()}}},
                                                           {u"is_active"_s, true},
                                                           {u"is_global"_s, false}}});
        }
        return FakeAnswer::detail(tool ? 404 : 401, u"We could not find what you're looking for :/"_s);
    });
}

} // namespace owui::test
