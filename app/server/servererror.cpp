// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/servererror.h"

#include <algorithm>
#include <array>

namespace owui {

namespace {

using Kind = ServerErrorKind;

} // namespace

bool ServerError::outcomeUnknown() const
{
    static constexpr std::array open{Kind::Cancelled,       Kind::Timeout,        Kind::ConnectionLost,
                                     Kind::BadGateway,      Kind::AnswerTooLarge, Kind::AnswerTruncated,
                                     Kind::UnexpectedAnswer};
    // A page in place of an answer: with a success status the server may have acted before something swapped it.
    const bool page = kind == Kind::NotJson && httpStatus >= 200 && httpStatus < 300;
    return requestSent && (page || std::ranges::find(open, kind) != open.end());
}

bool ServerError::mayBeDone() const
{
    const bool isOurs = kind != Kind::NotJson && kind != Kind::RouteMissing;
    const bool isRefusal = httpStatus >= 400 && httpStatus < 500 && isOurs;
    return requestSent && !isRefusal;
}

bool ServerError::serverGone() const
{
    return kind == Kind::HostNotFound || kind == Kind::ConnectionRefused || kind == Kind::ConnectTimeout ||
           kind == Kind::ProxyFailed;
}

bool ServerError::isAway() const
{
    return serverGone() || kind == Kind::ConnectionLost || kind == Kind::Timeout || kind == Kind::BadGateway ||
           kind == Kind::Unavailable;
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

} // namespace owui
