// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "practice/practiceaccounts.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

constexpr qint64 sessionSeconds = 4LL * 7 * 24 * 3600; ///< JWT_EXPIRES_IN of 0.6.36 and later
constexpr QStringView password = u"practice";

QByteArray randomBytes()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return {reinterpret_cast<const char *>(words.data()), sizeof(words)};
}

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace

QJsonObject PracticeAccounts::Account::toJson() const
{
    return {{u"id"_s, id}, {u"name"_s, name}, {u"role"_s, role()}, {u"email"_s, email}};
}

PracticeAccounts::PracticeAccounts()
    : m_accounts{Account{.id = newId(), .name = u"a"_s, .email = u"a@b.cc"_s, .admin = true, .key = newKey()},
                 Account{.id = newId(), .name = u"u"_s, .email = u"u@b.cc"_s, .admin = false, .key = newKey()}}
{
}

const PracticeAccounts::Account *PracticeAccounts::find(const QString &id) const
{
    const auto found = std::ranges::find(m_accounts, id, &Account::id);
    return found == m_accounts.end() ? nullptr : &*found;
}

Result<PracticeAccounts::Caller, HttpAnswer> PracticeAccounts::identify(const HttpCall &call,
                                                                        const PracticeRelease &release)
{
    const HttpAnswer nobody = HttpAnswer::detail(401, u"Not authenticated"_s);
    QString token;
    if (call.authorization.isEmpty()) {
        if (!release.knowsApiKeyHeader() || call.apiKey.isEmpty()) {
            return nobody;
        }
        token = QString::fromUtf8(call.apiKey);
    } else {
        const QList<QByteArray> parts = call.authorization.split(' ');
        if (parts.size() != 2 && release.failsOnMalformedAuthorization()) {
            return HttpAnswer::serverError();
        }
        if (parts.size() != 2 || parts.first().toLower() != "bearer") {
            return nobody;
        }
        token = QString::fromUtf8(parts.last());
    }
    const Caller caller = callerOf(token);
    if (caller.account) {
        return caller;
    }
    if (token.startsWith(u"sk-")) {
        return HttpAnswer::detail(
            401, u"Your session has expired or the token is invalid. Please sign in again."_s); // INVALID_TOKEN
    }
    return HttpAnswer::detail(401, texts::unauthorized());
}

QString PracticeAccounts::signIn(const QString &email, const QString &givenPassword)
{
    const auto found = std::ranges::find(m_accounts, email.toLower(), &Account::email);
    if (found == m_accounts.end() || givenPassword != password) {
        return {};
    }
    const auto encoded = [](const QByteArray &part) {
        return QString::fromLatin1(part.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    };
    // It looks like a real one, so that programs that read the expiry from it can be tried.
    const QByteArray payload = "{\"id\":\"" + found->id.toUtf8() + "\",\"exp\":" + QByteArray::number(sessionExpiry()) +
                               ",\"jti\":\"" + newId().toUtf8() + "\"}";
    const QString token =
        encoded(R"({"alg":"HS256","typ":"JWT"})"_ba) + u'.' + encoded(payload) + u'.' + encoded(randomBytes());
    m_sessions.insert(token, static_cast<int>(found - m_accounts.begin()));
    return token;
}

PracticeAccounts::Caller PracticeAccounts::callerOf(const QString &token)
{
    const auto byKey = std::ranges::find(m_accounts, token, &Account::key);
    if (!token.isEmpty() && byKey != m_accounts.end()) {
        return {.account = &*byKey, .token = token, .byKey = true};
    }
    const auto session = m_sessions.constFind(token);
    if (session != m_sessions.cend()) {
        return {.account = &m_accounts.at(static_cast<size_t>(*session)), .token = token, .byKey = false};
    }
    return {};
}

QString PracticeAccounts::newKey()
{
    return u"sk-"_s + QString::fromLatin1(randomBytes().first(16).toHex());
}

qint64 PracticeAccounts::sessionExpiry()
{
    return QDateTime::currentSecsSinceEpoch() + sessionSeconds;
}

} // namespace owui
