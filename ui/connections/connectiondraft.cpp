// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/connections/connectiondraft.h"

#include <QUuid>

#include <algorithm>

namespace owui {

namespace {

bool sameSecrets(const Credential &one, const Credential &other)
{
    return one.secret == other.secret && one.origin == other.origin && one.expires == other.expires &&
           one.extraHeaders == other.extraHeaders;
}

} // namespace

ConnectionDraft ConnectionDraft::fresh(const QString &name)
{
    ConnectionDraft draft;
    draft.connection.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    draft.connection.name = name;
    return draft;
}

ConnectionDraft ConnectionDraft::of(const Connection &connection)
{
    ConnectionDraft draft;
    draft.connection = connection;
    draft.urlText = connection.url.toString();
    draft.saved = connection;
    draft.storedState = Stored::NotAsked;
    for (const QString &name : connection.extraHeaders)
        draft.headers.append({.name = name, .storedName = name, .typed = {}});
    return draft;
}

ConnectionDraft ConnectionDraft::duplicate(const QString &name) const
{
    ConnectionDraft copy = fresh(name);
    const QString id = copy.connection.id;
    copy.connection = connection;
    copy.connection.id = id;
    copy.connection.name = name;
    copy.urlText = urlText;
    for (const HeaderDraft &header : headers)
        copy.headers.append({.name = header.name, .storedName = {}, .typed = {}});
    return copy;
}

void ConnectionDraft::setUrlText(const QString &text)
{
    urlText = text;
    const Result<QUrl> url = normalizedServerUrl(text);
    connection.url = url ? url.value() : QUrl();
}

void ConnectionDraft::setHeaders(const QList<HeaderDraft> &rows)
{
    headers = rows;
    connection.extraHeaders.clear();
    for (const HeaderDraft &header : rows)
        connection.extraHeaders.append(header.name);
}

void ConnectionDraft::setStored(const Result<std::optional<Credential>> &answer)
{
    storedState = answer ? Stored::Known : Stored::Failed;
    stored = answer ? answer.value() : std::nullopt;
    storedProblem = answer ? Problem{} : answer.error();
}

void ConnectionDraft::settleOrigin()
{
    const QString present = origin();
    if (present.isEmpty())
        return;
    const auto settle = [&present](TypedSecret &secret) {
        if (secret.value.isEmpty())
            return;
        if (!secret.fits(present))
            secret = {};
        else
            secret.origin = present;
    };
    settle(typed);
    for (HeaderDraft &header : headers)
        settle(header.typed);
}

void ConnectionDraft::markSaved(const std::optional<Credential> &written)
{
    saved = connection;
    urlText = connection.url.toString();
    if (written) {
        const bool holdsAny = !written->isEmpty() || !written->extraHeaders.isEmpty();
        stored = holdsAny ? written : std::nullopt;
        storedState = Stored::Known;
    }
    secretChange = SecretChange::Keep;
    typed = {};
    typedExpires = {};
    for (HeaderDraft &header : headers) {
        header.storedName = header.name;
        header.typed = {};
    }
}

QString ConnectionDraft::origin() const
{
    return connection.url.isEmpty() ? QString() : originOf(connection.url);
}

bool ConnectionDraft::storedSecretFits() const
{
    return stored && saved && !stored->secret.isEmpty() && stored->origin == origin() &&
           saved->signIn == connection.signIn &&
           (connection.signIn == SignInMethod::ApiKey || saved->email == connection.email);
}

QByteArray ConnectionDraft::headerValue(const HeaderDraft &header) const
{
    if (!header.typed.value.isEmpty())
        return header.typed.fits(origin()) ? header.typed.value : QByteArray();
    if (header.storedName.isEmpty() || !stored || stored->origin != origin())
        return {};
    const QByteArray name = header.storedName.toUtf8();
    const auto found = std::ranges::find(stored->extraHeaders, name, &QPair<QByteArray, QByteArray>::first);
    return found == stored->extraHeaders.end() ? QByteArray() : found->second;
}

bool ConnectionDraft::hasHeaderValue(const HeaderDraft &header) const
{
    return !headerValue(header).isEmpty();
}

bool ConnectionDraft::secretIsForAnotherOrigin() const
{
    const QString present = origin();
    if (present.isEmpty())
        return false;
    if (secretChange == SecretChange::Replace && !typed.value.isEmpty() && !typed.fits(present))
        return true;
    if (!saved || originOf(saved->url) == present || secretChange == SecretChange::Remove)
        return false;
    const bool known = storedState == Stored::Known;
    return (!known || stored) && credential().secret.isEmpty();
}

Credential ConnectionDraft::credential() const
{
    Credential result;
    result.origin = origin();
    if (result.origin.isEmpty())
        return result;
    if (secretChange == SecretChange::Replace) {
        if (typed.fits(result.origin) && typedFor == connection.signIn) {
            result.secret = typed.value.trimmed();
            result.expires = typedExpires;
        }
    } else if (secretChange == SecretChange::Keep && storedSecretFits()) {
        result.secret = stored->secret;
        result.expires = stored->expires;
    }
    for (const HeaderDraft &header : headers) {
        if (hasHeaderValue(header))
            result.extraHeaders.append({header.name.toUtf8(), headerValue(header)});
    }
    return result;
}

ConnectionDraft::Writing ConnectionDraft::writing() const
{
    const Credential wanted = credential();
    const bool wantsAny = !wanted.isEmpty() || !wanted.extraHeaders.isEmpty();
    if (storedState != Stored::Known) {
        // What the key store holds is not known: it is replaced only where something was entered or must go.
        if (wantsAny)
            return Writing::Write;
        const bool mustGo = secretChange == SecretChange::Remove || (saved && originOf(saved->url) != origin());
        return mustGo ? Writing::Remove : Writing::Nothing;
    }
    if (!wantsAny)
        return stored ? Writing::Remove : Writing::Nothing;
    const bool samePlace = saved && saved->keepSecretsInFile == connection.keepSecretsInFile;
    return stored && samePlace && sameSecrets(*stored, wanted) ? Writing::Nothing : Writing::Write;
}

bool ConnectionDraft::waitsForStored() const
{
    const bool samePlace = saved && saved->keepSecretsInFile == connection.keepSecretsInFile;
    return storedState == Stored::Asking && (!samePlace || writing() != Writing::Nothing);
}

bool ConnectionDraft::isChanged() const
{
    if (!saved || connection != *saved || secretChange == SecretChange::Remove)
        return true;
    if (secretChange == SecretChange::Replace && !typed.value.isEmpty())
        return true;
    return std::ranges::any_of(headers, [](const HeaderDraft &header) { return !header.typed.value.isEmpty(); });
}

} // namespace owui
