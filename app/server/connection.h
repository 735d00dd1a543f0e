// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "pluginkind.h"
#include "result.h"
#include "words.h"

#include <QList>
#include <QMetaType>
#include <QString>
#include <QUrl>

#include <chrono>

namespace owui {

enum class SignInMethod { ApiKey, EmailAndPassword };
enum class ProxyMode { System, None, Custom };
/// How a deploy decides between update and create. The literal order is that of the scripts people used before; it
/// holds for functions only, tools are always looked up.
enum class DeployOrder { LookUpFirst, UpdateThenCreate };

template<>
WordTable<SignInMethod> wordsOf();

template<>
WordTable<ProxyMode> wordsOf();

template<>
WordTable<DeployOrder> wordsOf();

/// One saved server: where it is and how to treat it. Holds no secret; see SecretStore.
struct Connection
{
    static constexpr int mostPluginsAtATime = 6;

    QString id; ///< a UUID without braces; names the settings group and the key store entry
    QString name;
    QUrl url; ///< normalised: scheme, host, port, base path without trailing slash
    SignInMethod signIn = SignInMethod::ApiKey;
    QString email;     ///< for EmailAndPassword
    QString keyHeader; ///< empty: "Authorization: Bearer KEY"; else the name of a header that carries the bare key
    QStringList extraHeaders;       ///< names only; the values are secrets
    bool keepSecretsInFile = false; ///< ticked by the user where there is no key store

    std::chrono::seconds connectTimeout{10};
    std::chrono::seconds lookUpTimeout{20};
    std::chrono::seconds deployTimeout{600};
    int pluginsAtATime = 0; ///< 1 to mostPluginsAtATime; 0: as many as the server answers without getting slower

    QString certificateAuthorityFile; ///< PEM, added to the system's
    QString systemAuthorities;        ///< PEM, a file or a folder of them in place of the system's; never saved
    ProxyMode proxy = ProxyMode::System;
    QString proxyHost;
    int proxyPort = 0;

    bool production = false; ///< ask before deploying
    bool switchOnNewFunctions = false;
    bool alwaysTakeHeaderText = false; ///< name and description follow the header even if renamed on the server
    DeployOrder order = DeployOrder::LookUpFirst;
    QString color;         ///< "#rrggbb", shown beside the name; empty: none
    bool practice = false; ///< our own practice server; never saved

    /// Looks change nothing, and follow nobody: the number of plugins if it is set, else two.
    [[nodiscard]] int lookUpsAtATime() const { return pluginsAtATime > 0 ? pluginsAtATime : 2; }

    friend bool operator==(const Connection &, const Connection &) = default;
};

/// What of a connection a problem is about, in the order of the dialog's fields.
enum class ConnectionField { Name, Url, Key, Email, TimeLimits, CertificateFile, Proxy, KeyHeader, ExtraHeaders };

/// Something that keeps a connection from being saved, and the field to say it beside.
struct FieldProblem
{
    ConnectionField field = ConnectionField::Name;
    Problem problem;
};

/// What a person typed or pasted, made a base URL: scheme added (http for this machine, https elsewhere), /api paths,
/// trailing slash, user, query and fragment taken off. Fails for an empty text, blanks inside, another scheme, no host.
[[nodiscard]] Result<QUrl> normalizedServerUrl(const QString &text);

/// What a secret is bound to: "scheme://host:port", lower-case, the port always written.
[[nodiscard]] QString originOf(const QUrl &url);

/// The host as texts name it: an IPv6 literal with its brackets.
[[nodiscard]] QString hostText(const QUrl &url);

/// True for 127.0.0.0/8, ::1 and localhost.
[[nodiscard]] bool isThisMachine(const QUrl &url);

/// Plain http to another machine: everybody on the way can read the key.
[[nodiscard]] bool isReadableOnTheWay(const QUrl &url);

/// True where the order says that nobody looks first.
[[nodiscard]] bool sendsWithoutLook(const Connection &connection, PluginSpace space);

/// Everything that is wrong with a connection, in the order of the fields. Empty: it can be saved.
[[nodiscard]] QList<FieldProblem> validate(const Connection &connection);

} // namespace owui

Q_DECLARE_METATYPE(owui::Connection)
