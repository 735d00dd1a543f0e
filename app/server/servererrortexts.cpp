// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/servererror.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

using Kind = ServerErrorKind;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ServerError)
};

} // namespace

QString ServerError::text() const
{
    switch (kind) {
    case Kind::None:
        return {};
    case Kind::Cancelled:
        return requestSent ? Texts::tr("It was cancelled after it had been sent; the server may still finish it.")
                           : Texts::tr("It was cancelled before anything was sent.");
    case Kind::HostNotFound:
        return Texts::tr("The server's name is not known on this network.");
    case Kind::ConnectionRefused:
        return Texts::tr("Nothing answers at the server's address.");
    case Kind::ConnectTimeout:
        return Texts::tr("The server could not be reached within the time limit.");
    case Kind::Timeout:
        return Texts::tr("The server did not answer within the time limit.");
    case Kind::ConnectionLost:
        return Texts::tr("The connection was lost before the server had answered.");
    case Kind::ProxyFailed:
        return Texts::tr("The proxy did not pass the request on.");
    case Kind::TlsFailed:
        return Texts::tr("No secure connection could be made.");
    case Kind::Redirected:
        return detail.isEmpty() ? Texts::tr("The server sends us to another address, which is not followed.")
                                : Texts::tr("The server sends us to %1, which is not followed.").arg(detail);
    case Kind::BadGateway:
        return Texts::tr("Something between us and the server gave up waiting for it (HTTP %1).").arg(httpStatus);
    case Kind::Unavailable:
        return Texts::tr("The server is not available at the moment (HTTP 503).");
    case Kind::ServerFault:
        return Texts::tr("The server failed inside (HTTP %1).").arg(httpStatus);
    case Kind::TooLarge:
        return Texts::tr("The plugin is larger than the server accepts (HTTP 413).");
    case Kind::RateLimited:
        return Texts::tr("The server got too many requests (HTTP 429).");
    case Kind::AnswerTooLarge:
        return Texts::tr("The server's answer is larger than we accept.");
    case Kind::AnswerTruncated:
        return Texts::tr("The server's answer broke off before its end.");
    case Kind::NotJson:
        return Texts::tr("A web page came back where Open WebUI answers with data.");
    case Kind::UnexpectedAnswer:
        return Texts::tr("The server's answer is not what was asked for.");
    case Kind::NoCredential:
        return Texts::tr("The server got no API key.");
    case Kind::KeyUnknown:
        return Texts::tr("The server does not know this API key, or the session has expired.");
    case Kind::SessionInvalid:
        return Texts::tr("The server does not accept this session.");
    case Kind::KeysDisabled:
        return Texts::tr("The server does not accept API keys for this account.");
    case Kind::EndpointRestricted:
        return Texts::tr("The server does not let API keys use this part of it.");
    case Kind::HumanSessionRequired:
        return Texts::tr("The server wants a signed-in person here, not an API key.");
    case Kind::NotAdmin:
        return Texts::tr("This account is not an administrator of the server.");
    case Kind::NoToolAccess:
        return Texts::tr("This account may not read or change this tool.");
    case Kind::WrongPassword:
        return Texts::tr("The e-mail address or the password is wrong.");
    case Kind::SecondFactor:
        return Texts::tr("This account asks for a second factor when signing in.");
    case Kind::PasswordSignInDisabled:
        return Texts::tr("The server does not allow signing in with a password.");
    case Kind::NotFound:
        return Texts::tr("The server has no plugin with this id.");
    case Kind::RouteMissing:
        return Texts::tr("The server does not offer this request (HTTP %1).").arg(httpStatus);
    case Kind::IdTaken:
        return Texts::tr("The server already has a plugin with this id.");
    case Kind::IdInvalid:
        return Texts::tr("The server does not accept this id.");
    case Kind::IdTooLong:
        return Texts::tr("The id is too long for the server, which may have stored the plugin all the same.");
    case Kind::PluginsDisabled:
        return Texts::tr("Plugins are switched off on the server.");
    case Kind::CodeSyntax:
        return Texts::tr("The server cannot parse the code.");
    case Kind::CodeImport:
        return Texts::tr("The server cannot import a module that the code needs.");
    case Kind::CodeNoClass:
        return Texts::tr("The server found no plugin class in the code.");
    case Kind::CodeFailed:
        return Texts::tr("The code failed when the server loaded it.");
    case Kind::PipFailed:
        return Texts::tr("The server could not install the requirements.");
    case Kind::ValvesIncompatible:
        return Texts::tr("The valves stored on the server do not fit the new code.");
    case Kind::Masked:
        return Texts::tr("The server refused it and keeps the reason to itself.");
    case Kind::StorageFailed:
        return Texts::tr("The server could not store it.");
    case Kind::PayloadRefused:
        return Texts::tr("The server does not accept the form of the request (HTTP 422).");
    case Kind::Other:
        return httpStatus > 0 ? Texts::tr("The server refused it (HTTP %1).").arg(httpStatus)
                              : Texts::tr("The request failed.");
    }
    return {};
}

QString ServerError::remedy() const
{
    switch (kind) {
    case Kind::HostNotFound:
        return Texts::tr("Check the address for a typing error, and whether this machine is connected.");
    case Kind::ConnectionRefused:
        return Texts::tr("Check that Open WebUI is running and that the port in the address is right.");
    case Kind::ConnectTimeout:
        return Texts::tr("Check the address, the network and any firewall in between.");
    case Kind::Timeout:
        return requestSent
                   ? Texts::tr("The server may still be working on it. Look again before you retry, or raise the time "
                               "limit of the connection.")
                   : Texts::tr("Try again, or raise the time limit of the connection.");
    case Kind::ConnectionLost:
    case Kind::BadGateway:
        return Texts::tr("Look whether the server is still running, then rescan it before you retry.");
    case Kind::ProxyFailed:
        return Texts::tr(
            "Check the proxy in the connection's settings; a proxy that asks for a password is not supported.");
    case Kind::TlsFailed:
        return Texts::tr("If the server's certificate comes from an authority of your own, choose its file in the "
                         "connection's settings.");
    case Kind::Redirected:
        return Texts::tr("If that is where Open WebUI is, enter that address in the connection's settings.");
    case Kind::Unavailable:
        return Texts::tr("Wait until the server has started, then try again.");
    case Kind::ServerFault:
        return Texts::tr("Look into the server's log. Code that ends the program stops servers up to release 0.10.");
    case Kind::TooLarge:
        return Texts::tr(
            "Raise the request size limit of the proxy before the server (client_max_body_size in nginx).");
    case Kind::RateLimited:
        return Texts::tr("Wait a few minutes, then try again.");
    case Kind::AnswerTooLarge:
    case Kind::AnswerTruncated:
        return Texts::tr("Try again; if it stays so, look at what stands between this machine and the server.");
    case Kind::NotJson:
        return Texts::tr(
            "Check the address: it may lead to a sign-in page, a wrong path or another program. If a proxy asks "
            "for a sign-in, give its headers in the connection's settings.");
    case Kind::UnexpectedAnswer:
        return Texts::tr("Check that the address is that of an Open WebUI server, and look at the plugin there.");
    case Kind::NoCredential:
        return Texts::tr("Enter the key again in the connection's settings; it is bound to the server's address.");
    case Kind::KeyUnknown:
        return Texts::tr(
            "An account has one API key: making a new one ends the old one. Copy the present key from Settings > "
            "Account in Open WebUI, or sign in again.");
    case Kind::SessionInvalid:
        return Texts::tr("Sign in again, or enter the API key as it is shown in Open WebUI.");
    case Kind::KeysDisabled:
        return Texts::tr(
            "API keys are off by default since Open WebUI 0.6.38: an administrator switches them on under Admin "
            "Settings > General > Enable API Keys. Releases 0.6.38 to 0.8.9 want the permission \"API Keys\" "
            "even for an administrator. Where keys are restricted to endpoints, allow "
            "/api/v1/functions,/api/v1/tools. Or sign in with e-mail and password.");
    case Kind::EndpointRestricted:
        return Texts::tr(
            "An administrator allows it under Admin Settings > General > API Key Endpoint Restrictions: add "
            "/api/v1/functions,/api/v1/tools.");
    case Kind::HumanSessionRequired:
        return Texts::tr("Sign in with e-mail and password in the connection's settings.");
    case Kind::NotAdmin:
        return Texts::tr(
            "Only an administrator can deploy functions. Use an administrator's key, or ask for the role.");
    case Kind::NoToolAccess:
        return Texts::tr(
            "Ask the tool's owner or an administrator for write access, or use an administrator's key. If you "
            "signed in with a password, sign in again first.");
    case Kind::WrongPassword:
        return Texts::tr(
            "Check both for a typing error. An account that signs in elsewhere has no password here: use an API "
            "key.");
    case Kind::SecondFactor:
    case Kind::PasswordSignInDisabled:
        return Texts::tr("Use an API key instead.");
    case Kind::NotFound:
        return Texts::tr("Rescan the server.");
    case Kind::RouteMissing:
        return Texts::tr("Check the address of the server; it may be no Open WebUI, or a very old one.");
    case Kind::IdTaken:
        return Texts::tr("Rescan the server; the plugin can then be updated.");
    case Kind::IdInvalid:
        return Texts::tr("Give the plugin an id of letters, digits and underscores that does not begin with a digit.");
    case Kind::IdTooLong:
        return Texts::tr(
            "Give the plugin a shorter id and look on the server for one that was stored under the long id.");
    case Kind::PluginsDisabled:
        return Texts::tr(
            "Whoever runs the server must set ENABLE_PLUGINS, and ENABLE_FUNCTIONS or ENABLE_TOOLS, to true.");
    case Kind::CodeSyntax:
        return Texts::tr("Mend the code. The server's Python may be older than yours.");
    case Kind::CodeImport:
        return Texts::tr(
            "Add the package to the requirements in the plugin's header, or have it installed on the server.");
    case Kind::CodeNoClass:
        return Texts::tr(
            "A function needs a class Pipe, Filter, Action or Event (since 0.10); a tool needs a class Tools.");
    case Kind::CodeFailed:
        return Texts::tr("Mend the code that runs on loading: the top level of the file and the class's __init__.");
    case Kind::PipFailed:
        return Texts::tr(
            "Check the names in the requirements. The server splits them at every comma, so a range such as "
            "a>=1,<2 fails. The full reason is in the server's log.");
    case Kind::ValvesIncompatible:
        return Texts::tr("Change the valves on the server first, or keep the type of the valve in the code.");
    case Kind::Masked:
        return Texts::tr(
            "The reason is in the server's log: usually a syntax error, a missing package, or plugins switched "
            "off.");
    case Kind::StorageFailed:
        return Texts::tr("Whoever runs the server must look at its disk space and the rights of its data folder.");
    case Kind::PayloadRefused:
        return Texts::tr(
            "This release of Open WebUI may be newer than this program knows. Save the log and report it.");
    case Kind::None:
    case Kind::Cancelled:
    case Kind::Other:
        return {};
    }
    return {};
}

} // namespace owui
