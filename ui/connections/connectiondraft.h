// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "result.h"

#include "server/connection.h"
#include "server/credential.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace owui {

/// A secret that was typed, and the server it was typed for.
struct TypedSecret
{
    QByteArray value;  ///< empty: none was typed
    QString origin;    ///< originOf() of the URL; empty: there was no valid URL yet
    QDateTime expires; ///< of a session token

    [[nodiscard]] bool fits(const QString &other) const
    {
        return !value.isEmpty() && (origin.isEmpty() || origin == other);
    }
};

/// An extra header as the dialog edits it. Without a typed value the stored one of `storedName` is kept.
struct HeaderDraft
{
    QString name;
    QString storedName; ///< empty: the key store has no value for it
    TypedSecret typed;
};

/// A connection as the dialog edits it; nothing of it is written before Save. A secret, typed or stored, counts only
/// for the origin that it was given for: with another scheme, host or port in the URL it is as if it were not there.
struct ConnectionDraft
{
    enum class Stored { NotAsked, Asking, Known, Failed };
    enum class Writing { Nothing, Write, Remove };

    Connection connection;
    QString urlText;                 ///< as typed; connection.url is empty while it is not valid
    bool namedByAddress = false;     ///< nobody has typed a name
    std::optional<Connection> saved; ///< none: a new one

    Stored storedState = Stored::Known;
    std::optional<Credential> stored; ///< what the key store has for `saved`
    Problem storedProblem;            ///< of Failed

    bool secretRemoved = false; ///< the stored key or session is not kept
    TypedSecret typed;          ///< the key or session that replaces the stored one
    QList<HeaderDraft> headers;

    /// Without a name it is named by its address.
    [[nodiscard]] static ConnectionDraft fresh(const QString &name);
    [[nodiscard]] static ConnectionDraft of(const Connection &connection);
    /// Without secrets: they belong to the original.
    [[nodiscard]] ConnectionDraft duplicate(const QString &name) const;

    void setUrlText(const QString &text);
    void setHeaders(const QList<HeaderDraft> &rows);
    void setSignIn(SignInMethod method);
    void setEmail(const QString &email);
    /// Empty: the stored key is kept.
    void typeKey(const QString &text);
    void takeSession(const Credential &session);
    void removeSecret();
    void keepSecret();
    /// What the key store answered.
    void setStored(const Result<std::optional<Credential>> &answer);
    /// The URL is complete: secrets typed before it now belong to it, those typed for another origin are dropped.
    void settleOrigin();

    [[nodiscard]] QString origin() const { return connection.url.isEmpty() ? QString() : originOf(connection.url); }
    /// A stored key or token that can be used for the present URL, account and way to sign in.
    [[nodiscard]] bool storedSecretFits() const;
    /// Empty: it has none for the present URL, and is not sent.
    [[nodiscard]] QByteArray headerValue(const HeaderDraft &header) const;
    /// There is a secret, stored or typed, that the present URL must not get.
    [[nodiscard]] bool secretIsForAnotherOrigin() const;
    /// What would be sent and stored.
    [[nodiscard]] Credential credential() const;
    [[nodiscard]] Writing writing() const;
    /// What to write depends on what the key store has not told yet.
    [[nodiscard]] bool waitsForStored() const;
    [[nodiscard]] bool isChanged() const;
    /// A new one in which nobody has entered anything.
    [[nodiscard]] bool isBlank() const;
    /// A new one in whose field nobody has typed yet: nothing is found fault with beside it.
    [[nodiscard]] bool isUntouched(ConnectionField field) const;
    /// Why it cannot be saved. The command line chooses a connection by its name, so `otherNames` are taken.
    [[nodiscard]] QList<FieldProblem> problems(const QStringList &otherNames) const;

private:
    [[nodiscard]] bool keepsPlace() const { return saved && saved->keepSecretsInFile == connection.keepSecretsInFile; }
};

/// What is wrong with a field, in a line; empty: nothing.
[[nodiscard]] QString problemOf(const QList<FieldProblem> &problems, ConnectionField field);

} // namespace owui
