// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "live/liveserver.h"

#include "live/report.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace owui::test {

namespace {

constexpr int startLimit = 30'000; // milliseconds

} // namespace

LiveServer::LiveServer() = default;

bool LiveServer::open()
{
    const QString real = qEnvironmentVariable("OWUI_LIVE_SERVER");
    m_isPractice = real.isEmpty();
    const QString practice = qEnvironmentVariable("OWUI_LIVE_PRACTICE");
    if (m_isPractice && practice.isEmpty()) {
        qWarning("Neither OWUI_LIVE_SERVER nor OWUI_LIVE_PRACTICE says which server to use.");
        return false;
    }
    m_release = ServerRelease(practice);
    return (m_isPractice ? openPractice(0) : openReal(real)) && signInAdmin();
}

bool LiveServer::openReal(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("%s cannot be read: %s", qUtf8Printable(path), qUtf8Printable(file.errorString()));
        return false;
    }
    const QJsonObject told = QJsonDocument::fromJson(file.readAll()).object();
    m_connection = {.id = u"live"_s, .name = u"live"_s, .url = QUrl(told.value(u"url"_s).toString())};
    m_credential = {.secret = told.value(u"key"_s).toString().toLatin1(), .origin = originOf(m_connection.url)};
    m_email = told.value(u"email"_s).toString();
    m_password = told.value(u"password"_s).toString();
    m_release = ServerRelease(told.value(u"release"_s).toString());
    return true;
}

bool LiveServer::openPractice(int port)
{
    m_practice = std::make_unique<PracticeProcess>();
    QSignalSpy ready(m_practice.get(), &PracticeProcess::ready);
    m_practice->start({u"--release"_s, m_release.text(), u"--port"_s, QString::number(port)});
    if (!ready.wait(startLimit)) {
        qWarning("The practice server did not start.");
        return false;
    }
    m_connection = m_practice->connection();
    m_connection.practice = false;
    m_credential = m_practice->credential();
    m_email = u"a@b.cc"_s;
    m_password = u"practice"_s;
    return true;
}

bool LiveServer::signInAdmin()
{
    m_plainUser = {};
    m_session = signIn(m_email, m_password);
    m_admin = std::make_unique<RawClient>(m_connection.url, m_session);
    if (m_session.isEmpty()) {
        qWarning("The admin could not sign in.");
    }
    return !m_session.isEmpty();
}

QByteArray LiveServer::signIn(const QString &email, const QString &password)
{
    RawClient nobody(m_connection.url, {});
    const RawAnswer answer = nobody.post(u"/api/v1/auths/signin"_s, {{u"email"_s, email}, {u"password"_s, password}});
    return answer[u"token"_s].toString().toLatin1();
}

QByteArray LiveServer::replaceKey()
{
    m_credential.secret = m_admin->post(u"/api/v1/auths/api_key"_s)[u"api_key"_s].toString().toLatin1();
    return m_credential.secret;
}

// The names changed with 0.6.38; the whole form goes back.
bool LiveServer::setKeyRules(const QHash<QString, QJsonValue> &rules)
{
    const QString path = u"/api/v1/auths/admin/config"_s;
    QJsonObject form = m_admin->get(path).json.toObject();
    for (auto rule = rules.cbegin(); rule != rules.cend(); ++rule) {
        QString name = rule.key();
        if (!form.contains(name)) {
            name.replace(u"API_KEYS"_s, u"API_KEY"_s);
        }
        if (!form.contains(name)) {
            return false;
        }
        form.insert(name, rule.value());
    }
    return m_admin->post(path, form).ok();
}

LiveServer::Person LiveServer::plainUser()
{
    if (!m_plainUser.key.isEmpty()) {
        return m_plainUser;
    }
    const QString email = m_isPractice ? u"u@b.cc"_s : u"user@example.com"_s;
    if (!m_isPractice) {
        (void)m_admin->post(
            u"/api/v1/auths/add"_s,
            {{u"name"_s, u"User"_s}, {u"email"_s, email}, {u"password"_s, m_password}, {u"role"_s, u"user"_s}});
    }
    RawClient user(m_connection.url, signIn(email, m_password));
    // The practice server's user has a key and may not make another.
    RawAnswer key = user.get(u"/api/v1/auths/api_key"_s);
    if (!key.ok()) {
        key = user.post(u"/api/v1/auths/api_key"_s);
    }
    m_plainUser = {.id = user.get(u"/api/v1/auths/"_s)[u"id"_s].toString(),
                   .key = key[u"api_key"_s].toString().toLatin1()};
    return m_plainUser;
}

bool LiveServer::kill()
{
    if (!m_isPractice) {
        return askSupervisor({{u"say"_s, u"kill"_s}});
    }
    m_practice.reset();
    return true;
}

bool LiveServer::restart(const QHash<QString, QString> &settings)
{
    if (m_isPractice) {
        m_practice.reset();
        return openPractice(m_connection.url.port()) && signInAdmin();
    }
    m_hasOtherSettings = !settings.isEmpty();
    QJsonObject changed;
    for (auto setting = settings.cbegin(); setting != settings.cend(); ++setting) {
        changed.insert(setting.key(), setting.value());
    }
    // 0.9.6 stores each changed setting by a task that nobody waits for, and an older one may be stored last: what was
    // forbidden and allowed again is then forbidden after a restart (internal/config.py).
    return askSupervisor({{u"say"_s, u"start"_s}, {u"settings"_s, changed}}) &&
           setKeyRules({{u"ENABLE_API_KEYS"_s, true}, {u"ENABLE_API_KEYS_ENDPOINT_RESTRICTIONS"_s, false}});
}

void LiveServer::clear()
{
    QList<RawRequest> requests;
    for (const QString &space : {u"functions"_s, u"tools"_s}) {
        const QString base = u"/api/v1/"_s + space;
        const QJsonArray plugins = m_admin->get(base + u"/export"_s).json.toArray();
        for (const QJsonValue &plugin : plugins) {
            const QString id = plugin.toObject().value(u"id"_s).toString();
            requests.append(
                RawRequest::remove(base + u"/id/"_s + QString::fromLatin1(QUrl::toPercentEncoding(id)) + u"/delete"_s));
        }
    }
    (void)m_admin->sendAll(requests);
}

} // namespace owui::test
