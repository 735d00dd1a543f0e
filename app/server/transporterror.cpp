// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/transporterror.h"

namespace owui {

ServerErrorKind kindOfTransportError(QNetworkReply::NetworkError error, bool connected)
{
    switch (error) {
    case QNetworkReply::NoError:
        return ServerErrorKind::None;
    case QNetworkReply::OperationCanceledError:
        return ServerErrorKind::Cancelled;
    case QNetworkReply::ConnectionRefusedError:
        return ServerErrorKind::ConnectionRefused;
    case QNetworkReply::HostNotFoundError:
        return ServerErrorKind::HostNotFound;
    case QNetworkReply::TimeoutError:
        return connected ? ServerErrorKind::ConnectionLost : ServerErrorKind::ConnectTimeout;
    case QNetworkReply::SslHandshakeFailedError:
        return ServerErrorKind::TlsFailed;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return ServerErrorKind::ProxyFailed;
    case QNetworkReply::ContentReSendError: // the kept connection closed unanswered; see OnceBody
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
        return ServerErrorKind::ConnectionLost;
    case QNetworkReply::UnknownNetworkError: // unreachable, or a reset
        return connected ? ServerErrorKind::ConnectionLost : ServerErrorKind::ConnectionRefused;
    case QNetworkReply::ProtocolFailure:     // something answers, but not in HTTP
    case QNetworkReply::UnknownContentError: // a content encoding that is broken
        return ServerErrorKind::UnexpectedAnswer;
    default:
        return ServerErrorKind::Other;
    }
}

bool isWorthRetrying(ServerErrorKind kind)
{
    return kind == ServerErrorKind::ConnectionRefused || kind == ServerErrorKind::ConnectionLost ||
           kind == ServerErrorKind::HostNotFound || kind == ServerErrorKind::AnswerTruncated;
}

} // namespace owui
