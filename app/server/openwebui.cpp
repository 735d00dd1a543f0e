// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/openwebui.h"

#include "onpool.h"
#include "programversion.h"
#include "server/networksetup.h"
#include "server/openwebuianswers.h"
#include "server/secretmask.h"
#include "server/waitbudget.h"

#include <QJsonDocument>
#include <QNetworkRequest>
#include <QSslConfiguration>
#include <QUrlQuery>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace owui {

namespace {

constexpr qsizetype LongestDetail = 4000;
constexpr int LookUpRetries = 2;
constexpr char Nothing[] = "{}"; // for a POST that takes no body; see ApiRequest

using Purpose = RequestPurpose;

QString spacePath(PluginSpace space)
{
    return space == PluginSpace::Tool ? u"/api/v1/tools"_s : u"/api/v1/functions"_s;
}

QString pluginPath(PluginSpace space, const QString &id)
{
    return spacePath(space) + u"/id/"_s + QString::fromLatin1(QUrl::toPercentEncoding(id));
}

bool isChange(Purpose purpose)
{
    switch (purpose) {
    case Purpose::FunctionUpdate:
    case Purpose::ToolUpdate:
    case Purpose::FunctionCreate:
    case Purpose::ToolCreate:
        return true;
    case Purpose::General:
    case Purpose::FunctionLookUp:
    case Purpose::ToolLookUp:
    case Purpose::SignIn:
        return false;
    }
    return false;
}

Purpose updatePurpose(PluginSpace space)
{
    return space == PluginSpace::Tool ? Purpose::ToolUpdate : Purpose::FunctionUpdate;
}

bool isObjectOrNull(const QJsonValue &json)
{
    return json.isObject() || json.isNull();
}

auto pluginsOf(PluginSpace space)
{
    return [space](const QJsonValue &json) {
        return listOf<ServerPlugin>(json,
                                    [space](const QJsonValue &entry) { return ServerPlugin::fromJson(space, entry); });
    };
}

} // namespace

std::optional<QString> PluginSwitches::offBy(PluginSpace space) const
{
    const bool isTool = space == PluginSpace::Tool;
    const std::optional<bool> own = isTool ? tools : functions;
    if (plugins == false) {
        return u"ENABLE_PLUGINS"_s;
    }
    if (own == false) {
        return isTool ? u"ENABLE_TOOLS"_s : u"ENABLE_FUNCTIONS"_s;
    }
    return plugins.has_value() || own.has_value() ? std::optional(QString()) : std::nullopt;
}

class OpenWebUi::Private final
{
public:
    struct Call
    {
        QByteArray method;
        QString path; ///< percent-encoded, without the base path
        QString query;
        QByteArray body;
        Purpose purpose = Purpose::General;
        RequestLimits limits;
        bool withKey = true;
        QByteArrayList secrets; ///< of this call only
    };

    Private(OpenWebUi &owner, QNetworkAccessManager &manager)
        : q(owner)
        , network(manager)
    {
    }

    template<typename T, typename Convert, typename Done>
    Request send(const Call &call, QObject *context, Convert convert, Done done);
    /// The same with a `convert` that only reads the JSON of a success.
    template<typename T, typename Convert, typename Done>
    Request ask(const Call &call, QObject *context, Convert convert, Done done);
    Request askForPlugin(PluginSpace space, const QString &id, const Call &call, QObject *context,
                         Handler<ServerPlugin> done);
    [[nodiscard]] QNetworkRequest request(const Call &call) const;
    void sign(QNetworkRequest &request, bool withKey) const;
    [[nodiscard]] RequestLimits limits(std::chrono::milliseconds answer, int retries) const;
    [[nodiscard]] Call get(const QString &path, Purpose purpose = Purpose::General) const;
    [[nodiscard]] Call post(const QString &path, const QByteArray &body, Purpose purpose) const;
    [[nodiscard]] QByteArrayList secrets() const;

    OpenWebUi &q;
    QNetworkAccessManager &network;
    Credential credential;
    std::shared_ptr<WaitBudget> patience = std::make_shared<WaitBudget>();
    std::optional<QSslConfiguration> tls; ///< only where the connection brings an authority of its own
};

OpenWebUi::OpenWebUi(QNetworkAccessManager &network, const Connection &connection, const Credential &credential,
                     QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , d(std::make_unique<Private>(*this, network))
{
    d->credential = credential;
    d->tls = trustOf(connection);
}

OpenWebUi::~OpenWebUi() = default;

void OpenWebUi::setCredential(const Credential &credential)
{
    d->credential = credential;
}

void OpenWebUi::renewPatience()
{
    d->patience->renew();
}

RequestLimits OpenWebUi::Private::limits(std::chrono::milliseconds answer, int retries) const
{
    return {.connect = q.m_connection.connectTimeout, .answer = answer, .retries = retries, .patience = patience};
}

OpenWebUi::Private::Call OpenWebUi::Private::get(const QString &path, Purpose purpose) const
{
    return {.method = "GET",
            .path = path,
            .query = {},
            .body = {},
            .purpose = purpose,
            .limits = limits(q.m_connection.lookUpTimeout, LookUpRetries),
            .withKey = true,
            .secrets = {}};
}

OpenWebUi::Private::Call OpenWebUi::Private::post(const QString &path, const QByteArray &body, Purpose purpose) const
{
    return {.method = "POST",
            .path = path,
            .query = {},
            .body = body,
            .purpose = purpose,
            .limits = limits(q.m_connection.deployTimeout, 0),
            .withKey = true,
            .secrets = {}};
}

QByteArrayList OpenWebUi::Private::secrets() const
{
    QByteArrayList all{credential.secret};
    for (const auto &[name, value] : credential.extraHeaders) {
        all.append(value);
    }
    return all;
}

/// A credential given for another scheme, host or port stays here.
void OpenWebUi::Private::sign(QNetworkRequest &request, bool withKey) const
{
    if (credential.origin != originOf(q.m_connection.url)) {
        return;
    }
    for (const auto &[name, value] : credential.extraHeaders) {
        request.setRawHeader(name, value);
    }
    if (!withKey || credential.secret.isEmpty()) {
        return;
    }
    if (q.m_connection.keyHeader.isEmpty()) {
        request.setRawHeader("Authorization", "Bearer " + credential.secret);
    } else {
        request.setRawHeader(q.m_connection.keyHeader.toLatin1(), credential.secret);
    }
}

QNetworkRequest OpenWebUi::Private::request(const Call &call) const
{
    QUrl url = q.m_connection.url;
    url.setPath(url.path(QUrl::FullyEncoded) + call.path, QUrl::StrictMode);
    url.setQuery(call.query.isEmpty() ? QString() : call.query);
    QNetworkRequest request(url);
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("User-Agent", "owui-deployer/"_ba + programVersion);
    if (!call.body.isEmpty()) {
        request.setRawHeader("Content-Type", "application/json");
    }
    if (tls) {
        request.setSslConfiguration(*tls);
    }
    sign(request, call.withKey);
    return request;
}

template<typename T, typename Convert, typename Done>
OpenWebUi::Request OpenWebUi::Private::send(const Call &call, QObject *context, Convert convert, Done done)
{
    auto *exchange = new ApiRequest(network, call.method, request(call), call.body, call.purpose, call.limits, &q);
    const QByteArrayList own = secrets() + call.secrets;
    QObject::connect(exchange, &ApiRequest::waiting, &q, &OpenWebUi::isBusy);
    const QPointer<QObject> listener(context);
    QObject::connect(exchange, &ApiRequest::finished, &q,
                     [this, own, listener, isSigned = call.withKey, isChange = isChange(call.purpose),
                      convert = std::move(convert), done = std::move(done)](ApiReply reply) {
                         // The whole text is masked before it is shortened: half a secret is no longer recognised.
                         reply.error.detail = maskSecrets(reply.error.detail, own).left(LongestDetail);
                         if (!reply.error.detail.isEmpty() && reply.error.detail.back().isHighSurrogate()) {
                             reply.error.detail.chop(1); // half a character
                         }
                         const T answer = convert(reply);
                         emit q.exchanged({.method = reply.method,
                                           .path = reply.path,
                                           .httpStatus = reply.httpStatus,
                                           .bytesSent = reply.bytesSent,
                                           .bytesReceived = reply.bytesReceived,
                                           .elapsed = reply.elapsed,
                                           .error = answer.error,
                                           .isSigned = isSigned,
                                           .isChange = isChange});
                         if (listener) {
                             done(answer);
                         }
                     });
    exchange->start();
    return exchange;
}

template<typename T, typename Convert, typename Done>
OpenWebUi::Request OpenWebUi::Private::ask(const Call &call, QObject *context, Convert convert, Done done)
{
    return send<Answer<T>>(
        call, context,
        [purpose = call.purpose, convert](const ApiReply &reply) { return answerOf<T>(reply, purpose, convert); },
        std::move(done));
}

OpenWebUi::Request OpenWebUi::Private::askForPlugin(PluginSpace space, const QString &id, const Call &call,
                                                    QObject *context, Handler<ServerPlugin> done)
{
    return ask<ServerPlugin>(
        call, context, [space, id](const QJsonValue &json) { return pluginOf(space, id, json); }, std::move(done));
}

OpenWebUi::Request OpenWebUi::fetchRelease(QObject *context, Handler<ServerRelease> done)
{
    Private::Call call = d->get(u"/api/version"_s);
    call.withKey = false; // asked of whatever answers at the address; it needs no key
    return d->ask<ServerRelease>(
        call, context,
        [](const QJsonValue &json) {
            const QString version = json.toObject().value("version"_L1).toString();
            return version.isEmpty() ? std::nullopt : std::optional(ServerRelease(version));
        },
        std::move(done));
}

OpenWebUi::Request OpenWebUi::fetchSwitches(QObject *context, Handler<PluginSwitches> done)
{
    return d->ask<PluginSwitches>(d->get(u"/api/config"_s), context, switchesOf, std::move(done));
}

OpenWebUi::Request OpenWebUi::lookUp(PluginSpace space, const QString &id, QObject *context,
                                     std::function<void(const LookUp &)> done)
{
    const Purpose purpose = space == PluginSpace::Tool ? Purpose::ToolLookUp : Purpose::FunctionLookUp;
    return d->askForPlugin(
        space, id, d->get(pluginPath(space, id), purpose), context,
        [done = std::move(done)](const Answer<ServerPlugin> &answer) { done(lookUpAnswer(answer)); });
}

OpenWebUi::Request OpenWebUi::create(PluginSpace space, const QString &id, const QByteArray &body, QObject *context,
                                     Handler<ServerPlugin> done)
{
    const Purpose purpose = space == PluginSpace::Tool ? Purpose::ToolCreate : Purpose::FunctionCreate;
    return d->askForPlugin(space, id, d->post(spacePath(space) + u"/create"_s, body, purpose), context,
                           std::move(done));
}

OpenWebUi::Request OpenWebUi::update(PluginSpace space, const QString &id, const QByteArray &body, QObject *context,
                                     Handler<ServerPlugin> done)
{
    return d->askForPlugin(space, id, d->post(pluginPath(space, id) + u"/update"_s, body, updatePurpose(space)),
                           context, std::move(done));
}

OpenWebUi::Request OpenWebUi::updateToVersion(PluginSpace space, const QString &id, const QString &versionId,
                                              QObject *context, Handler<ServerPlugin> done)
{
    const QByteArray body = QJsonDocument(QJsonObject{{u"version_id"_s, versionId}}).toJson(QJsonDocument::Compact);
    return d->askForPlugin(space, id, d->post(pluginPath(space, id) + u"/update/version"_s, body, updatePurpose(space)),
                           context, std::move(done));
}

OpenWebUi::Request OpenWebUi::toggle(const QString &id, QObject *context, Handler<ServerPlugin> done)
{
    constexpr PluginSpace space = PluginSpace::Function;
    return d->askForPlugin(space, id, d->post(pluginPath(space, id) + u"/toggle"_s, Nothing, Purpose::General), context,
                           std::move(done));
}

OpenWebUi::Request OpenWebUi::toggleGlobal(const QString &id, QObject *context, Handler<ServerPlugin> done)
{
    constexpr PluginSpace space = PluginSpace::Function;
    return d->askForPlugin(space, id, d->post(pluginPath(space, id) + u"/toggle/global"_s, Nothing, Purpose::General),
                           context, std::move(done));
}

OpenWebUi::Request OpenWebUi::remove(PluginSpace space, const QString &id, QObject *context, Handler<bool> done)
{
    Private::Call call = d->post(pluginPath(space, id) + u"/delete"_s, Nothing, Purpose::General);
    call.method = "DELETE";
    return d->ask<bool>(
        call, context,
        [](const QJsonValue &json) { return json.isBool() ? std::optional(json.toBool()) : std::nullopt; },
        std::move(done));
}

OpenWebUi::Request OpenWebUi::versions(PluginSpace space, const QString &id, int page, QObject *context,
                                       Handler<QList<ServerVersion>> done)
{
    Private::Call call = d->get(pluginPath(space, id) + u"/history"_s);
    call.query = u"page=%1"_s.arg(page);
    return d->ask<QList<ServerVersion>>(
        call, context, [](const QJsonValue &json) { return listOf<ServerVersion>(json, ServerVersion::fromJson); },
        std::move(done));
}

OpenWebUi::Request OpenWebUi::snapshot(PluginSpace space, const QString &id, const QString &versionId, QObject *context,
                                       Handler<ServerSnapshot> done)
{
    const QString version = QString::fromLatin1(QUrl::toPercentEncoding(versionId));
    return d->ask<ServerSnapshot>(d->get(pluginPath(space, id) + u"/history/"_s + version), context,
                                  ServerSnapshot::fromJson, std::move(done));
}

OpenWebUi::Request OpenWebUi::exportAll(PluginSpace space, QObject *context, Handler<QList<ServerPlugin>> done)
{
    Private::Call call = d->get(spacePath(space) + u"/export"_s);
    call.limits.answer = 3 * m_connection.lookUpTimeout; // every plugin's source in one answer
    const auto convert = [](ApiReply reply) {
        if (!reply.error && !reply.json.isArray()) {
            reply.error = unexpected(reply, Purpose::General);
        }
        return reply;
    };
    // Ten megabytes of source take longer to unpack than a frame of the window, so that is done where they were parsed.
    return d->send<ApiReply>(call, context, convert,
                             [space, listener = QPointer(context), done = std::move(done)](const ApiReply &reply) {
                                 const auto unpack = [space, reply] {
                                     return answerOf<QList<ServerPlugin>>(reply, Purpose::General, pluginsOf(space));
                                 };
                                 if (listener) {
                                     onPool(listener.data(), unpack, done);
                                 }
                             });
}

OpenWebUi::Request OpenWebUi::list(PluginSpace space, QObject *context, Handler<QList<ServerPlugin>> done)
{
    // Not GET /tools/: from 0.6.36 to 0.8.3 it runs every tool, and one broken tool fails it (contract 5).
    const QString path = spacePath(space) + (space == PluginSpace::Tool ? u"/list"_s : u"/"_s);
    return d->ask<QList<ServerPlugin>>(d->get(path), context, pluginsOf(space), std::move(done));
}

OpenWebUi::Request OpenWebUi::refreshModels(QObject *context, Handler<bool> done)
{
    return d->ask<bool>(
        d->get(u"/api/models"_s), context, [](const QJsonValue &) { return std::optional(true); }, std::move(done));
}

OpenWebUi::Request OpenWebUi::valves(PluginSpace space, const QString &id, QObject *context, Handler<QJsonObject> done)
{
    return d->ask<QJsonObject>(
        d->get(pluginPath(space, id) + u"/valves"_s), context,
        // Nothing stored is {} for a function and null for a tool.
        [](const QJsonValue &json) { return isObjectOrNull(json) ? std::optional(json.toObject()) : std::nullopt; },
        std::move(done));
}

OpenWebUi::Request OpenWebUi::valvesSpec(PluginSpace space, const QString &id, QObject *context,
                                         Handler<QJsonValue> done)
{
    Private::Call call = d->get(pluginPath(space, id) + u"/valves/spec"_s);
    call.limits = d->limits(m_connection.deployTimeout, 0); // the code is loaded, pip included
    return d->ask<QJsonValue>(
        call, context, [](const QJsonValue &json) { return isObjectOrNull(json) ? std::optional(json) : std::nullopt; },
        std::move(done));
}

OpenWebUi::Request OpenWebUi::signIn(const QString &email, const QString &password, QObject *context,
                                     Handler<Credential> done)
{
    const QByteArray body =
        QJsonDocument(QJsonObject{{u"email"_s, email}, {u"password"_s, password}}).toJson(QJsonDocument::Compact);
    Private::Call call = d->post(u"/api/v1/auths/signin"_s, body, Purpose::SignIn);
    call.limits.answer = m_connection.lookUpTimeout;
    call.withKey = false;
    call.secrets = {password.toUtf8()};
    return d->send<Answer<Credential>>(
        call, context, [url = m_connection.url](const ApiReply &reply) { return sessionAnswer(url, reply); },
        std::move(done));
}

QString OpenWebUi::impossibleId()
{
    return u"owui-deployer-asks"_s;
}

// Routes of the web code of 0.5.0, 0.5.20, 0.7.2, 0.9.6 and 0.12.4.
QUrl OpenWebUi::pageOf(const Connection &connection, PluginSpace space, const QString &id)
{
    QUrl url = connection.url;
    url.setPath(url.path(QUrl::FullyEncoded) +
                    (space == PluginSpace::Tool ? u"/workspace/tools/edit"_s : u"/admin/functions/edit"_s),
                QUrl::StrictMode);
    QUrlQuery query;
    query.addQueryItem(u"id"_s, id);
    url.setQuery(query);
    return url;
}

} // namespace owui
