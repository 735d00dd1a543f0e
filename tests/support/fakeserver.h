// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonValue>
#include <QList>
#include <QMetaType>
#include <QObject>
#include <QPair>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

class QTcpSocket;

namespace owui::test {

/// A request as it arrived.
struct FakeRequest
{
    QByteArray method;
    QByteArray target; ///< path and query, as sent
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
    int connection = 0; ///< number of the TCP connection, from 1

    /// Without regard to case; empty where there is none.
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
    [[nodiscard]] QByteArray path() const;
};

/// What to do with a request.
struct FakeAnswer
{
    enum class Way {
        Answer,
        CloseUnanswered, ///< reads the request, closes
        Reset,           ///< reads the request, resets the connection
        Silent           ///< reads the request, keeps the connection open, never answers
    };

    Way way = Way::Answer;
    int status = 200;
    QByteArray type = "application/json";
    QByteArray body;
    QList<QPair<QByteArray, QByteArray>> headers;
    std::chrono::milliseconds latency{0};
    qsizetype cutAfter = -1;    ///< body bytes sent before the connection closes; -1: all
    qsizetype trickle = 0;      ///< body bytes sent every 10 ms; 0: all at once
    bool chunked = false;       ///< instead of a Content-Length
    bool withoutLength = false; ///< neither; the end of the connection ends the body
    bool gzip = false;
    bool keepAlive = true;

    [[nodiscard]] static FakeAnswer json(const QJsonValue &value, int status = 200);
    /// {"detail": text}, as Open WebUI words a failure.
    [[nodiscard]] static FakeAnswer detail(int status, const QString &text);
    [[nodiscard]] static FakeAnswer html(int status = 200);
    [[nodiscard]] static FakeAnswer redirect(const QUrl &target, int status = 302);
    [[nodiscard]] static FakeAnswer fault(Way way);
};

/// A scripted HTTP/1.1 server on loopback that records what it gets. Lives in the thread that made it and needs that
/// thread's event loop.
class FakeServer final : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<FakeAnswer(const FakeRequest &)>;

    explicit FakeServer(QObject *parent = nullptr);
    /// Speaks HTTPS with the certificate and key of `tls`.
    explicit FakeServer(const QSslConfiguration &tls, QObject *parent = nullptr);
    ~FakeServer() override;

    [[nodiscard]] QUrl url() const;

    /// Asked for each request for which no `once` is left. At first everything is 405 {"detail":"Method Not Allowed"}.
    void setHandler(Handler handler) { m_handler = std::move(handler); }
    /// What stands before the server: asked first for each request; nullopt lets it through.
    void setFront(std::function<std::optional<FakeAnswer>(const FakeRequest &)> front) { m_front = std::move(front); }
    /// The same answer to everything.
    void setAnswer(const FakeAnswer &answer);
    /// Answers the next request of this method and path; several are used in order.
    void once(const QByteArray &method, const QByteArray &path, const FakeAnswer &answer);

    [[nodiscard]] const QList<FakeRequest> &requests() const { return m_requests; }
    [[nodiscard]] int count(const QByteArray &method, const QByteArray &path = {}) const;
    [[nodiscard]] int connections() const { return m_connections; }
    /// Requests that are being answered at the same moment, at most so far.
    [[nodiscard]] int mostAtATime() const { return m_mostAtATime; }
    void clear() { m_requests.clear(); }
    /// Stops listening and closes all connections.
    void close();
    /// Listens again, at the same address.
    void reopen();

signals:
    void received(const owui::test::FakeRequest &request);

private:
    struct Client
    {
        QByteArray unread;
        int number = 0;
        bool busy = false;
    };

    void accept();
    void onReadyRead(QTcpSocket *socket);
    bool takeRequest(QTcpSocket *socket);
    FakeAnswer answerFor(const FakeRequest &request);
    void carryOut(QTcpSocket *socket, const FakeAnswer &answer, bool withoutBody);
    void write(QTcpSocket *socket, const FakeAnswer &answer, bool withoutBody);
    void trickle(QTcpSocket *socket, const QByteArray &bytes, qsizetype step, bool closeAfter);
    void done(QTcpSocket *socket, bool closeAfter);

    FakeServer(std::unique_ptr<QTcpServer> server, const QString &scheme, QObject *parent);

    std::unique_ptr<QTcpServer> m_server;
    QString m_scheme;
    quint16 m_port = 0;
    Handler m_handler;
    std::function<std::optional<FakeAnswer>(const FakeRequest &)> m_front;
    QHash<QByteArray, QList<FakeAnswer>> m_once; // by "METHOD path"
    QHash<QTcpSocket *, Client> m_clients;
    QList<FakeRequest> m_requests;
    int m_connections = 0;
    int m_atATime = 0;
    int m_mostAtATime = 0;
};

/// The bytes as a gzip file.
[[nodiscard]] QByteArray gzipped(const QByteArray &bytes);

} // namespace owui::test

Q_DECLARE_METATYPE(owui::test::FakeAnswer)
Q_DECLARE_METATYPE(owui::test::FakeRequest)
