// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/connections/connectiondraft.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>

namespace owui {

namespace {

struct ConnectionDraftTexts
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionDraft)
};

} // namespace

ConnectionDraft ConnectionDraft::fresh(const QString &name)
{
    ConnectionDraft draft;
    draft.connection.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    draft.connection.name = name;
    draft.namedByAddress = name.isEmpty();
    return draft;
}

ConnectionDraft ConnectionDraft::of(const Connection &connection)
{
    ConnectionDraft draft;
    draft.connection = connection;
    draft.urlText = connection.url.toString();
    draft.saved = connection;
    draft.storedState = Stored::NotAsked;
    for (const QString &name : connection.extraHeaders) {
        draft.headers.append({.name = name, .storedName = name, .typed = {}});
    }
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
    for (const HeaderDraft &header : headers) {
        copy.headers.append({.name = header.name, .storedName = {}, .typed = {}});
    }
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
    std::ranges::transform(rows, std::back_inserter(connection.extraHeaders), &HeaderDraft::name);
}

void ConnectionDraft::setSignIn(SignInMethod method)
{
    connection.signIn = method;
    keepSecret();
}

void ConnectionDraft::setEmail(const QString &email)
{
    connection.email = email;
    // A session belongs to the account that signed in.
    if (connection.signIn == SignInMethod::EmailAndPassword) {
        typed = {};
    }
}

void ConnectionDraft::typeKey(const QString &text)
{
    keepSecret();
    if (!text.isEmpty()) {
        typed = {.value = text.toUtf8(), .origin = origin(), .expires = {}};
    }
}

void ConnectionDraft::takeSession(const Credential &session)
{
    // Another way to sign in may have been chosen meanwhile.
    if (connection.signIn != SignInMethod::EmailAndPassword) {
        return;
    }
    keepSecret();
    typed = {.value = session.secret, .origin = session.origin, .expires = session.expires};
}

void ConnectionDraft::removeSecret()
{
    keepSecret();
    secretRemoved = storedSecretFits();
}

void ConnectionDraft::keepSecret()
{
    secretRemoved = false;
    typed = {};
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
    if (present.isEmpty()) {
        return;
    }
    const auto settle = [&present](TypedSecret &secret) {
        if (secret.fits(present)) {
            secret.origin = present;
        } else {
            secret = {};
        }
    };
    settle(typed);
    for (HeaderDraft &header : headers) {
        settle(header.typed);
    }
}

bool ConnectionDraft::storedSecretFits() const
{
    return stored && saved && !stored->secret.isEmpty() && stored->origin == origin() &&
           saved->signIn == connection.signIn &&
           (connection.signIn == SignInMethod::ApiKey || saved->email == connection.email);
}

QByteArray ConnectionDraft::headerValue(const HeaderDraft &header) const
{
    if (!header.typed.value.isEmpty()) {
        return header.typed.fits(origin()) ? header.typed.value : QByteArray();
    }
    if (header.storedName.isEmpty() || !stored || stored->origin != origin()) {
        return {};
    }
    const QByteArray name = header.storedName.toUtf8();
    const auto found = std::ranges::find(stored->extraHeaders, name, &QPair<QByteArray, QByteArray>::first);
    return found == stored->extraHeaders.end() ? QByteArray() : found->second;
}

bool ConnectionDraft::secretIsForAnotherOrigin() const
{
    const QString present = origin();
    const bool typedElsewhere = !typed.value.isEmpty() && !typed.fits(present);
    // What the key store has not told counts as stored.
    const bool storedElsewhere =
        saved && originOf(saved->url) != present && !secretRemoved && (stored || storedState != Stored::Known);
    return !present.isEmpty() && (typedElsewhere || (storedElsewhere && credential().secret.isEmpty()));
}

Credential ConnectionDraft::credential() const
{
    Credential result;
    result.origin = origin();
    if (result.origin.isEmpty()) {
        return result;
    }
    if (typed.fits(result.origin)) {
        result.secret = typed.value.trimmed();
        result.expires = typed.expires;
    } else if (typed.value.isEmpty() && !secretRemoved && storedSecretFits()) {
        result.secret = stored->secret;
        result.expires = stored->expires;
    }
    for (const HeaderDraft &header : headers) {
        if (const QByteArray value = headerValue(header); !value.isEmpty()) {
            result.extraHeaders.append({header.name.toUtf8(), value});
        }
    }
    return result;
}

ConnectionDraft::Writing ConnectionDraft::writing() const
{
    const Credential wanted = credential();
    if (storedState != Stored::Known) {
        // What the key store holds is not known: it is replaced only where something was entered or must go.
        const bool mustGo = secretRemoved || (saved && originOf(saved->url) != origin());
        return !wanted.isEmpty() ? Writing::Write : mustGo ? Writing::Remove : Writing::Nothing;
    }
    if (wanted.isEmpty()) {
        return stored ? Writing::Remove : Writing::Nothing;
    }
    return stored && keepsPlace() && *stored == wanted ? Writing::Nothing : Writing::Write;
}

bool ConnectionDraft::waitsForStored() const
{
    return storedState == Stored::Asking && (!keepsPlace() || writing() != Writing::Nothing);
}

bool ConnectionDraft::isBlank() const
{
    const Connection untouched{.id = connection.id};
    return !saved && namedByAddress && urlText.isEmpty() && typed.value.isEmpty() && connection == untouched;
}

bool ConnectionDraft::isUntouched(ConnectionField field) const
{
    return !saved &&
           ((field == ConnectionField::Url && urlText.isEmpty()) || (field == ConnectionField::Name && namedByAddress));
}

bool ConnectionDraft::isChanged() const
{
    return (!saved && !isBlank()) || (saved && connection != *saved) || secretRemoved || !typed.value.isEmpty() ||
           std::ranges::any_of(headers, [](const HeaderDraft &header) { return !header.typed.value.isEmpty(); });
}

QList<FieldProblem> ConnectionDraft::problems(const QStringList &otherNames) const
{
    QList<FieldProblem> problems = validate(connection);
    if (otherNames.contains(connection.name.trimmed(), Qt::CaseInsensitive)) {
        problems.append({.field = ConnectionField::Name,
                         .problem = {.text = ConnectionDraftTexts::tr("Another connection has this name."),
                                     .remedy = ConnectionDraftTexts::tr("Choose a different one.")}});
    }
    if (const Result<QUrl> url = normalizedServerUrl(urlText); !url) {
        // Not that the address is empty, as connection.url is meanwhile.
        problems.removeIf([](const FieldProblem &problem) { return problem.field == ConnectionField::Url; });
        problems.append({.field = ConnectionField::Url, .problem = url.error()});
    }
    if (connection.signIn == SignInMethod::ApiKey && !typed.value.isEmpty()) {
        if (const Result<QByteArray> key = normalizedKey(QString::fromUtf8(typed.value)); !key) {
            problems.append({.field = ConnectionField::Key, .problem = key.error()});
        }
    }
    std::ranges::stable_sort(problems, {}, &FieldProblem::field);
    return problems;
}

QString problemOf(const QList<FieldProblem> &problems, ConnectionField field)
{
    const auto found = std::ranges::find(problems, field, &FieldProblem::field);
    return found == problems.end() ? QString() : found->problem.sentences();
}

} // namespace owui
