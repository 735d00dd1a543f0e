// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "words.h"

#include <QMetaType>
#include <QString>

#include <chrono>

namespace owui {

/// What went wrong between us and a server, told apart by text as the contract says (2.1 to 2.4, 7), never by the
/// status alone.
enum class ServerErrorKind {
    None,
    // The exchange
    Cancelled,
    HostNotFound,
    ConnectionRefused,
    ConnectTimeout,
    Timeout,        ///< the deadline passed after the request was sent, or before an answer to a GET
    ConnectionLost, ///< reset or closed without a whole answer
    ProxyFailed,
    TlsFailed,
    Redirected,  ///< not followed; `detail` is the target without query
    BadGateway,  ///< 502, 504, 524: something between us and the server gave up
    Unavailable, ///< 503
    ServerFault, ///< any other 5xx
    TooLarge,    ///< 413
    RateLimited, ///< 429
    AnswerTooLarge,
    AnswerTruncated,
    NotJson,          ///< HTML or another type where JSON belongs: a login page, a wrong path, not Open WebUI
    UnexpectedAnswer, ///< JSON, but not what was asked for: null, another id, another shape
    // Who we are
    NoCredential,         ///< "Not authenticated"
    KeyUnknown,           ///< INVALID_TOKEN
    SessionInvalid,       ///< "401 Unauthorized", "Invalid token" on a functions path
    KeysDisabled,         ///< API_KEY_NOT_ALLOWED
    EndpointRestricted,   ///< the key may not use this path
    HumanSessionRequired, ///< 0.12, GET /auths/ with a key
    NotAdmin,             ///< ACCESS_PROHIBITED with 401
    NoToolAccess,         ///< "401 Unauthorized" on a tools path, or 200 null up to 0.6.43
    WrongPassword,
    SecondFactor,
    PasswordSignInDisabled,
    // The plugin
    NotFound,     ///< NOT_FOUND text, or 0.12's "Function not found"
    RouteMissing, ///< 404, 405 or 501 with any other text: a minimal server, or a proxy
    IdTaken,
    IdInvalid,
    IdTooLong,       ///< the server may have stored it all the same
    PluginsDisabled, ///< ENABLE_PLUGINS, ENABLE_FUNCTIONS or ENABLE_TOOLS
    CodeSyntax,      ///< the server could not parse the code
    CodeImport,      ///< "No module named 'x'"
    CodeNoClass,     ///< no function or tool class found
    CodeFailed,      ///< the code raised, or another reason told by the server
    PipFailed,
    ValvesIncompatible, ///< 0.12
    Masked,             ///< 0.10 and 0.11, and a create on 0.12: the reason is only in the server's log
    StorageFailed,      ///< not writable, full
    PayloadRefused,     ///< 422
    Other,
};

template<>
WordTable<ServerErrorKind> wordsOf();

/// One failure. `detail` is the server's own text with every credential masked; the rest is ours.
struct ServerError
{
    ServerErrorKind kind = ServerErrorKind::None;
    int httpStatus = 0; ///< 0: no answer
    QString detail;
    bool requestSent = false; ///< the server may have acted on it

    explicit operator bool() const { return kind != ServerErrorKind::None; }
    /// What happened, a complete sentence without the plugin's or the server's name.
    [[nodiscard]] QString text() const;
    /// What to do next; may be empty.
    [[nodiscard]] QString remedy() const;
    /// Stable name for JSON and tests, such as "key-unknown".
    [[nodiscard]] QString name() const { return nameOf(kind); }
    /// After a POST: nobody knows whether it was done (deadline, reset, 502, 504, 524, a broken answer).
    [[nodiscard]] bool outcomeUnknown() const;
    /// After a POST that was answered with an error: it may be done all the same where the answer came from something
    /// in front of the server, or after the server had stored it (3xx, 5xx, a web page, no answer).
    [[nodiscard]] bool mayBeDone() const;
    /// Cancelled, and surely before the server could act.
    [[nodiscard]] bool neverSent() const { return kind == ServerErrorKind::Cancelled && !requestSent; }
    /// The server itself cannot be reached any more.
    [[nodiscard]] bool serverGone() const;
    /// The server cannot be reached, or may be starting: what stands in front of it closes the connection or says so.
    [[nodiscard]] bool isAway() const;
    /// Every other request would end the same: the key, the account, the address.
    [[nodiscard]] bool concernsConnection() const;

    /// It passes: the server has too much to do just now.
    [[nodiscard]] bool isBusy() const
    {
        return kind == ServerErrorKind::RateLimited || kind == ServerErrorKind::Unavailable;
    }

    friend bool operator==(const ServerError &, const ServerError &) = default;
};

/// What happened, and the server's or the system's own words.
[[nodiscard]] QString failureText(const ServerError &error);

/// That a busy server is asked again after a time.
[[nodiscard]] QString busyText(int httpStatus, std::chrono::seconds pause);

/// What is known about a request when its answer is judged.
enum class RequestPurpose {
    General,
    FunctionLookUp,
    ToolLookUp,
    FunctionUpdate,
    ToolUpdate,
    FunctionCreate,
    ToolCreate,
    SignIn
};

/// Tells apart an answer that is not a success. `body` is the answer's bytes; `detail` is not masked yet.
[[nodiscard]] ServerError classifyAnswer(RequestPurpose purpose, int httpStatus, const QString &contentType,
                                         const QByteArray &body);

} // namespace owui

Q_DECLARE_METATYPE(owui::ServerError)
