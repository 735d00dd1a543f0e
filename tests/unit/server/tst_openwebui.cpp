// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/networksetup.h"
#include "server/openwebui.h"
#include "support/fakeserver.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace owui;
using namespace owui::test;

namespace {

constexpr int Patience = 10'000;
const QByteArray Key = "sk-0123456789abcdef";

Connection connectionTo(const QUrl &url)
{
    Connection connection;
    connection.id = u"c"_s;
    connection.name = u"test"_s;
    connection.url = url;
    return connection;
}

Credential keyFor(const Connection &connection)
{
    return {.secret = Key,
            .origin = originOf(connection.url),
            .expires = {},
            .extraHeaders = {{"CF-Access-Client-Secret", "extra-secret"}}};
}

FakeAnswer plugin(const QString &id, const QString &type = u"filter"_s)
{
    return FakeAnswer::json(QJsonObject{{u"id"_s, id}, {u"type"_s, type}, {u"name"_s, u"N"_s}, {u"is_active"_s, true}});
}

/// Waits for the one answer of a call.
template<typename T>
class Waiting
{
public:
    std::function<void(const T &)> take()
    {
        return [this](const T &value) {
            ++m_count;
            m_value = value;
        };
    }
    T get()
    {
        if (!QTest::qWaitFor([this] { return m_count > 0; }, Patience)) {
            qFatal("no answer");
        }
        return m_value;
    }

private:
    T m_value{};
    int m_count = 0;
};

} // namespace

class TestOpenWebUi : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fake = std::make_unique<FakeServer>();
        m_network = std::make_unique<QNetworkAccessManager>();
        use(connectionTo(m_fake->url()));
    }

    void cleanup()
    {
        m_server.reset();
        m_network.reset();
        m_fake.reset();
    }

    void asksTheRightPaths_data()
    {
        QTest::addColumn<int>("call");
        QTest::addColumn<QByteArray>("expected");
        int call = 0;
        for (const char *expected : {"GET /base/api/version",
                                     "GET /base/api/v1/functions/id/a",
                                     "GET /base/api/v1/tools/id/a",
                                     "POST /base/api/v1/functions/create",
                                     "POST /base/api/v1/tools/create",
                                     "POST /base/api/v1/functions/id/a/update",
                                     "POST /base/api/v1/tools/id/a/update",
                                     "POST /base/api/v1/functions/id/a/toggle",
                                     "POST /base/api/v1/functions/id/a/toggle/global",
                                     "GET /base/api/v1/functions/export",
                                     "GET /base/api/v1/tools/export",
                                     "GET /base/api/v1/functions/",
                                     "GET /base/api/v1/tools/list",
                                     "GET /base/api/models",
                                     "GET /base/api/v1/functions/id/a/valves",
                                     "GET /base/api/v1/tools/id/a/valves/spec",
                                     "DELETE /base/api/v1/functions/id/a/delete",
                                     "DELETE /base/api/v1/tools/id/a/delete",
                                     "GET /base/api/v1/functions/id/a/history?page=2",
                                     "GET /base/api/v1/tools/id/a/history/v%2F1",
                                     "POST /base/api/v1/functions/id/a/update/version",
                                     "POST /base/api/v1/tools/id/a/update/version"}) {
            QTest::newRow(expected) << call++ << QByteArray(expected);
        }
    }

    void asksTheRightPaths()
    {
        QFETCH(int, call);
        QFETCH(QByteArray, expected);
        QUrl url = m_fake->url();
        url.setPath(u"/base"_s);
        use(connectionTo(url));
        const auto ignore = [](const auto &) {};
        const auto function = PluginSpace::Function;
        const auto tool = PluginSpace::Tool;
        const std::function<void()> calls[] = {
            [&] { m_server->fetchRelease(this, ignore); },
            [&] { m_server->lookUp(function, u"a"_s, this, ignore); },
            [&] { m_server->lookUp(tool, u"a"_s, this, ignore); },
            [&] { m_server->create(function, u"a"_s, "{}", this, ignore); },
            [&] { m_server->create(tool, u"a"_s, "{}", this, ignore); },
            [&] { m_server->update(function, u"a"_s, "{}", this, ignore); },
            [&] { m_server->update(tool, u"a"_s, "{}", this, ignore); },
            [&] { m_server->toggle(u"a"_s, this, ignore); },
            [&] { m_server->toggleGlobal(u"a"_s, this, ignore); },
            [&] { m_server->exportAll(function, this, ignore); },
            [&] { m_server->exportAll(tool, this, ignore); },
            [&] { m_server->list(function, this, ignore); },
            [&] { m_server->list(tool, this, ignore); },
            [&] { m_server->refreshModels(this, ignore); },
            [&] { m_server->valves(function, u"a"_s, this, ignore); },
            [&] { m_server->valvesSpec(tool, u"a"_s, this, ignore); },
            [&] { m_server->remove(function, u"a"_s, this, ignore); },
            [&] { m_server->remove(tool, u"a"_s, this, ignore); },
            [&] { m_server->versions(function, u"a"_s, 2, this, ignore); },
            [&] { m_server->snapshot(tool, u"a"_s, u"v/1"_s, this, ignore); },
            [&] { m_server->updateToVersion(function, u"a"_s, u"v1"_s, this, ignore); },
            [&] { m_server->updateToVersion(tool, u"a"_s, u"v1"_s, this, ignore); },
        };
        calls[call]();
        QTRY_COMPARE(m_fake->requests().size(), 1);
        const FakeRequest &request = m_fake->requests().first();
        QCOMPARE(request.method + ' ' + request.target, expected);
        QCOMPARE(request.header("Accept"), QByteArray("application/json"));
        QCOMPARE(request.header("Content-Type"),
                 request.method == "GET" ? QByteArray() : QByteArray("application/json"));
        const bool withKey = !request.target.endsWith("/api/version");
        QCOMPARE(request.header("Authorization"), withKey ? "Bearer " + Key : QByteArray());
        QCOMPARE(request.header("CF-Access-Client-Secret"), QByteArray("extra-secret"));
    }

    void encodesIds_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("plain") << u"my_filter"_s << QByteArray("my_filter");
        QTest::newRow("letters") << u"深度"_s << QByteArray("%E6%B7%B1%E5%BA%A6");
        QTest::newRow("slash") << u"a/b"_s << QByteArray("a%2Fb");
        QTest::newRow("query") << u"a?b#c"_s << QByteArray("a%3Fb%23c");
        QTest::newRow("percent") << u"a%2Fb"_s << QByteArray("a%252Fb");
        QTest::newRow("blank") << u"a b"_s << QByteArray("a%20b");
    }

    void encodesIds()
    {
        QFETCH(QString, id);
        QFETCH(QByteArray, target);
        m_fake->setAnswer(plugin(id));
        QCOMPARE(lookUp(PluginSpace::Function, id).presence, Presence::Found);
        QCOMPARE(m_fake->requests().first().target, "/api/v1/functions/id/" + target);
    }

    void sendsTheKeyOnlyToItsOrigin_data()
    {
        QTest::addColumn<QString>("origin");
        QTest::newRow("none") << QString();
        QTest::newRow("another port") << u"http://127.0.0.1:1"_s;
        QTest::newRow("another scheme") << u"https"_s;
    }

    void sendsTheKeyOnlyToItsOrigin()
    {
        QFETCH(QString, origin);
        m_fake->setAnswer(plugin(u"a"_s));
        Credential foreign = keyFor(m_server->connection());
        foreign.origin = origin == u"https" ? foreign.origin.replace(u"http:"_s, u"https:"_s) : origin;
        m_server->setCredential(foreign);
        QCOMPARE(lookUp(PluginSpace::Function, u"a"_s).presence, Presence::Found);
        const FakeRequest &request = m_fake->requests().first();
        QVERIFY(request.header("Authorization").isEmpty());
        QVERIFY(request.header("CF-Access-Client-Secret").isEmpty());
    }

    void theKeyDoesNotFollowARedirect()
    {
        FakeServer other;
        other.setAnswer(plugin(u"a"_s));
        QUrl target = other.url();
        target.setPath(u"/api/v1/functions/id/a"_s);
        m_fake->setAnswer(FakeAnswer::redirect(target, 307));
        const LookUp answer = lookUp(PluginSpace::Function, u"a"_s);
        QCOMPARE(answer.presence, Presence::Failed);
        QCOMPARE(answer.error.name(), u"redirected"_s);
        QCOMPARE(update("{}").error.name(), u"redirected"_s);
        QTest::qWait(100);
        QCOMPARE(other.connections(), 0);
    }

    void usesAHeaderOfAnotherName()
    {
        Connection connection = connectionTo(m_fake->url());
        connection.keyHeader = u"x-api-key"_s;
        use(connection);
        m_fake->setAnswer(plugin(u"a"_s));
        (void)lookUp(PluginSpace::Function, u"a"_s);
        QCOMPARE(m_fake->requests().first().header("x-api-key"), Key);
        QVERIFY(m_fake->requests().first().header("Authorization").isEmpty());
    }

    void looksUp_data()
    {
        QTest::addColumn<PluginSpace>("space");
        QTest::addColumn<FakeAnswer>("answer");
        QTest::addColumn<Presence>("presence");
        QTest::addColumn<QString>("error");
        const auto function = PluginSpace::Function;
        const auto tool = PluginSpace::Tool;
        const QString missing = u"We could not find what you're looking for :/"_s;
        QTest::newRow("found") << function << plugin(u"a"_s) << Presence::Found << u"none"_s;
        QTest::newRow("another id") << function << plugin(u"b"_s) << Presence::Failed << u"unexpected-answer"_s;
        QTest::newRow("another case") << function << plugin(u"A"_s) << Presence::Failed << u"unexpected-answer"_s;
        QTest::newRow("missing function")
            << function << FakeAnswer::detail(401, missing) << Presence::Missing << u"none"_s;
        QTest::newRow("missing tool") << tool << FakeAnswer::detail(404, missing) << Presence::Missing << u"none"_s;
        QTest::newRow("not found with 400")
            << function << FakeAnswer::detail(400, missing) << Presence::Failed << u"not-found"_s;
        QTest::newRow("404") << function << FakeAnswer::detail(404, u"Not Found"_s) << Presence::CannotTell
                             << u"route-missing"_s;
        QTest::newRow("405") << function << FakeAnswer::detail(405, u"Method Not Allowed"_s) << Presence::CannotTell
                             << u"route-missing"_s;
        QTest::newRow("501 page") << tool << FakeAnswer::html(501) << Presence::CannotTell << u"route-missing"_s;
        QTest::newRow("404 page") << function << FakeAnswer::html(404) << Presence::CannotTell << u"route-missing"_s;
        QTest::newRow("page") << function << FakeAnswer::html() << Presence::Failed << u"not-json"_s;
        QTest::newRow("function null") << function << FakeAnswer::json(QJsonValue::Null) << Presence::Failed
                                       << u"unexpected-answer"_s;
        QTest::newRow("tool null") << tool << FakeAnswer::json(QJsonValue::Null) << Presence::Failed
                                   << u"no-tool-access"_s;
        QTest::newRow("list") << function << FakeAnswer::json(QJsonArray()) << Presence::Failed
                              << u"unexpected-answer"_s;
        QTest::newRow("bad key") << function << FakeAnswer::detail(401, u"Not authenticated"_s) << Presence::Failed
                                 << u"no-credential"_s;
        QTest::newRow("other 403") << function << FakeAnswer::detail(403, u"no"_s) << Presence::Failed << u"other"_s;
        QTest::newRow("500") << function << FakeAnswer::html(500) << Presence::Failed << u"server-fault"_s;
        QTest::newRow("502") << function << FakeAnswer::html(502) << Presence::Failed << u"bad-gateway"_s;
        QTest::newRow("closed") << function << FakeAnswer::fault(FakeAnswer::Way::CloseUnanswered) << Presence::Failed
                                << u"connection-lost"_s;
    }

    void looksUp()
    {
        QFETCH(PluginSpace, space);
        QFETCH(FakeAnswer, answer);
        QFETCH(Presence, presence);
        QFETCH(QString, error);
        m_fake->setAnswer(answer);
        const LookUp result = lookUp(space, u"a"_s);
        QCOMPARE(result.presence, presence);
        QCOMPARE(result.error.name(), error);
        QCOMPARE(result.plugin.has_value(), presence == Presence::Found);
        QCOMPARE(m_fake->count("POST"), 0);
    }

    void asksALookUpAgainButNoPost()
    {
        m_fake->once("GET", "/api/v1/functions/id/a", FakeAnswer::fault(FakeAnswer::Way::Reset));
        m_fake->once("GET", "/api/v1/functions/id/a", FakeAnswer::fault(FakeAnswer::Way::Reset));
        m_fake->once("GET", "/api/v1/functions/id/a", plugin(u"a"_s));
        QCOMPARE(lookUp(PluginSpace::Function, u"a"_s).presence, Presence::Found);
        m_fake->setAnswer(FakeAnswer::fault(FakeAnswer::Way::Reset));
        const Answer<ServerPlugin> answer = update("{}");
        QCOMPARE(answer.error.name(), u"connection-lost"_s);
        QVERIFY(answer.error.outcomeUnknown());
        QCOMPARE(m_fake->count("POST"), 1);
    }

    void aSuccessCarriesTheId_data()
    {
        QTest::addColumn<FakeAnswer>("answer");
        QTest::addColumn<QString>("error");
        QTest::newRow("right") << plugin(u"a"_s) << u"none"_s;
        QTest::newRow("another") << plugin(u"b"_s) << u"unexpected-answer"_s;
        QTest::newRow("true") << FakeAnswer::json(true) << u"unexpected-answer"_s;
        QTest::newRow("null") << FakeAnswer::json(QJsonValue::Null) << u"unexpected-answer"_s;
        QTest::newRow("page") << FakeAnswer::html() << u"not-json"_s;
    }

    void aSuccessCarriesTheId()
    {
        QFETCH(FakeAnswer, answer);
        QFETCH(QString, error);
        m_fake->setAnswer(answer);
        const Answer<ServerPlugin> updated = update("{}");
        QCOMPARE(updated.error.name(), error);
        QCOMPARE(bool(updated), error == u"none");
        QCOMPARE(updated.error.outcomeUnknown(), error != u"none");
        Waiting<Answer<ServerPlugin>> created;
        m_server->create(PluginSpace::Tool, u"a"_s, "{}", this, created.take());
        QCOMPARE(created.get().error.name(), error);
        Waiting<Answer<ServerPlugin>> toggled;
        m_server->toggle(u"a"_s, this, toggled.take());
        QCOMPARE(toggled.get().error.name(), error);
    }

    void readsLists()
    {
        m_fake->setAnswer(FakeAnswer::json(QJsonArray{QJsonObject{{u"id"_s, u"a"_s}, {u"type"_s, u"pipe"_s}},
                                                      QJsonObject{{u"id"_s, u"b"_s}, {u"type"_s, u"event"_s}}}));
        Waiting<Answer<QList<ServerPlugin>>> list;
        m_server->exportAll(PluginSpace::Function, this, list.take());
        const Answer<QList<ServerPlugin>> answer = list.get();
        QCOMPARE(answer.value->size(), 2);
        QCOMPARE(answer.value->at(1).kind, PluginKind::Event);
        m_fake->setAnswer(FakeAnswer::json(QJsonArray{QJsonObject()}));
        Waiting<Answer<QList<ServerPlugin>>> bad;
        m_server->list(PluginSpace::Tool, this, bad.take());
        QCOMPARE(bad.get().error.name(), u"unexpected-answer"_s);
    }

    void readsTheRelease_data()
    {
        QTest::addColumn<FakeAnswer>("answer");
        QTest::addColumn<QString>("release");
        QTest::addColumn<QString>("error");
        QTest::newRow("version") << FakeAnswer::json(QJsonObject{{u"version"_s, u"0.12.4"_s}}) << u"0.12.4"_s
                                 << u"none"_s;
        QTest::newRow("none") << FakeAnswer::json(QJsonObject()) << QString() << u"unexpected-answer"_s;
        QTest::newRow("minimal") << FakeAnswer::detail(404, u"Not Found"_s) << QString() << u"route-missing"_s;
        QTest::newRow("page") << FakeAnswer::html() << QString() << u"not-json"_s;
    }

    void readsTheRelease()
    {
        QFETCH(FakeAnswer, answer);
        m_fake->setAnswer(answer);
        Waiting<Answer<ServerRelease>> waiting;
        m_server->fetchRelease(this, waiting.take());
        const Answer<ServerRelease> result = waiting.get();
        QTEST(result.error.name(), "error");
        QTEST(result.value.value_or(ServerRelease()).text(), "release");
    }

    void readsValves()
    {
        m_fake->once("GET", "/api/v1/functions/id/a/valves", FakeAnswer::json(QJsonObject{{u"n"_s, 1}}));
        Waiting<Answer<QJsonObject>> valves;
        m_server->valves(PluginSpace::Function, u"a"_s, this, valves.take());
        QCOMPARE(valves.get().value->value(u"n"_s).toInt(), 1);
        m_fake->once("GET", "/api/v1/functions/id/a/valves/spec", FakeAnswer::json(QJsonValue::Null));
        Waiting<Answer<QJsonValue>> spec;
        m_server->valvesSpec(PluginSpace::Function, u"a"_s, this, spec.take());
        QVERIFY(spec.get().value->isNull());
    }

    void masksEveryDetail_data()
    {
        QTest::addColumn<QString>("detail");
        QTest::newRow("key") << u"bad sk-0123456789abcdef there"_s;
        QTest::newRow("extra header") << u"header extra-secret refused"_s;
        QTest::newRow("pip") << u"Command pip --index-url https://u:extra-secret@h/ failed"_s;
        QTest::newRow("long") << QString(3990, u'x') + u"sk-0123456789abcdef"_s;
    }

    void masksEveryDetail()
    {
        QFETCH(QString, detail);
        m_fake->setAnswer(FakeAnswer::detail(400, detail));
        const QString shown = update("{}").error.detail;
        QVERIFY(!shown.isEmpty() && shown.size() <= 4000);
        QVERIFY(!shown.contains(u"0123") && !shown.contains(u"extra-secret"));
    }

    void tellsAboutEachExchange()
    {
        QSignalSpy exchanged(m_server.get(), &OpenWebUi::exchanged);
        m_fake->setAnswer(plugin(u"b"_s));
        (void)update("{\"x\":1}");
        QCOMPARE(exchanged.count(), 1);
        const auto exchange = exchanged.first().first().value<Exchange>();
        QCOMPARE(exchange.method, QByteArray("POST"));
        QCOMPARE(exchange.path, u"/api/v1/functions/id/a/update"_s);
        QCOMPARE(exchange.httpStatus, 200);
        QCOMPARE(exchange.bytesSent, 7);
        QVERIFY(exchange.bytesReceived > 10);
        QCOMPARE(exchange.error.name(), u"unexpected-answer"_s);
    }

    void doesNotCallWhoIsGone()
    {
        m_fake->setAnswer(plugin(u"a"_s));
        QSignalSpy exchanged(m_server.get(), &OpenWebUi::exchanged);
        auto *listener = new QObject;
        bool called = false;
        m_server->lookUp(PluginSpace::Function, u"a"_s, listener, [&called](const LookUp &) { called = true; });
        delete listener;
        QVERIFY(exchanged.wait(Patience));
        QVERIFY(!called);
    }

    void aHandlerMayDeleteTheServer()
    {
        m_fake->setAnswer(plugin(u"a"_s));
        bool called = false;
        m_server->lookUp(PluginSpace::Function, u"a"_s, this, [&](const LookUp &) {
            called = true;
            m_server.reset();
        });
        QTRY_VERIFY(called);
    }

    void cancelsByTheHandle()
    {
        m_fake->setAnswer(FakeAnswer::fault(FakeAnswer::Way::Silent));
        Waiting<Answer<ServerPlugin>> waiting;
        const OpenWebUi::Request request = m_server->update(PluginSpace::Function, u"a"_s, "{}", this, waiting.take());
        QTRY_COMPARE(m_fake->requests().size(), 1);
        request->cancel();
        const Answer<ServerPlugin> answer = waiting.get();
        QCOMPARE(answer.error.name(), u"cancelled"_s);
        QVERIFY(answer.error.outcomeUnknown());
        QTRY_VERIFY(request.isNull());
    }

    void keepsItsTimeLimits()
    {
        Connection connection = connectionTo(m_fake->url());
        connection.lookUpTimeout = 1s;
        use(connection);
        m_fake->setAnswer(FakeAnswer::fault(FakeAnswer::Way::Silent));
        const LookUp answer = lookUp(PluginSpace::Function, u"a"_s);
        QCOMPARE(answer.presence, Presence::Failed);
        QCOMPARE(answer.error.name(), u"timeout"_s);
        QVERIFY(answer.elapsed > 800ms && answer.elapsed < 5s);
    }

    void theProxyIsNeverAskedForThisMachine()
    {
        FakeServer proxy;
        Connection connection = connectionTo(m_fake->url());
        connection.proxy = ProxyMode::Custom;
        connection.proxyHost = u"127.0.0.1"_s;
        connection.proxyPort = proxy.url().port();
        configureNetwork(*m_network, connection);
        use(connection);
        m_fake->setAnswer(plugin(u"a"_s));
        QCOMPARE(lookUp(PluginSpace::Function, u"a"_s).presence, Presence::Found);
        QCOMPARE(proxy.connections(), 0);

        connection.url = QUrl(u"http://owui.invalid"_s);
        use(connection);
        proxy.setAnswer(plugin(u"a"_s));
        QCOMPARE(lookUp(PluginSpace::Function, u"a"_s).presence, Presence::Found);
        QCOMPARE(proxy.requests().first().target, QByteArray("http://owui.invalid/api/v1/functions/id/a"));
    }

    void pagesArePerKind()
    {
        const Connection connection{.url = QUrl(u"https://example.org/owui"_s)};
        QCOMPARE(OpenWebUi::pageOf(connection, PluginSpace::Function, u"a_b"_s),
                 QUrl(u"https://example.org/owui/admin/functions/edit?id=a_b"_s));
        QCOMPARE(OpenWebUi::pageOf(connection, PluginSpace::Tool, u"t"_s),
                 QUrl(u"https://example.org/owui/workspace/tools/edit?id=t"_s));
    }

    void anImpossibleIdIsNoIdentifier() { QVERIFY(OpenWebUi::impossibleId().contains(u'-')); }

private:
    void use(const Connection &connection)
    {
        m_server = std::make_unique<OpenWebUi>(*m_network, connection, keyFor(connection));
    }

    LookUp lookUp(PluginSpace space, const QString &id)
    {
        Waiting<LookUp> waiting;
        m_server->lookUp(space, id, this, waiting.take());
        return waiting.get();
    }

    Answer<ServerPlugin> update(const QByteArray &body)
    {
        Waiting<Answer<ServerPlugin>> waiting;
        m_server->update(PluginSpace::Function, u"a"_s, body, this, waiting.take());
        return waiting.get();
    }

    std::unique_ptr<FakeServer> m_fake;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<OpenWebUi> m_server;
};

QTEST_GUILESS_MAIN(TestOpenWebUi)
#include "tst_openwebui.moc"
