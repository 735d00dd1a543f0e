// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "practice/httpfront.h"

#include <QHostAddress>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

/// Keeps a responder until its answer is there. Answering through a QFuture that finishes later crashes in Qt 6.4.2.
class HeldResponder final
{
    Q_DISABLE_COPY_MOVE(HeldResponder)

public:
    explicit HeldResponder(QHttpServerResponder &&responder)
        : m_responder(std::move(responder))
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
        , m_socket(m_responder.socket())
#endif
    {
    }

    void write(const HttpAnswer &answer)
    {
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
        // The responder of this version keeps a bare pointer, and the client may have gone in the meantime.
        if (!m_socket || m_socket->state() != QAbstractSocket::ConnectedState) {
            return;
        }
#endif
        m_responder.write(answer.body, answer.type, static_cast<QHttpServerResponder::StatusCode>(answer.status));
    }

private:
    QHttpServerResponder m_responder;
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
    QPointer<QTcpSocket> m_socket;
#endif
};

/// Accepts connections that send at once. QHttpServer writes an answer in pieces, and a second small piece would wait
/// for the client's delayed acknowledgement of the first: 40 ms on Linux, for every request.
class PromptListener final : public QTcpServer
{
protected:
    void incomingConnection(qintptr handle) override
    {
        auto *socket = new QTcpSocket(this);
        if (socket->setSocketDescriptor(handle)) {
            socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
            addPendingConnection(socket);
        } else {
            delete socket;
        }
    }
};

QByteArray methodName(QHttpServerRequest::Method method)
{
    switch (method) {
    case QHttpServerRequest::Method::Get:
        return "GET"_ba;
    case QHttpServerRequest::Method::Post:
        return "POST"_ba;
    case QHttpServerRequest::Method::Delete:
        return "DELETE"_ba;
    case QHttpServerRequest::Method::Head:
        return "HEAD"_ba;
    case QHttpServerRequest::Method::Put:
        return "PUT"_ba;
    default:
        return "OTHER"_ba;
    }
}

HttpCall toCall(const QHttpServerRequest &request)
{
    return {.method = methodName(request.method()),
            .path = request.url().path(QUrl::FullyDecoded),
            .query = request.url().query(QUrl::FullyDecoded),
            .authorization = QByteArray(request.value("Authorization"_ba)),
            .apiKey = QByteArray(request.value("x-api-key"_ba)),
            .contentType = QByteArray(request.value("Content-Type"_ba)),
            .body = request.body()};
}

} // namespace

HttpFront::HttpFront(Handler handler, std::chrono::milliseconds latency, QObject *parent)
    : QObject(parent)
    , m_handler(std::move(handler))
    , m_latency(latency)
{
    // No route is registered, so that every request comes here.
#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
    m_server.setMissingHandler([this](const QHttpServerRequest &request, QHttpServerResponder &&responder) {
        take(request, std::move(responder));
    });
#else
    m_server.setMissingHandler(this, [this](const QHttpServerRequest &request, QHttpServerResponder &responder) {
        take(request, std::move(responder));
    });
#endif
}

quint16 HttpFront::listen(quint16 port, QString *error)
{
    auto listener = std::make_unique<PromptListener>();
    if (!listener->listen(QHostAddress::LocalHost, port)) {
        *error = listener->errorString();
        return 0;
    }
    const quint16 actual = listener->serverPort();
    m_server.bind(listener.release()); // takes ownership
    return actual;
}

void HttpFront::take(const QHttpServerRequest &request, QHttpServerResponder &&responder)
{
    // Shared, because std::function must be copyable.
    const auto held = std::make_shared<HeldResponder>(std::move(responder));
    m_handler(toCall(request), [this, held](const HttpAnswer &answer) {
        if (m_latency.count() == 0) {
            held->write(answer);
            return;
        }
        QTimer::singleShot(m_latency, Qt::PreciseTimer, this, [held, answer] { held->write(answer); });
    });
}

} // namespace owui
