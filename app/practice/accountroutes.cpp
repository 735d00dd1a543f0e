// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "practice/accountroutes.h"

using namespace Qt::StringLiterals;

namespace owui {

AccountRoutes::AccountRoutes(PracticeContext &context, PluginLoader &loader)
    : m_context(context)
    , m_loader(loader)
{
}

bool AccountRoutes::handle(const PracticeRequest &request, const Answer &answer)
{
    if (handlePublic(request, answer)) {
        return true;
    }
    const bool asksSession = request.is("GET", {u"api", u"v1", u"auths", u""});
    const bool asksModels = request.is("GET", {u"api", u"models"});
    const bool formats = request.is("POST", {u"api", u"v1", u"utils", u"code", u"format"});
    const std::initializer_list<QStringView> keyPath{u"api", u"v1", u"auths", u"api_key"};
    const bool handlesKey = request.is("GET", keyPath) || request.is("POST", keyPath) || request.is("DELETE", keyPath);
    if (!asksSession && !asksModels && !formats && !handlesKey) {
        return false;
    }
    const auto caller = request.caller(m_context);
    if (!caller) {
        answer(caller.error());
    } else if (asksSession) {
        answer(session(caller.value()));
    } else if (asksModels) {
        answer(models());
    } else if (formats) {
        format(request, caller.value(), answer);
    } else {
        answer(apiKey(request, caller.value()));
    }
    return true;
}

bool AccountRoutes::handlePublic(const PracticeRequest &request, const Answer &answer)
{
    if (request.is("GET", {u"api", u"version"})) {
        // deployment_id since 0.6.38.
        answer(
            HttpAnswer::json(QJsonObject{{u"version"_s, m_context.release.text()}, {u"deployment_id"_s, QString()}}));
    } else if (request.is("GET", {u"health"})) {
        answer(HttpAnswer::json(QJsonObject{{u"status"_s, true}}));
    } else if (request.is("GET", {u"api", u"config"})) {
        answer(configuration());
    } else if (request.is("POST", {u"api", u"v1", u"auths", u"signin"})) {
        answer(signIn(request));
    } else {
        return false;
    }
    return true;
}

HttpAnswer AccountRoutes::configuration() const
{
    QJsonObject features{{u"auth"_s, true},
                         {u"auth_trusted_header"_s, false},
                         {u"enable_signup_password_confirmation"_s, false},
                         {u"enable_ldap"_s, false},
                         {u"enable_signup"_s, false},
                         {u"enable_login_form"_s, true},
                         {u"enable_websocket"_s, true}};
    QJsonObject oauth{{u"providers"_s, QJsonObject()}};
    QJsonObject json{{u"status"_s, true},
                     {u"name"_s, u"Open WebUI"_s},
                     {u"version"_s, m_context.release.text()},
                     {u"default_locale"_s, QString()}};
    if (m_context.release.isAtLeast11()) {
        features.insert(u"slim"_s, false);
        oauth.insert(u"auto_redirect"_s, false);
        json.insert(u"i18n"_s, QJsonObject());
    } else {
        features.insert(u"enable_api_keys"_s, true);
        features.insert(u"enable_version_update_check"_s, false);
        features.insert(u"enable_public_active_users_count"_s, true);
    }
    json.insert(u"oauth"_s, oauth);
    json.insert(u"features"_s, features);
    return HttpAnswer::json(json);
}

HttpAnswer AccountRoutes::signIn(const PracticeRequest &request)
{
    const auto body = request.object();
    if (!body) {
        return body.error();
    }
    const QString token = m_context.accounts.signIn(body.value().value(u"email"_s).toString(),
                                                    body.value().value(u"password"_s).toString());
    if (token.isEmpty()) {
        return HttpAnswer::detail(400, u"The email or password provided is incorrect. Please check for typos and try "
                                       "logging in again."_s);
    }
    return session(m_context.accounts.callerOf(token));
}

HttpAnswer AccountRoutes::session(const Caller &caller) const
{
    if (caller.byKey && m_context.release.refusesKeyAsSession()) {
        return HttpAnswer::detail(403, u"A human session is required."_s);
    }
    const QJsonValue expires =
        caller.byKey ? QJsonValue(QJsonValue::Null) : QJsonValue(PracticeAccounts::sessionExpiry());
    QJsonObject json = caller.account->toJson();
    json.insert(u"token"_s, caller.token);
    json.insert(u"token_type"_s, u"Bearer"_s);
    json.insert(u"expires_at"_s, expires);
    json.insert(u"profile_image_url"_s, u"/user.png"_s);
    json.insert(u"permissions"_s, QJsonObject());
    for (const QString &name :
         {u"bio"_s, u"gender"_s, u"date_of_birth"_s, u"status_emoji"_s, u"status_message"_s, u"status_expires_at"_s}) {
        json.insert(name, QJsonValue::Null);
    }
    return HttpAnswer::json(json);
}

HttpAnswer AccountRoutes::apiKey(const PracticeRequest &request, const Caller &caller) const
{
    if (request.call().method == "DELETE") {
        caller.account->key.clear();
        return HttpAnswer::literal("true"_ba);
    }
    if (request.call().method == "POST") {
        // Only admins have the permission here, as on a fresh server.
        if (!caller.account->admin) {
            return HttpAnswer::detail(403, u"API key creation is not allowed in the environment."_s);
        }
        caller.account->key = PracticeAccounts::newKey(); // the old one is revoked
    }
    if (caller.account->key.isEmpty()) {
        return HttpAnswer::detail(404, u"Oops! It looks like you need an API key to access this feature."_s);
    }
    return HttpAnswer::json(QJsonObject{{u"api_key"_s, caller.account->key}});
}

HttpAnswer AccountRoutes::models()
{
    QJsonArray models;
    for (const StoredPlugin &plugin : m_context.store.all(PluginSpace::Function)) {
        if (plugin.kind == PluginKind::Pipe && plugin.isActive) {
            models.append(QJsonObject{{u"id"_s, plugin.id},
                                      {u"name"_s, plugin.name},
                                      {u"object"_s, u"model"_s},
                                      {u"created"_s, plugin.createdAt},
                                      {u"owned_by"_s, u"openai"_s},
                                      {u"pipe"_s, QJsonObject{{u"type"_s, u"pipe"_s}}},
                                      {u"has_user_valves"_s, plugin.hasUserValves},
                                      {u"actions"_s, QJsonArray()},
                                      {u"filters"_s, QJsonArray()},
                                      {u"tags"_s, QJsonArray()}});
        }
    }
    return HttpAnswer::json(QJsonObject{{u"data"_s, models}});
}

void AccountRoutes::format(const PracticeRequest &request, const Caller &caller, const Answer &answer)
{
    const auto body = request.object();
    if (!caller.account->admin || !body) {
        answer(body ? HttpAnswer::detail(401, texts::accessProhibited()) : body.error());
        return;
    }
    // There is no black here: the code comes back as it was, or with the compiler's word on it.
    const QString code = body.value().value(u"code"_s).toString();
    m_loader.compile(code, [code, answer](const QString &error) {
        answer(error.isEmpty() ? HttpAnswer::json(QJsonObject{{u"code"_s, code}})
                               : HttpAnswer::detail(400, u"Cannot parse: "_s + error));
    });
}

} // namespace owui
