// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/apirequest.h"

#include "onpool.h"
#include "server/answerparser.h"
#include "server/oncebody.h"
#include "server/proxyquestion.h"
#include "server/tcpdelay.h"
#include "server/transporterror.h"
#include "server/waitbudget.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QSslError>
#include <QTimer>

#include <optional>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace owui {

namespace {

constexpr qsizetype ParseHereUpTo = 64 * 1024;
constexpr qint64 ReadBuffer = 1024 * 1024; // makes Qt wait for us instead of piling up what a fast server sends
constexpr qint64 ChunkSize = 64 * 1024;
constexpr std::chrono::milliseconds RetryPause = 250ms;

void setPolicies(QNetworkRequest &request)
{
    // Qt's default would carry the key to wherever a redirect leads, and turn a POST into a GET.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    // A "token" cookie of the server would authenticate later requests beside, or instead of, the key.
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::HttpPipeliningAllowedAttribute, false);
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    // Qt refuses ratios over 40 beyond 10 MiB, which sources reach; RequestLimits::maximumAnswer bounds it instead.
    request.setDecompressedSafetyCheckThreshold(-1);
}

quint16 portOf(const QUrl &url)
{
    return static_cast<quint16>(url.port(url.scheme() == "https"_L1 ? 443 : 80));
}

QString withoutQuery(const QUrl &url)
{
    return url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

} // namespace

class ApiRequest::Private final
{
public:
    Private(ApiRequest &owner, QNetworkAccessManager &manager)
        : q(owner)
        , network(manager)
    {
    }

    void send();
    void opening();
    void reached();
    void onSent();
    void read();
    void stop(ServerErrorKind why);
    void dropReply();
    void onReplyFinished();
    [[nodiscard]] bool asksProxy(const ServerError &error);
    [[nodiscard]] bool waitsForServer();
    void judge();
    void conclude(const ServerError &error, const QJsonValue &json);
    [[nodiscard]] ServerErrorKind transportKind() const;
    [[nodiscard]] bool wasSent() const;

    ApiRequest &q;
    QNetworkAccessManager &network;
    QByteArray method;
    QNetworkRequest request;
    QByteArray body;
    RequestPurpose purpose{};
    RequestLimits limits;

    enum class State { New, Running, Done };
    State state = State::New;
    QPointer<QNetworkReply> reply;
    QPointer<OnceBody> upload;
    QTimer connectTimer;
    QTimer answerTimer;
    QTimer retryTimer;
    QElapsedTimer clock;
    QByteArray received;
    QString tlsDetail;
    ApiReply result;
    ServerErrorKind stoppedBy = ServerErrorKind::None; // recorded before abort(), which emits synchronously
    bool connected = false;
    bool isEncrypted = false; // only ever true for https
    bool sent = false;
};

ApiRequest::ApiRequest(QNetworkAccessManager &network, QByteArray method, QNetworkRequest request, QByteArray body,
                       RequestPurpose purpose, RequestLimits limits, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, network))
{
    Q_ASSERT(method == "GET" || !body.isEmpty());
    d->method = std::move(method);
    d->request = std::move(request);
    d->body = std::move(body);
    d->purpose = purpose;
    d->limits = std::move(limits);
    setPolicies(d->request);

    d->connectTimer.setSingleShot(true);
    d->answerTimer.setSingleShot(true);
    d->retryTimer.setSingleShot(true);
    connect(&d->connectTimer, &QTimer::timeout, this, [this] { d->stop(ServerErrorKind::ConnectTimeout); });
    connect(&d->answerTimer, &QTimer::timeout, this, [this] { d->stop(ServerErrorKind::Timeout); });
    connect(&d->retryTimer, &QTimer::timeout, this, [this] { d->send(); });
}

ApiRequest::~ApiRequest()
{
    d->dropReply();
}

void ApiRequest::start()
{
    if (d->state != Private::State::New) {
        return;
    }
    d->state = Private::State::Running;
    d->clock.start();
    // Queued: Qt complains about a reply that is aborted before its own queued start.
    QMetaObject::invokeMethod(
        this, [this] { d->send(); }, Qt::QueuedConnection);
}

void ApiRequest::cancel()
{
    if (d->state == Private::State::Done || d->stoppedBy != ServerErrorKind::None) {
        return;
    }
    d->state = Private::State::Running;
    d->stop(ServerErrorKind::Cancelled);
}

std::chrono::milliseconds ApiRequest::elapsed() const
{
    return std::chrono::milliseconds(d->clock.isValid() ? d->clock.elapsed() : 0);
}

void ApiRequest::Private::send()
{
    if (stoppedBy != ServerErrorKind::None) {
        return;
    }
    connected = false;
    isEncrypted = false;
    sent = false;
    received.clear();
    if (method == "GET") {
        reply = network.get(request);
    } else {
        switchOffTcpDelay(portOf(request.url()));
        upload = new OnceBody(body);
        request.setHeader(QNetworkRequest::ContentLengthHeader, body.size());
        reply = network.sendCustomRequest(request, method, upload);
        upload->setParent(reply);
    }
    reply->setReadBufferSize(ReadBuffer);
    QObject::connect(reply, &QNetworkReply::socketStartedConnecting, &q, [this] { opening(); });
    QObject::connect(reply, &QNetworkReply::encrypted, &q, [this] {
        isEncrypted = true;
        reached();
    });
    QObject::connect(reply, &QNetworkReply::requestSent, &q, [this] { onSent(); });
    QObject::connect(reply, &QNetworkReply::uploadProgress, &q, [this](qint64 bytes) {
        if (bytes > 0) {
            reached();
        }
    });
    QObject::connect(reply, &QNetworkReply::readyRead, &q, [this] { read(); });
    QObject::connect(reply, &QNetworkReply::sslErrors, &q, [this](const QList<QSslError> &errors) {
        tlsDetail = errors.isEmpty() ? QString() : errors.constFirst().errorString();
    });
    // Queued: a reply may be finished before we are back in the event loop.
    QObject::connect(
        reply, &QNetworkReply::finished, &q, [this] { onReplyFinished(); }, Qt::QueuedConnection);
}

/// The deadlines begin here and not in send(): a request may wait long for one of the six connections to a host.
void ApiRequest::Private::opening()
{
    if (!connected && !connectTimer.isActive() && stoppedBy == ServerErrorKind::None) {
        connectTimer.start(limits.connect);
        answerTimer.start(limits.answer);
    }
}

void ApiRequest::Private::reached()
{
    if (stoppedBy != ServerErrorKind::None) {
        return;
    }
    connected = true;
    connectTimer.stop();
    if (!answerTimer.isActive()) { // a kept connection: it was never opened for us
        answerTimer.start(limits.answer);
    }
}

void ApiRequest::Private::onSent()
{
    sent = true;
    reached();
}

bool ApiRequest::Private::wasSent() const
{
    return sent || (upload && upload->wasTaken());
}

void ApiRequest::Private::read()
{
    if (!reply || stoppedBy != ServerErrorKind::None) {
        return;
    }
    reached();
    // Piece by piece: readAll() of a compressed answer would unfold a bomb in memory before we can measure it.
    for (QByteArray chunk = reply->read(ChunkSize); !chunk.isEmpty(); chunk = reply->read(ChunkSize)) {
        received += chunk;
        if (received.size() > limits.maximumAnswer) {
            stop(ServerErrorKind::AnswerTooLarge);
            return;
        }
    }
}

void ApiRequest::Private::stop(ServerErrorKind why)
{
    if (state == State::Done || stoppedBy != ServerErrorKind::None) {
        return;
    }
    stoppedBy = why;
    connectTimer.stop();
    answerTimer.stop();
    if (reply && reply->isRunning()) {
        reply->abort();
        return;
    }
    if (reply) {
        return; // its queued `finished` is on the way
    }
    retryTimer.stop();
    QMetaObject::invokeMethod(
        &q, [this] { conclude({.kind = stoppedBy, .httpStatus = 0, .detail = {}, .requestSent = false}, {}); },
        Qt::QueuedConnection);
}

void ApiRequest::Private::dropReply()
{
    if (reply) {
        reply->disconnect(&q);
        reply->abort();
        reply->deleteLater();
        reply = nullptr;
    }
}

ServerErrorKind ApiRequest::Private::transportKind() const
{
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QNetworkReply::NetworkError error = reply->error();
    if (status >= 300 && status < 400) { // 307 and 308 come with ContentReSendError, though nothing is followed
        return ServerErrorKind::None;
    }
    if (status >= 100 && status < 200) { // Qt knows 100 Continue only, and takes 103 Early Hints for the end
        return ServerErrorKind::AnswerTruncated;
    }
    // Beyond the proxy's, Qt's errors only repeat a status, which classifyAnswer() reads better.
    const bool repeatsStatus =
        status >= 300 && error > QNetworkReply::UnknownProxyError && error != QNetworkReply::ContentReSendError;
    const ServerErrorKind kind =
        repeatsStatus ? ServerErrorKind::None : kindOfTransportError(error, connected || status > 0);
    if (kind == ServerErrorKind::ConnectionLost && status > 0) {
        return ServerErrorKind::AnswerTruncated;
    }
    if (kind != ServerErrorKind::None) {
        return kind;
    }
    // Qt takes the length away where it decompressed.
    const QByteArray length = reply->rawHeader("Content-Length");
    const bool compressed = reply->attribute(QNetworkRequest::OriginalContentLengthAttribute).isValid();
    if (!length.isEmpty() && !compressed && received.size() < length.toLongLong()) {
        return ServerErrorKind::AnswerTruncated;
    }
    return ServerErrorKind::None;
}

void ApiRequest::Private::onReplyFinished()
{
    if (!reply || state == State::Done) {
        return;
    }
    read(); // what came with the end
    connectTimer.stop();
    answerTimer.stop();
    result.httpStatus = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const ServerErrorKind kind = stoppedBy != ServerErrorKind::None ? stoppedBy : transportKind();
    if (kind == ServerErrorKind::None) {
        if (!waitsForServer()) {
            judge();
        }
        return;
    }
    const bool mayRetry = stoppedBy == ServerErrorKind::None && method == "GET" && isWorthRetrying(kind);
    if (mayRetry && result.attempts <= limits.retries) {
        dropReply();
        retryTimer.start(RetryPause * result.attempts);
        ++result.attempts;
        return;
    }
    ServerError error{.kind = kind, .httpStatus = result.httpStatus, .detail = {}, .requestSent = wasSent()};
    if (stoppedBy == ServerErrorKind::None && kind != ServerErrorKind::AnswerTruncated) {
        error.detail = tlsDetail.isEmpty() ? reply->errorString() : tlsDetail;
    }
    if (!asksProxy(error)) {
        conclude(error, {});
    }
}

/// What failed before there was a connection to the server failed at the proxy; it is asked why.
bool ApiRequest::Private::asksProxy(const ServerError &error)
{
    const bool isTimeout = error.kind == ServerErrorKind::ConnectTimeout;
    const bool isEarly = isTimeout || error.kind == ServerErrorKind::ConnectionRefused ||
                         error.kind == ServerErrorKind::HostNotFound || error.kind == ServerErrorKind::ProxyFailed ||
                         (reply->error() == QNetworkReply::UnknownNetworkError && !isEncrypted);
    const bool wasStopped = stoppedBy != ServerErrorKind::None && !isTimeout;
    const std::optional<QNetworkProxy> proxy = isEarly && !wasStopped ? proxyFor(network, request.url()) : std::nullopt;
    if (!proxy) {
        return false;
    }
    ServerError failure = error;
    failure.kind = ServerErrorKind::ProxyFailed;
    failure.httpStatus = 0; // the words are ours
    if (const QByteArray challenge = reply->rawHeader("Proxy-Authenticate"); !challenge.isEmpty()) {
        failure.detail = wantedSignIn(*proxy, {schemeIn(challenge)});
        conclude(failure, {});
        return true;
    }
    auto *question = new ProxyQuestion(*proxy, request.url(), &q);
    QObject::connect(question, &ProxyQuestion::answered, &q, [this, error, failure, isTimeout](const QString &reason) {
        ServerError told = isTimeout && reason.isEmpty() ? error : failure;
        told.detail = reason.isEmpty() ? told.detail : reason;
        conclude(told, {});
    });
    question->start();
    return true;
}

/// A server that says when it will answer is asked again then.
bool ApiRequest::Private::waitsForServer()
{
    const bool isBusy = result.httpStatus == 429 || result.httpStatus == 503;
    if (!isBusy || method != "GET" || !limits.patience) {
        return false;
    }
    const std::optional<std::chrono::seconds> pause =
        retryAfter(reply->rawHeader("Retry-After"), reply->rawHeader("Date"));
    if (!pause || *pause > WaitBudget::inAll || !limits.patience->grants(*pause)) {
        return false;
    }
    dropReply();
    retryTimer.start(*pause);
    emit q.waiting(result.httpStatus, *pause);
    return true;
}

void ApiRequest::Private::judge()
{
    const int status = result.httpStatus;
    const QString type = reply->header(QNetworkRequest::ContentTypeHeader).toString();
    if (status >= 300 && status < 400) {
        const QUrl location = QUrl::fromEncoded(reply->rawHeader("Location"));
        const QUrl target = location.isEmpty() ? QUrl() : reply->url().resolved(location);
        conclude({.kind = ServerErrorKind::Redirected,
                  .httpStatus = status,
                  .detail = target.isEmpty() ? QString() : withoutQuery(target),
                  .requestSent = true},
                 {});
        return;
    }
    if (received.size() <= ParseHereUpTo) {
        const JudgedAnswer answer = judgeAnswer(purpose, status, type, received);
        conclude(answer.error, answer.json);
        return;
    }
    const auto judge = [purpose = purpose, status, type, received = received] {
        return judgeAnswer(purpose, status, type, received);
    };
    onPool(&q, judge, [this](const JudgedAnswer &answer) {
        if (stoppedBy != ServerErrorKind::None) { // cancelled while parsing
            conclude({.kind = stoppedBy, .httpStatus = result.httpStatus, .detail = {}, .requestSent = true}, {});
        } else {
            conclude(answer.error, answer.json);
        }
    });
}

/// Called from the event loop only.
void ApiRequest::Private::conclude(const ServerError &error, const QJsonValue &json)
{
    if (state == State::Done) {
        return;
    }
    state = State::Done;
    result.error = error;
    result.json = json;
    result.method = method;
    result.path = request.url().path();
    result.bytesSent = wasSent() ? body.size() : 0;
    result.bytesReceived = received.size();
    result.elapsed = q.elapsed();
    received.clear();
    dropReply();
    q.deleteLater();
    // A copy: whoever listens may delete our parent, and us with it.
    const ApiReply answer = result;
    emit q.finished(answer);
}

} // namespace owui
