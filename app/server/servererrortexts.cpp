// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/servererror.h"

#include "windowprogram.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

#include <array>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

using Kind = ServerErrorKind;

struct ServerErrorTexts
{
    Q_DECLARE_TR_FUNCTIONS(ServerError)
};

struct ErrorWords
{
    Kind kind;
    const char *name;
    const char *text = nullptr; ///< %1 is the HTTP status
    const char *remedy = nullptr;
    const char *windowRemedy = nullptr; ///< where the window has another way than owui-deploy
};

constexpr ErrorWords errorWords[] = {
    {Kind::None, "none"},
    {Kind::Cancelled, "cancelled", QT_TRANSLATE_NOOP("ServerError", "It was cancelled before anything was sent.")},
    {Kind::HostNotFound, "host-not-found",
     QT_TRANSLATE_NOOP("ServerError", "The server's name is not known on this network."),
     QT_TRANSLATE_NOOP("ServerError", "Check the address for a typing error, and whether this machine is connected.")},
    {Kind::ConnectionRefused, "connection-refused",
     QT_TRANSLATE_NOOP("ServerError", "Nothing answers at the server's address."),
     QT_TRANSLATE_NOOP("ServerError", "Check that Open WebUI is running and that the port in the address is right.")},
    {Kind::ConnectTimeout, "connect-timeout",
     QT_TRANSLATE_NOOP("ServerError", "The server could not be reached within the time limit."),
     QT_TRANSLATE_NOOP("ServerError", "Check the address, the network and any firewall in between.")},
    {Kind::Timeout, "timeout", QT_TRANSLATE_NOOP("ServerError", "The server did not answer within the time limit."),
     QT_TRANSLATE_NOOP("ServerError", "The server may still be working on it. Look again before you retry; a "
                                      "deployment waits longer with --timeout."),
     QT_TRANSLATE_NOOP("ServerError", "The server may still be working on it. Look again before you retry, or raise "
                                      "the time limit of the connection.")},
    {Kind::ConnectionLost, "connection-lost",
     QT_TRANSLATE_NOOP("ServerError", "The connection was lost before the server had answered."),
     QT_TRANSLATE_NOOP("ServerError", "Look whether the server is still running, then rescan it before you retry.")},
    {Kind::ProxyFailed, "proxy-failed", QT_TRANSLATE_NOOP("ServerError", "The proxy did not pass the request on."),
     QT_TRANSLATE_NOOP("ServerError",
                       "Check the proxy: the variables http_proxy and https_proxy. A proxy that asks for a password is "
                       "not supported; one that wants NTLM or Negotiate needs a helper on this machine, such as "
                       "cntlm."),
     QT_TRANSLATE_NOOP("ServerError",
                       "Check the proxy in the connection's settings. A proxy that asks for a password is not "
                       "supported; one that wants NTLM or Negotiate needs a helper on this machine, such as cntlm.")},
    {Kind::TlsFailed, "tls-failed", QT_TRANSLATE_NOOP("ServerError", "No secure connection could be made."),
     QT_TRANSLATE_NOOP("ServerError",
                       "If the server's certificate comes from an authority of your own, name its file with "
                       "--ca-file."),
     QT_TRANSLATE_NOOP("ServerError",
                       "If the server's certificate comes from an authority of your own, name its file in the "
                       "connection's settings.")},
    {Kind::Redirected, "redirected",
     QT_TRANSLATE_NOOP("ServerError", "The server sends us to another address, which is not followed."),
     QT_TRANSLATE_NOOP("ServerError", "If that is where Open WebUI is, use that address.")},
    {Kind::BadGateway, "bad-gateway",
     QT_TRANSLATE_NOOP("ServerError", "Something between us and the server gave up waiting for it (HTTP %1)."),
     QT_TRANSLATE_NOOP("ServerError", "Look whether the server is still running, then rescan it before you retry.")},
    {Kind::Unavailable, "unavailable",
     QT_TRANSLATE_NOOP("ServerError", "The server is busy, or has not started yet (HTTP 503)."),
     QT_TRANSLATE_NOOP("ServerError", "Wait a little, then try again.")},
    {Kind::ServerFault, "server-fault", QT_TRANSLATE_NOOP("ServerError", "The server failed inside (HTTP %1)."),
     QT_TRANSLATE_NOOP("ServerError",
                       "Look into the server's log. Code that ends the program stops servers up to release 0.10.")},
    {Kind::TooLarge, "too-large",
     QT_TRANSLATE_NOOP("ServerError", "The plugin is larger than the server accepts (HTTP 413)."),
     QT_TRANSLATE_NOOP("ServerError",
                       "Raise the request size limit of the proxy before the server (client_max_body_size in nginx).")},
    {Kind::RateLimited, "rate-limited",
     QT_TRANSLATE_NOOP("ServerError", "The server is busy: it got too many requests (HTTP 429)."),
     QT_TRANSLATE_NOOP("ServerError", "Wait a few minutes, then try again.")},
    {Kind::AnswerTooLarge, "answer-too-large",
     QT_TRANSLATE_NOOP("ServerError", "The server's answer is larger than we accept."),
     QT_TRANSLATE_NOOP("ServerError",
                       "Try again; if it stays so, look at what stands between this machine and the server.")},
    {Kind::AnswerTruncated, "answer-truncated",
     QT_TRANSLATE_NOOP("ServerError", "The server's answer broke off before its end."),
     QT_TRANSLATE_NOOP("ServerError",
                       "Try again; if it stays so, look at what stands between this machine and the server.")},
    {Kind::NotJson, "not-json",
     QT_TRANSLATE_NOOP("ServerError", "A web page came back where Open WebUI answers with data."),
     QT_TRANSLATE_NOOP("ServerError",
                       "Check the address: it may lead to a sign-in page, a wrong path or another program. If a proxy "
                       "asks for a sign-in, give the headers that it wants with --header or OPENWEBUI_HEADER_NAME."),
     QT_TRANSLATE_NOOP("ServerError",
                       "Check the address: it may lead to a sign-in page, a wrong path or another program. If a proxy "
                       "asks for a sign-in, give the headers that it wants in the connection's settings.")},
    {Kind::UnexpectedAnswer, "unexpected-answer",
     QT_TRANSLATE_NOOP("ServerError", "The server's answer is not what was asked for."),
     QT_TRANSLATE_NOOP("ServerError",
                       "Check that the address is that of an Open WebUI server, and look at the plugin there.")},
    {Kind::NoCredential, "no-credential", QT_TRANSLATE_NOOP("ServerError", "The server got no API key."),
     QT_TRANSLATE_NOOP(
         "ServerError",
         "Enter the key again: it is bound to the address that it came with, and something in between may "
         "have taken it away.")},
    {Kind::KeyUnknown, "key-unknown",
     QT_TRANSLATE_NOOP("ServerError", "The server does not know this API key, or the session has expired."),
     QT_TRANSLATE_NOOP("ServerError", "An account has one API key: making a new one ends the old one. Copy the present "
                                      "key from Settings > Account in Open WebUI, or sign in again.")},
    {Kind::SessionInvalid, "session-invalid",
     QT_TRANSLATE_NOOP("ServerError", "The server does not accept this session."),
     QT_TRANSLATE_NOOP("ServerError", "Sign in again, or enter the API key as it is shown in Open WebUI.")},
    {Kind::KeysDisabled, "keys-disabled",
     QT_TRANSLATE_NOOP("ServerError", "The server does not accept API keys for this account."),
     QT_TRANSLATE_NOOP("ServerError",
                       "API keys are off by default since Open WebUI 0.6.38: an administrator switches them on under "
                       "Admin Settings > General > Enable API Keys. Releases 0.6.38 to 0.8.9 want the permission \"API "
                       "Keys\" even for an administrator. Where keys are restricted to endpoints, allow "
                       "/api/v1/functions,/api/v1/tools. Or sign in with e-mail and password.")},
    {Kind::EndpointRestricted, "endpoint-restricted",
     QT_TRANSLATE_NOOP("ServerError", "The server does not let API keys use this part of it."),
     QT_TRANSLATE_NOOP("ServerError", "An administrator allows it under Admin Settings > General > API Key Endpoint "
                                      "Restrictions: add /api/v1/functions,/api/v1/tools.")},
    {Kind::HumanSessionRequired, "human-session-required",
     QT_TRANSLATE_NOOP("ServerError", "The server wants a signed-in person here, not an API key."),
     QT_TRANSLATE_NOOP("ServerError", "Save a connection that signs in with e-mail and password in the window, and "
                                      "name it with --server."),
     QT_TRANSLATE_NOOP("ServerError", "Sign in with e-mail and password in the connection's settings.")},
    {Kind::NotAdmin, "not-admin",
     QT_TRANSLATE_NOOP("ServerError", "This account is not an administrator of the server."),
     QT_TRANSLATE_NOOP("ServerError",
                       "Only an administrator can deploy functions. Use an administrator's key, or ask for the role.")},
    {Kind::NoToolAccess, "no-tool-access",
     QT_TRANSLATE_NOOP("ServerError", "This account may not read or change this tool."),
     QT_TRANSLATE_NOOP("ServerError", "Ask the tool's owner or an administrator for write access, or use an "
                                      "administrator's key. If you signed in with a password, sign in again first.")},
    {Kind::WrongPassword, "wrong-password",
     QT_TRANSLATE_NOOP("ServerError", "The e-mail address or the password is wrong."),
     QT_TRANSLATE_NOOP(
         "ServerError",
         "Check both for a typing error. An account that signs in elsewhere has no password here: use an API key.")},
    {Kind::SecondFactor, "second-factor",
     QT_TRANSLATE_NOOP("ServerError", "This account asks for a second factor when signing in."),
     QT_TRANSLATE_NOOP("ServerError", "Use an API key instead.")},
    {Kind::PasswordSignInDisabled, "password-sign-in-disabled",
     QT_TRANSLATE_NOOP("ServerError", "The server does not allow signing in with a password."),
     QT_TRANSLATE_NOOP("ServerError", "Use an API key instead.")},
    {Kind::NotFound, "not-found", QT_TRANSLATE_NOOP("ServerError", "The server has no plugin with this id."),
     QT_TRANSLATE_NOOP("ServerError", "Rescan the server.")},
    {Kind::RouteMissing, "route-missing",
     QT_TRANSLATE_NOOP("ServerError", "The server does not offer this request (HTTP %1)."),
     QT_TRANSLATE_NOOP("ServerError", "Check the address of the server; it may be no Open WebUI, or a very old one.")},
    {Kind::IdTaken, "id-taken", QT_TRANSLATE_NOOP("ServerError", "The server already has a plugin with this id."),
     QT_TRANSLATE_NOOP("ServerError", "Rescan the server; the plugin can then be updated.")},
    {Kind::IdInvalid, "id-invalid", QT_TRANSLATE_NOOP("ServerError", "The server does not accept this id."),
     QT_TRANSLATE_NOOP("ServerError",
                       "Give the plugin an id of letters, digits and underscores that does not begin with a digit.")},
    {Kind::IdTooLong, "id-too-long",
     QT_TRANSLATE_NOOP("ServerError",
                       "The id is too long for the server, which may have stored the plugin all the same."),
     QT_TRANSLATE_NOOP(
         "ServerError",
         "Give the plugin a shorter id and look on the server for one that was stored under the long id.")},
    {Kind::PluginsDisabled, "plugins-disabled",
     QT_TRANSLATE_NOOP("ServerError", "Plugins are switched off on the server."),
     QT_TRANSLATE_NOOP(
         "ServerError",
         "Whoever runs the server must set ENABLE_PLUGINS, and ENABLE_FUNCTIONS or ENABLE_TOOLS, to true.")},
    {Kind::CodeSyntax, "code-syntax", QT_TRANSLATE_NOOP("ServerError", "The server cannot parse the code."),
     QT_TRANSLATE_NOOP("ServerError", "Mend the code. The server's Python may be older than yours.")},
    {Kind::CodeImport, "code-import",
     QT_TRANSLATE_NOOP("ServerError", "The server cannot import a module that the code needs."),
     QT_TRANSLATE_NOOP(
         "ServerError",
         "Add the package to the requirements in the plugin's header, or have it installed on the server.")},
    {Kind::CodeNoClass, "code-no-class",
     QT_TRANSLATE_NOOP("ServerError", "The server found no plugin class in the code."),
     QT_TRANSLATE_NOOP(
         "ServerError",
         "A function needs a class Pipe, Filter, Action or Event (since 0.10); a tool needs a class Tools.")},
    {Kind::CodeFailed, "code-failed", QT_TRANSLATE_NOOP("ServerError", "The code failed when the server loaded it."),
     QT_TRANSLATE_NOOP("ServerError",
                       "Mend the code that runs on loading: the top level of the file and the class's __init__.")},
    {Kind::PipFailed, "pip-failed", QT_TRANSLATE_NOOP("ServerError", "The server could not install the requirements."),
     QT_TRANSLATE_NOOP("ServerError", "Check the names in the requirements. The server splits them at every comma, so "
                                      "a range such as a>=1,<2 fails. The full reason is in the server's log.")},
    {Kind::ValvesIncompatible, "valves-incompatible",
     QT_TRANSLATE_NOOP("ServerError", "The settings stored on the server do not fit the new code."),
     QT_TRANSLATE_NOOP("ServerError",
                       "Change the settings on the server first, or keep the type of the setting in the code.")},
    {Kind::Masked, "masked", QT_TRANSLATE_NOOP("ServerError", "The server refused it and keeps the reason to itself."),
     QT_TRANSLATE_NOOP(
         "ServerError",
         "The reason is in the server's log: usually a syntax error, a missing package, or plugins switched off.")},
    {Kind::StorageFailed, "storage-failed", QT_TRANSLATE_NOOP("ServerError", "The server could not store it."),
     QT_TRANSLATE_NOOP("ServerError",
                       "Whoever runs the server must look at its disk space and the rights of its data folder.")},
    {Kind::PayloadRefused, "payload-refused",
     QT_TRANSLATE_NOOP("ServerError", "The server does not accept the form of the request (HTTP 422)."),
     QT_TRANSLATE_NOOP("ServerError",
                       "This release of Open WebUI may be newer than this program knows. Save the log and report it.")},
    {Kind::Other, "other", QT_TRANSLATE_NOOP("ServerError", "The request failed.")},
};

/// As the addresses of sign-in pages are named by what guards servers: /login, /oauth2/start, accounts.example.org.
bool leadsToSignIn(const QString &address)
{
    static const QRegularExpression words(
        u"(?:\\A|[^a-z])(?:log-?_?[io]n|sign-?_?[io]n|auth|authn|authorize|authenticate|authentication|oauth2?|oidc|"
        "openid-connect|openid|sso|saml2?|idp|adfs|accounts?|keycloak|authelia|authentik|outpost\\.goauthentik\\.io|"
        "cloudflareaccess)(?:[^a-z]|\\z)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QUrl url(address);
    return words.match(url.host() + url.path()).hasMatch() || url.path().contains(u"/cdn-cgi/access"_s);
}

/// The switches that the server names; any may be the one that is off.
QStringList switchesIn(const QString &detail)
{
    static const QRegularExpression expression(u"\\bENABLE_(?:PLUGINS|FUNCTIONS|TOOLS)\\b"_s);
    QStringList names;
    for (const QRegularExpressionMatch &match : expression.globalMatch(detail)) {
        names.append(match.captured());
    }
    names.removeDuplicates();
    return names;
}

} // namespace

template<>
WordTable<ServerErrorKind> wordsOf()
{
    static constexpr auto words = [] {
        std::array<Word<ServerErrorKind>, std::size(errorWords)> all{};
        std::ranges::transform(errorWords, all.begin(), [](const ErrorWords &entry) {
            return Word<ServerErrorKind>{.value = entry.kind, .name = entry.name, .text = {.source = entry.text}};
        });
        return all;
    }();
    return {.words = words, .context = "ServerError"};
}

QString ServerError::text() const
{
    if (kind == Kind::Cancelled && requestSent) {
        return ServerErrorTexts::tr("It was cancelled after it had been sent; the server may still finish it.");
    }
    if (kind == Kind::Redirected && leadsToSignIn(detail)) {
        return ServerErrorTexts::tr(
                   "Something in front of the server wants a sign-in: it sends us to %1, which is not followed.")
            .arg(detail);
    }
    if (kind == Kind::Redirected && !detail.isEmpty()) {
        return ServerErrorTexts::tr("The server sends us to %1, which is not followed.").arg(detail);
    }
    if (kind == Kind::Other && httpStatus > 0) {
        return ServerErrorTexts::tr("The server refused it (HTTP %1).").arg(httpStatus);
    }
    const QString pattern = textOf(kind);
    return pattern.contains(u"%1") ? pattern.arg(httpStatus) : pattern;
}

QString ServerError::remedy() const
{
    if (kind == Kind::Timeout && !requestSent) {
        return isWindowProgram() ? ServerErrorTexts::tr("Try again, or raise the time limit of the connection.")
                                 : ServerErrorTexts::tr("Try again; a deployment waits longer with --timeout.");
    }
    if (const QStringList names = switchesIn(detail);
        kind == Kind::PluginsDisabled && (names.size() == 1 || names.size() == 2)) {
        return names.size() == 1
                   ? ServerErrorTexts::tr("Whoever runs the server must set %1 to true.").arg(names.first())
                   : ServerErrorTexts::tr("Whoever runs the server must set %1 and %2 to true.")
                         .arg(names.at(0), names.at(1));
    }
    // A sign-in page and what stands there in place of an answer want the same.
    const Kind told = kind == Kind::Redirected && leadsToSignIn(detail) ? Kind::NotJson : kind;
    const auto *words = std::ranges::find(errorWords, told, &ErrorWords::kind);
    return QCoreApplication::translate("ServerError",
                                       isWindowProgram() && words->windowRemedy ? words->windowRemedy : words->remedy);
}

QString busyText(int httpStatus, std::chrono::seconds pause)
{
    return ServerErrorTexts::tr("The server is busy (HTTP %1); it is asked again in %2 s.")
        .arg(QString::number(httpStatus), QString::number(pause.count()));
}

QString failureText(const ServerError &error)
{
    if (error.detail.isEmpty() || error.kind == Kind::Redirected) { // whose text names its target
        return error.text();
    }
    QString said = (error.httpStatus > 0 ? ServerErrorTexts::tr("The server says: “%1”.")
                                         : ServerErrorTexts::tr("The system says: “%1”."))
                       .arg(error.detail);
    // What is a sentence already needs no second stop behind it.
    const auto ends = [](const QString &text) { return u".!?。！？"_s.contains(text.back()); };
    if (ends(error.detail) && ends(said)) {
        said.chop(1);
    }
    return error.text() + u' ' + said;
}

} // namespace owui
