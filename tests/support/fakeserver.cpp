// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/fakeserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QSslServer>
#include <QTcpSocket>
#include <QTimer>
#include <QtEndian>

#include <algorithm>
#include <array>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace owui::test {

namespace {

QByteArray key(const QByteArray &method, const QByteArray &path)
{
    return method + ' ' + path;
}

QByteArray chunked(const QByteArray &body)
{
    constexpr qsizetype Size = 1000;
    QByteArray out;
    for (qsizetype at = 0; at < body.size(); at += Size) {
        const QByteArray piece = body.mid(at, Size);
        out += QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n";
    }
    return out + "0\r\n\r\n";
}

/// Makes the next close a reset.
void lingerNot(const QTcpSocket &socket)
{
#ifdef Q_OS_UNIX
    const linger option{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &option, sizeof option);
#else
    Q_UNUSED(socket)
#endif
}

quint32 crc32(const QByteArray &bytes)
{
    static const std::array<quint32, 256> table = [] {
        std::array<quint32, 256> made{};
        for (quint32 n = 0; n < made.size(); ++n) {
            quint32 c = n;
            for (int bit = 0; bit < 8; ++bit) {
                c = (c & 1U) != 0 ? 0xedb88320U ^ (c >> 1U) : c >> 1U;
            }
            made.at(n) = c;
        }
        return made;
    }();
    quint32 crc = 0xffffffffU;
    for (const char byte : bytes) {
        crc = table.at((crc ^ static_cast<quint8>(byte)) & 0xffU) ^ (crc >> 8U);
    }
    return crc ^ 0xffffffffU;
}

QByteArray littleEndian(quint32 value)
{
    std::array<char, 4> bytes{};
    qToLittleEndian(value, bytes.data());
    return {bytes.data(), bytes.size()};
}

std::unique_ptr<QTcpServer> tlsServer(const QSslConfiguration &tls)
{
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(tls);
    return server;
}

} // namespace

QByteArray gzipped(const QByteArray &bytes)
{
    // qCompress: a length of four bytes, then a zlib stream: two bytes, deflate, four bytes of checksum.
    const QByteArray zlib = qCompress(bytes);
    const QByteArray deflate = zlib.sliced(6, zlib.size() - 10);
    return QByteArray::fromHex("1f8b0800000000000003") + deflate + littleEndian(crc32(bytes)) +
           littleEndian(static_cast<quint32>(bytes.size()));
}

QByteArray FakeRequest::header(const QByteArray &name) const
{
    const auto found = std::ranges::find_if(
        headers, [&](const auto &header) { return header.first.compare(name, Qt::CaseInsensitive) == 0; });
    return found == headers.end() ? QByteArray() : found->second;
}

QByteArray FakeRequest::path() const
{
    const qsizetype query = target.indexOf('?');
    return query < 0 ? target : target.first(query);
}

FakeAnswer FakeAnswer::json(const QJsonValue &value, int status)
{
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    FakeAnswer answer;
    answer.status = status;
    answer.body = array.sliced(1, array.size() - 2);
    return answer;
}

FakeAnswer FakeAnswer::detail(int status, const QString &text)
{
    return json(QJsonObject{{u"detail"_s, text}}, status);
}

FakeAnswer FakeAnswer::html(int status)
{
    FakeAnswer answer;
    answer.status = status;
    answer.type = "text/html; charset=utf-8";
    answer.body = "<!doctype html><html><head><title>Sign in</title></head><body></body></html>";
    return answer;
}

FakeAnswer FakeAnswer::redirect(const QUrl &target, int status)
{
    FakeAnswer answer;
    answer.status = status;
    answer.headers = {{"Location", target.toEncoded()}};
    return answer;
}

FakeAnswer FakeAnswer::fault(Way way)
{
    FakeAnswer answer;
    answer.way = way;
    return answer;
}

FakeServer::FakeServer(std::unique_ptr<QTcpServer> server, const QString &scheme, QObject *parent)
    : QObject(parent)
    , m_server(std::move(server))
    , m_scheme(scheme)
    , m_handler([](const FakeRequest &) { return FakeAnswer::detail(405, u"Method Not Allowed"_s); })
{
    // Not newConnection: with TLS it comes before the handshake.
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &FakeServer::accept);
    if (!m_server->listen(QHostAddress::LocalHost)) {
        qFatal("no port to listen on: %ls", qUtf16Printable(m_server->errorString()));
    }
    m_port = m_server->serverPort();
}

FakeServer::FakeServer(QObject *parent)
    : FakeServer(std::make_unique<QTcpServer>(), u"http"_s, parent)
{
}

FakeServer::FakeServer(const QSslConfiguration &tls, QObject *parent)
    : FakeServer(tlsServer(tls), u"https"_s, parent)
{
}

FakeServer::~FakeServer()
{
    close();
}

void FakeServer::reopen()
{
    if (!m_server->listen(QHostAddress::LocalHost, m_port)) {
        qFatal("cannot listen again: %ls", qUtf16Printable(m_server->errorString()));
    }
}

void FakeServer::close()
{
    m_server->close();
    const QList<QTcpSocket *> sockets = m_clients.keys();
    m_clients.clear();
    for (QTcpSocket *socket : sockets) {
        socket->disconnect(this);
        socket->abort();
        socket->deleteLater();
    }
}

QUrl FakeServer::url() const
{
    QUrl url;
    url.setScheme(m_scheme);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(m_server->serverPort());
    return url;
}

void FakeServer::setAnswer(const FakeAnswer &answer)
{
    m_handler = [answer](const FakeRequest &) { return answer; };
}

void FakeServer::once(const QByteArray &method, const QByteArray &path, const FakeAnswer &answer)
{
    m_once[key(method, path)].append(answer);
}

int FakeServer::count(const QByteArray &method, const QByteArray &path) const
{
    return static_cast<int>(std::ranges::count_if(m_requests, [&](const FakeRequest &request) {
        return request.method == method && (path.isEmpty() || request.path() == path);
    }));
}

void FakeServer::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        m_clients.insert(socket, {.unread = {}, .number = ++m_connections});
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { onReadyRead(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            if (m_clients.take(socket).busy) {
                --m_atATime;
            }
            socket->deleteLater();
        });
    }
}

void FakeServer::onReadyRead(QTcpSocket *socket)
{
    m_clients[socket].unread += socket->readAll();
    while (m_clients.contains(socket) && !m_clients[socket].busy && takeRequest(socket)) {
    }
}

/// False where the request is not complete yet.
bool FakeServer::takeRequest(QTcpSocket *socket)
{
    Client &client = m_clients[socket];
    const qsizetype end = client.unread.indexOf("\r\n\r\n");
    if (end < 0) {
        return false;
    }
    FakeRequest request;
    request.connection = client.number;
    const QList<QByteArray> lines = client.unread.first(end).split('\n');
    const QList<QByteArray> start = lines.first().trimmed().split(' ');
    request.method = start.value(0);
    request.target = start.value(1);
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.append({line.first(colon).trimmed(), line.sliced(colon + 1).trimmed()});
    }
    const qsizetype length = request.header("Content-Length").toLongLong();
    if (client.unread.size() < end + 4 + length) {
        return false;
    }
    request.body = client.unread.mid(end + 4, length);
    client.unread.remove(0, end + 4 + length);
    client.busy = true;
    m_mostAtATime = std::max(m_mostAtATime, ++m_atATime);
    m_requests.append(request);
    emit received(request);

    const FakeAnswer answer = answerFor(request);
    const bool withoutBody = request.method == "HEAD";
    if (answer.latency > 0ms) {
        QTimer::singleShot(answer.latency, Qt::PreciseTimer, socket,
                           [=, this] { carryOut(socket, answer, withoutBody); });
    } else {
        carryOut(socket, answer, withoutBody);
    }
    return true;
}

FakeAnswer FakeServer::answerFor(const FakeRequest &request)
{
    if (const std::optional<FakeAnswer> answer = m_front ? m_front(request) : std::nullopt) {
        return *answer;
    }
    const auto found = m_once.find(key(request.method, request.path()));
    if (found != m_once.end() && !found->isEmpty()) {
        return found->takeFirst();
    }
    return m_handler(request);
}

void FakeServer::carryOut(QTcpSocket *socket, const FakeAnswer &answer, bool withoutBody)
{
    switch (answer.way) {
    case FakeAnswer::Way::Answer:
        write(socket, answer, withoutBody);
        break;
    case FakeAnswer::Way::CloseUnanswered:
        done(socket, true);
        break;
    case FakeAnswer::Way::Reset:
        lingerNot(*socket);
        socket->abort();
        break;
    case FakeAnswer::Way::Silent:
        break;
    }
}

void FakeServer::write(QTcpSocket *socket, const FakeAnswer &answer, bool withoutBody)
{
    QByteArray body = answer.gzip ? gzipped(answer.body) : answer.body;
    const bool close = !answer.keepAlive || answer.withoutLength || answer.cutAfter >= 0;
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + " Answer\r\n";
    if (!answer.type.isEmpty()) {
        head += "Content-Type: " + answer.type + "\r\n";
    }
    for (const auto &[name, value] : answer.headers) {
        head += name + ": " + value + "\r\n";
    }
    if (answer.gzip) {
        head += "Content-Encoding: gzip\r\n";
    }
    if (answer.chunked) {
        head += "Transfer-Encoding: chunked\r\n";
        body = chunked(body);
    } else if (!answer.withoutLength) {
        head += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    }
    head += close ? "Connection: close\r\n\r\n" : "Connection: keep-alive\r\n\r\n";
    socket->write(head);
    if (withoutBody) {
        body.clear();
    }
    if (answer.cutAfter >= 0) {
        body.truncate(answer.cutAfter);
    }
    if (answer.trickle > 0) {
        trickle(socket, body, answer.trickle, close);
        return;
    }
    socket->write(body);
    done(socket, close);
}

void FakeServer::trickle(QTcpSocket *socket, const QByteArray &bytes, qsizetype step, bool closeAfter)
{
    socket->write(bytes.first(std::min(step, bytes.size())));
    if (step >= bytes.size()) {
        done(socket, closeAfter);
        return;
    }
    QTimer::singleShot(10ms, socket, [=, this] { trickle(socket, bytes.sliced(step), step, closeAfter); });
}

void FakeServer::done(QTcpSocket *socket, bool closeAfter)
{
    const auto client = m_clients.find(socket);
    if (client == m_clients.end()) {
        return;
    }
    client->busy = false;
    --m_atATime;
    if (closeAfter) {
        socket->disconnectFromHost();
    } else if (!client->unread.isEmpty()) {
        QMetaObject::invokeMethod(
            socket, [this, socket] { onReadyRead(socket); }, Qt::QueuedConnection);
    }
}

} // namespace owui::test
