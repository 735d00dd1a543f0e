// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/apirequest.h"
#include "support/fakeserver.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLibraryInfo>
#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTest>
#include <QVersionNumber>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace owui;
using namespace owui::test;

namespace {

using Kind = ServerErrorKind;
using Way = FakeAnswer::Way;

constexpr int Patience = 10'000;

/// Sends requests and keeps what came of them.
class Client
{
public:
    ApiRequest *begin(const QByteArray &method, const QUrl &url, const QByteArray &body = {}, RequestLimits limits = {},
                      RequestPurpose purpose = RequestPurpose::General)
    {
        QNetworkRequest request(url);
        request.setRawHeader("Authorization", "Bearer top-secret-key");
        if (!body.isEmpty()) {
            request.setRawHeader("Content-Type", "application/json");
        }
        auto *exchange = new ApiRequest(network, method, request, body, purpose, limits, &owner);
        QObject::connect(exchange, &ApiRequest::finished, &owner,
                         [this](const ApiReply &reply) { replies.append(reply); });
        exchange->start();
        return exchange;
    }

    ApiReply ask(const QByteArray &method, const QUrl &url, const QByteArray &body = {}, RequestLimits limits = {},
                 RequestPurpose purpose = RequestPurpose::General)
    {
        // Not QTRY_: it sleeps between looks, and a large body takes hundreds of turns of the event loop.
        QSignalSpy spy(begin(method, url, body, limits, purpose), &ApiRequest::finished);
        return spy.wait(Patience) ? spy.first().first().value<ApiReply>() : ApiReply();
    }

    QNetworkAccessManager network;
    QObject owner;
    QList<ApiReply> replies;
};

QUrl at(const FakeServer &server, const QString &path = u"/x"_s)
{
    QUrl url = server.url();
    url.setPath(path);
    return url;
}

/// A port on which nothing listens.
QUrl deadUrl()
{
    FakeServer server;
    return at(server);
}

QByteArray largeJson(qsizetype size)
{
    return "{\"id\":\"" + QByteArray(size, 'x') + "\"}";
}

QString nameOf(const ApiReply &reply)
{
    return reply.error.name();
}

} // namespace

class TestApiRequest : public QObject
{
    Q_OBJECT

private slots:
    void takesJson_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QJsonValue>("expected");
        QTest::newRow("object") << QByteArray(R"({"id":"a"})") << QJsonValue(QJsonObject{{u"id"_s, u"a"_s}});
        QTest::newRow("list") << QByteArray("[1]") << QJsonValue(QJsonArray{1});
        QTest::newRow("true") << QByteArray("true") << QJsonValue(true);
        QTest::newRow("null") << QByteArray("null") << QJsonValue(QJsonValue::Null);
        QTest::newRow("blanks around") << QByteArray("\n {} ") << QJsonValue(QJsonObject());
    }

    void takesJson()
    {
        QFETCH(QByteArray, body);
        QFETCH(QJsonValue, expected);
        FakeServer server;
        FakeAnswer answer;
        answer.body = body;
        server.setAnswer(answer);
        Client client;
        const ApiReply reply = client.ask("GET", at(server, u"/base/x"_s));
        QCOMPARE(nameOf(reply), u"none"_s);
        QCOMPARE(reply.json, expected);
        QCOMPARE(reply.httpStatus, 200);
        QCOMPARE(reply.path, u"/base/x"_s);
        QCOMPARE(reply.bytesReceived, body.size());
    }

    void tellsBadAnswersApart_data()
    {
        QTest::addColumn<FakeAnswer>("answer");
        QTest::addColumn<QString>("expected");
        const auto with = [](QByteArray body, auto change) {
            FakeAnswer answer;
            answer.body = std::move(body);
            change(answer);
            return answer;
        };
        const auto none = [](FakeAnswer &) {};
        QTest::newRow("page") << FakeAnswer::html() << u"not-json"_s;
        QTest::newRow("no type") << with("{}", [](FakeAnswer &a) { a.type.clear(); }) << u"not-json"_s;
        QTest::newRow("empty body") << with("", none) << u"unexpected-answer"_s;
        QTest::newRow("not JSON") << with("{id: 1}", none) << u"unexpected-answer"_s;
        QTest::newRow("two values") << with("1,2", none) << u"unexpected-answer"_s;
        QTest::newRow("invalid UTF-8") << with("{\"id\":\"\xff\xfe\"}", none) << u"unexpected-answer"_s;
        QTest::newRow("cut, with length")
            << with(largeJson(5000), [](FakeAnswer &a) { a.cutAfter = 1000; }) << u"answer-truncated"_s;
        QTest::newRow("cut, chunked") << with(largeJson(5000), [](FakeAnswer &a) {
            a.cutAfter = 1500;
            a.chunked = true;
        }) << u"answer-truncated"_s;
        QTest::newRow("cut, no length") << with(largeJson(5000), [](FakeAnswer &a) {
            a.cutAfter = 1000;
            a.withoutLength = true;
        }) << u"answer-truncated"_s;
        QTest::newRow("cut, gzip") << with(largeJson(500'000), [](FakeAnswer &a) {
            a.cutAfter = 200;
            a.gzip = true;
        }) << u"answer-truncated"_s;
        QTest::newRow("cut at the very end")
            << with("{\"id\":\"abc\"}", [](FakeAnswer &a) { a.cutAfter = 11; }) << u"answer-truncated"_s;
        // Qt 6.4.2 takes them for the answer, and 6.8.2 waits for the one that follows.
        if (QLibraryInfo::version() < QVersionNumber(6, 8)) {
            QTest::newRow("early hints")
                << with("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}",
                        [](FakeAnswer &a) {
                            a.status = 103;
                            a.withoutLength = true;
                        })
                << u"answer-truncated"_s;
        }
        QTest::newRow("false gzip") << with("{\"id\":\"abc\"}", [](FakeAnswer &a) {
            a.headers = {{"Content-Encoding", "gzip"}};
        }) << u"unexpected-answer"_s;
        QTest::newRow("close") << FakeAnswer::fault(Way::CloseUnanswered) << u"connection-lost"_s;
        QTest::newRow("reset") << FakeAnswer::fault(Way::Reset) << u"connection-lost"_s;
        QTest::newRow("500") << with("Internal Server Error", [](FakeAnswer &a) {
            a.status = 500;
            a.type = "text/plain; charset=utf-8";
        }) << u"server-fault"_s;
        QTest::newRow("502 page") << FakeAnswer::html(502) << u"bad-gateway"_s;
        QTest::newRow("401 text") << FakeAnswer::detail(401, u"Not authenticated"_s) << u"no-credential"_s;
        QTest::newRow("422") << FakeAnswer::json(QJsonObject{{u"detail"_s, QJsonArray()}}, 422) << u"payload-refused"_s;
        QTest::newRow("429") << FakeAnswer::detail(429, u"API rate limit exceeded"_s) << u"rate-limited"_s;
        QTest::newRow("204") << with("", [](FakeAnswer &a) { a.status = 204; }) << u"unexpected-answer"_s;
        QTest::newRow("304") << with("", [](FakeAnswer &a) { a.status = 304; }) << u"redirected"_s;
    }

    void tellsBadAnswersApart()
    {
        QFETCH(FakeAnswer, answer);
        QFETCH(QString, expected);
        for (const QByteArray &method : {QByteArray("GET"), QByteArray("POST")}) {
            FakeServer server;
            server.setAnswer(answer);
            Client client;
            const ApiReply reply = client.ask(method, at(server), method == "POST" ? "{}" : "");
            QCOMPARE(nameOf(reply), expected);
            QVERIFY(reply.error.requestSent);
            QVERIFY(reply.json.isNull());
            if (method == "POST") {
                QCOMPARE(server.count("POST"), 1);
            }
        }
    }

    void readsCompressedAndSlowAnswers_data()
    {
        QTest::addColumn<FakeAnswer>("answer");
        FakeAnswer answer;
        answer.body = largeJson(3'000'000);
        QTest::newRow("plain, parsed on the pool") << answer;
        answer.gzip = true;
        QTest::newRow("gzip") << answer;
        answer.chunked = true;
        QTest::newRow("gzip, chunked") << answer;
        FakeAnswer slow;
        slow.body = largeJson(5000);
        slow.trickle = 1000;
        QTest::newRow("slow") << slow;
        slow.withoutLength = true;
        QTest::newRow("slow, ended by the connection") << slow;
    }

    void readsCompressedAndSlowAnswers()
    {
        QFETCH(FakeAnswer, answer);
        FakeServer server;
        server.setAnswer(answer);
        Client client;
        const ApiReply reply = client.ask("GET", at(server));
        QCOMPARE(nameOf(reply), u"none"_s);
        QCOMPARE(reply.json.toObject().value("id"_L1).toString().size(), answer.body.size() - 9);
        QCOMPARE(reply.bytesReceived, answer.body.size());
    }

    void readsRatiosThatQtRefuses()
    {
        FakeServer server;
        FakeAnswer answer;
        answer.body = largeJson(20'000'000);
        answer.gzip = true;
        server.setAnswer(answer);
        Client client;
        QCOMPARE(nameOf(client.ask("GET", at(server))), u"none"_s);
    }

    void boundsTheAnswer_data()
    {
        QTest::addColumn<bool>("gzip");
        QTest::newRow("plain") << false;
        QTest::newRow("bomb") << true;
    }

    void boundsTheAnswer()
    {
        QFETCH(bool, gzip);
        FakeServer server;
        FakeAnswer answer;
        answer.body = largeJson(30'000'000);
        answer.gzip = gzip;
        server.setAnswer(answer);
        Client client;
        const ApiReply reply = client.ask("GET", at(server), {}, {.maximumAnswer = 1'000'000, .retries = 2});
        QCOMPARE(nameOf(reply), u"answer-too-large"_s);
        QVERIFY(reply.bytesReceived <= 1'000'000 + 64 * 1024);
        QCOMPARE(reply.attempts, 1);
    }

    void sendsThePostOnceOverAKeptConnectionThatCloses_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("body") << QByteArray(R"({"id":"a"})");
        QTest::newRow("large body") << largeJson(2'000'000);
    }

    void sendsThePostOnceOverAKeptConnectionThatCloses()
    {
        QFETCH(QByteArray, body);
        FakeServer server;
        server.setHandler([](const FakeRequest &request) {
            return request.method == "GET" ? FakeAnswer::json(QJsonObject()) : FakeAnswer::fault(Way::CloseUnanswered);
        });
        Client client;
        QCOMPARE(nameOf(client.ask("GET", at(server))), u"none"_s);
        const ApiReply reply = client.ask("POST", at(server), body);
        QCOMPARE(nameOf(reply), u"connection-lost"_s);
        QVERIFY(reply.error.requestSent);
        QVERIFY(reply.error.outcomeUnknown());
        QCOMPARE(server.requests().last().connection, 1); // it was the kept one
        QTest::qWait(300);                                // time for a repetition
        QCOMPARE(server.count("POST"), 1);
        QCOMPARE(server.requests().last().body, body);
    }

    void sendsTheLengthAndNoCookie()
    {
        FakeServer server;
        FakeAnswer answer = FakeAnswer::json(QJsonObject());
        answer.headers = {{"Set-Cookie", "token=abc; Path=/"}};
        server.setAnswer(answer);
        Client client;
        client.ask("GET", at(server));
        client.ask("POST", at(server), "{\"a\":1}");
        QCOMPARE(server.requests().size(), 2);
        QCOMPARE(server.requests().at(1).header("Content-Length"), QByteArray("7"));
        QCOMPARE(server.requests().at(1).body, QByteArray("{\"a\":1}"));
        for (const FakeRequest &request : server.requests()) {
            QVERIFY(request.header("Cookie").isEmpty());
            QVERIFY(request.header("Transfer-Encoding").isEmpty());
        }
    }

    void followsNoRedirect_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {301, 302, 303, 307, 308}) {
            QTest::addRow("%d", status) << status;
        }
    }

    void followsNoRedirect()
    {
        QFETCH(int, status);
        FakeServer other;
        other.setAnswer(FakeAnswer::json(QJsonObject()));
        FakeServer server;
        QUrl target = at(other, u"/there"_s);
        target.setQuery(u"secret=1"_s);
        server.setAnswer(FakeAnswer::redirect(target, status));
        Client client;
        for (const QByteArray &method : {QByteArray("GET"), QByteArray("POST")}) {
            const ApiReply reply = client.ask(method, at(server), method == "POST" ? "{}" : "");
            QCOMPARE(nameOf(reply), u"redirected"_s);
            QCOMPARE(reply.error.detail, at(other, u"/there"_s).toString());
            QVERIFY(!reply.error.outcomeUnknown());
        }
        QTest::qWait(100);
        QCOMPARE(other.connections(), 0);
    }

    void retriesOnlyGets()
    {
        FakeServer server;
        server.setHandler([&server](const FakeRequest &) {
            return server.requests().size() < 3 ? FakeAnswer::fault(Way::Reset) : FakeAnswer::json(QJsonObject());
        });
        Client client;
        const ApiReply got = client.ask("GET", at(server), {}, {.retries = 2});
        QCOMPARE(nameOf(got), u"none"_s);
        server.clear();
        const ApiReply posted = client.ask("POST", at(server), "{}", {.retries = 2});
        QCOMPARE(nameOf(posted), u"connection-lost"_s);
        QCOMPARE(posted.attempts, 1);
        QCOMPARE(server.count("POST"), 1);
    }

    void givesUpAfterTheRetries()
    {
        Client client;
        const ApiReply reply = client.ask("GET", deadUrl(), {}, {.retries = 2});
        QCOMPARE(nameOf(reply), u"connection-refused"_s);
        QCOMPARE(reply.attempts, 3);
        QVERIFY(!reply.error.requestSent);
        const ApiReply post = client.ask("POST", deadUrl(), "{}");
        QCOMPARE(nameOf(post), u"connection-refused"_s);
        QVERIFY(!post.error.requestSent);
        QVERIFY(!post.error.outcomeUnknown());
        QVERIFY(post.error.serverGone());
    }

    void tellsAnUnknownHost()
    {
        Client client;
        // No name server is asked for a name that starts with a hyphen.
        const ApiReply reply = client.ask("POST", QUrl(u"http://-nowhere.invalid/x"_s), "{}");
        QCOMPARE(nameOf(reply), u"host-not-found"_s);
        QVERIFY(!reply.error.requestSent);
        QVERIFY(reply.error.serverGone());
    }

    void waitsNoLongerThanTheDeadline_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<bool>("kept");
        QTest::newRow("GET") << QByteArray("GET") << false;
        QTest::newRow("POST") << QByteArray("POST") << false;
        QTest::newRow("POST on a kept connection") << QByteArray("POST") << true;
    }

    void waitsNoLongerThanTheDeadline()
    {
        QFETCH(QByteArray, method);
        QFETCH(bool, kept);
        FakeServer server;
        Client client;
        if (kept) {
            server.once("GET", "/x", FakeAnswer::json(QJsonObject()));
            QCOMPARE(nameOf(client.ask("GET", at(server))), u"none"_s);
        }
        server.setAnswer(FakeAnswer::fault(Way::Silent));
        const ApiReply reply =
            client.ask(method, at(server), method == "POST" ? "{}" : "", {.answer = 150ms, .retries = 2});
        QCOMPARE(nameOf(reply), u"timeout"_s);
        QVERIFY(reply.error.requestSent);
        QCOMPARE(reply.error.outcomeUnknown(), true);
        QCOMPARE(reply.attempts, 1);
        QVERIFY(reply.elapsed > 100ms);
    }

    void aHandshakeThatNeverEndsIsAConnectTimeout()
    {
        FakeServer server; // waits for the end of a header that TLS never sends
        QUrl url = at(server);
        url.setScheme(u"https"_s);
        Client client;
        const ApiReply reply = client.ask("POST", url, "{}", {.connect = 200ms});
        QCOMPARE(nameOf(reply), u"connect-timeout"_s);
        QVERIFY(!reply.error.requestSent);
        QVERIFY(reply.error.serverGone());
        QVERIFY(server.requests().isEmpty());
    }

    void anAnswerThatTricklesEndsAtTheDeadline()
    {
        FakeServer server;
        FakeAnswer answer;
        answer.body = largeJson(10'000);
        answer.trickle = 10;
        server.setAnswer(answer);
        Client client;
        QCOMPARE(nameOf(client.ask("GET", at(server), {}, {.answer = 200ms})), u"timeout"_s);
    }

    void countsNotWhileItWaitsForAConnection()
    {
        FakeServer server;
        FakeAnswer answer = FakeAnswer::json(QJsonObject());
        answer.latency = 200ms;
        server.setAnswer(answer);
        Client client;
        // Six go at once; the others wait in Qt's queue for longer than their own deadline.
        for (int i = 0; i < 18; ++i) {
            client.begin("GET", at(server), {}, {.answer = 400ms});
        }
        QTRY_COMPARE_WITH_TIMEOUT(client.replies.size(), 18, Patience);
        for (const ApiReply &reply : std::as_const(client.replies)) {
            QCOMPARE(nameOf(reply), u"none"_s);
        }
        QVERIFY(server.mostAtATime() <= 6);
    }

    void cancels_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<bool>("whenSent");
        QTest::newRow("at once") << QByteArray("POST") << false;
        QTest::newRow("sent GET") << QByteArray("GET") << true;
        QTest::newRow("sent POST") << QByteArray("POST") << true;
    }

    void cancels()
    {
        QFETCH(QByteArray, method);
        QFETCH(bool, whenSent);
        FakeServer server;
        server.setAnswer(FakeAnswer::fault(Way::Silent));
        Client client;
        ApiRequest *request = client.begin(method, at(server), method == "POST" ? "{}" : "");
        if (whenSent) {
            QTRY_COMPARE(server.requests().size(), 1);
        }
        request->cancel();
        request->cancel();
        QCOMPARE(client.replies.size(), 0); // only from the event loop
        QTRY_COMPARE(client.replies.size(), 1);
        QCOMPARE(nameOf(client.replies.first()), u"cancelled"_s);
        QCOMPARE(client.replies.first().error.requestSent, whenSent);
        QTest::qWait(50);
        QCOMPARE(client.replies.size(), 1);
    }

    void cancelsDuringThePauseBeforeARetry()
    {
        FakeServer server;
        server.setAnswer(FakeAnswer::fault(Way::Reset));
        Client client;
        ApiRequest *request = client.begin("GET", at(server), {}, {.retries = 100});
        QTRY_VERIFY(server.requests().size() >= 2);
        request->cancel();
        QTRY_COMPARE(client.replies.size(), 1);
        QCOMPARE(nameOf(client.replies.first()), u"cancelled"_s);
    }

    void finishesFromTheEventLoopAndDeletesItself()
    {
        Client client;
        QPointer<ApiRequest> request = client.begin("GET", QUrl(u"nonsense://x"_s));
        QCOMPARE(client.replies.size(), 0);
        QTRY_COMPARE(client.replies.size(), 1);
        QVERIFY(client.replies.first().error);
        QTRY_VERIFY(request.isNull());
        QCOMPARE(client.replies.size(), 1);
    }

    void mayBeDeletedWhileItRuns()
    {
        FakeServer server;
        server.setAnswer(FakeAnswer::fault(Way::Silent));
        Client client;
        ApiRequest *request = client.begin("POST", at(server), "{}");
        QTRY_COMPARE(server.requests().size(), 1);
        delete request;
        QTest::qWait(50);
        QCOMPARE(client.replies.size(), 0);
    }

    void streamsTheBody()
    {
        FakeServer server;
        server.setAnswer(FakeAnswer::json(QJsonObject()));
        Client client;
        const QByteArray body = largeJson(10'000'000);
        const ApiReply reply = client.ask("POST", at(server), body);
        QCOMPARE(nameOf(reply), u"none"_s);
        QCOMPARE(reply.bytesSent, body.size());
        QCOMPARE(server.requests().last().body.size(), body.size());
        QVERIFY(server.requests().last().body == body);
    }
};

QTEST_GUILESS_MAIN(TestApiRequest)
#include "tst_apirequest.moc"
