// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/servererror.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

using Kind = ServerErrorKind;

struct Name
{
    Kind kind;
    QLatin1StringView name;
};

/// In the order of the enumeration.
constexpr std::array names{
    Name{Kind::None, "none"_L1},
    Name{Kind::Cancelled, "cancelled"_L1},
    Name{Kind::HostNotFound, "host-not-found"_L1},
    Name{Kind::ConnectionRefused, "connection-refused"_L1},
    Name{Kind::ConnectTimeout, "connect-timeout"_L1},
    Name{Kind::Timeout, "timeout"_L1},
    Name{Kind::ConnectionLost, "connection-lost"_L1},
    Name{Kind::ProxyFailed, "proxy-failed"_L1},
    Name{Kind::TlsFailed, "tls-failed"_L1},
    Name{Kind::Redirected, "redirected"_L1},
    Name{Kind::BadGateway, "bad-gateway"_L1},
    Name{Kind::Unavailable, "unavailable"_L1},
    Name{Kind::ServerFault, "server-fault"_L1},
    Name{Kind::TooLarge, "too-large"_L1},
    Name{Kind::RateLimited, "rate-limited"_L1},
    Name{Kind::AnswerTooLarge, "answer-too-large"_L1},
    Name{Kind::AnswerTruncated, "answer-truncated"_L1},
    Name{Kind::NotJson, "not-json"_L1},
    Name{Kind::UnexpectedAnswer, "unexpected-answer"_L1},
    Name{Kind::NoCredential, "no-credential"_L1},
    Name{Kind::KeyUnknown, "key-unknown"_L1},
    Name{Kind::SessionInvalid, "session-invalid"_L1},
    Name{Kind::KeysDisabled, "keys-disabled"_L1},
    Name{Kind::EndpointRestricted, "endpoint-restricted"_L1},
    Name{Kind::HumanSessionRequired, "human-session-required"_L1},
    Name{Kind::NotAdmin, "not-admin"_L1},
    Name{Kind::NoToolAccess, "no-tool-access"_L1},
    Name{Kind::WrongPassword, "wrong-password"_L1},
    Name{Kind::SecondFactor, "second-factor"_L1},
    Name{Kind::PasswordSignInDisabled, "password-sign-in-disabled"_L1},
    Name{Kind::NotFound, "not-found"_L1},
    Name{Kind::RouteMissing, "route-missing"_L1},
    Name{Kind::IdTaken, "id-taken"_L1},
    Name{Kind::IdInvalid, "id-invalid"_L1},
    Name{Kind::IdTooLong, "id-too-long"_L1},
    Name{Kind::PluginsDisabled, "plugins-disabled"_L1},
    Name{Kind::CodeSyntax, "code-syntax"_L1},
    Name{Kind::CodeImport, "code-import"_L1},
    Name{Kind::CodeNoClass, "code-no-class"_L1},
    Name{Kind::CodeFailed, "code-failed"_L1},
    Name{Kind::PipFailed, "pip-failed"_L1},
    Name{Kind::ValvesIncompatible, "valves-incompatible"_L1},
    Name{Kind::Masked, "masked"_L1},
    Name{Kind::StorageFailed, "storage-failed"_L1},
    Name{Kind::PayloadRefused, "payload-refused"_L1},
    Name{Kind::Other, "other"_L1},
};

} // namespace

QString ServerError::name() const
{
    return names.at(static_cast<size_t>(kind)).name;
}

bool ServerError::outcomeUnknown() const
{
    static constexpr std::array open{Kind::Cancelled,       Kind::Timeout,        Kind::ConnectionLost,
                                     Kind::BadGateway,      Kind::AnswerTooLarge, Kind::AnswerTruncated,
                                     Kind::UnexpectedAnswer};
    // A page in place of an answer: with a success status the server may have acted before something swapped it.
    const bool page = kind == Kind::NotJson && httpStatus >= 200 && httpStatus < 300;
    return requestSent && (page || std::ranges::find(open, kind) != open.end());
}

bool ServerError::serverGone() const
{
    return kind == Kind::HostNotFound || kind == Kind::ConnectionRefused || kind == Kind::ConnectTimeout;
}

bool ServerError::concernsConnection() const
{
    // Not EndpointRestricted and NoToolAccess: functions and tools may differ.
    static constexpr std::array wide{
        Kind::HostNotFound,   Kind::ConnectionRefused, Kind::ConnectTimeout,        Kind::ProxyFailed,
        Kind::TlsFailed,      Kind::Redirected,        Kind::NoCredential,          Kind::KeyUnknown,
        Kind::SessionInvalid, Kind::KeysDisabled,      Kind::HumanSessionRequired,  Kind::NotAdmin,
        Kind::WrongPassword,  Kind::SecondFactor,      Kind::PasswordSignInDisabled};
    return std::ranges::find(wide, kind) != wide.end();
}

const QList<ServerErrorKind> &allServerErrorKinds()
{
    static const QList<ServerErrorKind> kinds = [] {
        QList<ServerErrorKind> all;
        std::ranges::transform(names, std::back_inserter(all), &Name::kind);
        return all;
    }();
    return kinds;
}

} // namespace owui
