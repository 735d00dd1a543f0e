// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/openwebui.h"
#include "server/waitbudget.h"
#include "support/fakeserver.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace owui;
using namespace owui::test;

class TestWaitBudget final : public QObject
{
    Q_OBJECT

private slots:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<int>("seconds"); // 0: nothing
        const QByteArray date = "Wed, 21 Oct 2026 07:28:00 GMT";
        QTest::newRow("seconds") << QByteArray("7") << 7;
        QTest::newRow("blanks") << QByteArray(" 7 ") << 7;
        QTest::newRow("at once") << QByteArray("0") << 1;
        QTest::newRow("date") << QByteArray("Wed, 21 Oct 2026 07:28:09 GMT") << 9;
        QTest::newRow("past") << date << 1;
        QTest::newRow("none") << QByteArray() << 0;
        QTest::newRow("negative") << QByteArray("-7") << 0;
        QTest::newRow("words") << QByteArray("soon") << 0;
    }
    void reads()
    {
        QFETCH(const QByteArray, header);
        QFETCH(const int, seconds);
        const auto read = retryAfter(header, "Wed, 21 Oct 2026 07:28:00 GMT");
        QCOMPARE(read ? int(read->count()) : 0, seconds);
    }

    /// A date without one to compare it with is by our clock.
    void readsADateByOurClock()
    {
        const QDateTime then = QDateTime::currentDateTimeUtc().addSecs(100);
        const auto read = retryAfter(QLocale::c().toString(then, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1(), {});
        QVERIFY(read && *read > 95s && *read <= 100s);
    }

    void isUsedUp()
    {
        WaitBudget patience;
        const WaitBudget::Clock::time_point start{1000s};
        QVERIFY(patience.grants(20s, start));
        QVERIFY(patience.grants(20s, start));       // beside it
        QVERIFY(patience.grants(25s, start + 5s));  // until 30 s
        QVERIFY(!patience.grants(1s, start + 30s)); // nothing is left
        patience.renew();
        QVERIFY(patience.grants(30s, start + 31s));
        QVERIFY(!patience.grants(31s, start + 100s));
    }

    void asksAgain_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("429") << 429;
        QTest::newRow("503") << 503;
    }
    void asksAgain()
    {
        QFETCH(const int, status);
        FakeAnswer busy = FakeAnswer::detail(status, u"busy"_s);
        busy.headers = {{"Retry-After", "1"}};
        m_fake.once("GET", "/api/v1/functions/id/f", busy);
        const LookUp look = lookUp();
        QVERIFY2(look.presence == Presence::Missing, qPrintable(look.error.text()));
        QVERIFY(look.elapsed >= 1000ms);
        QCOMPARE(m_busy->size(), 1);
        QCOMPARE(m_busy->first().first().toInt(), status);
    }

    /// What the server says at the end is told, and nobody waits for what takes too long or is not said.
    void givesUp_data()
    {
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("long") << QByteArray("31");
        QTest::newRow("not said") << QByteArray();
    }
    void givesUp()
    {
        QFETCH(const QByteArray, after);
        FakeAnswer busy = FakeAnswer::detail(429, u"slow down"_s);
        if (!after.isEmpty()) {
            busy.headers = {{"Retry-After", after}};
        }
        m_fake.setAnswer(busy);
        const LookUp look = lookUp();
        QCOMPARE(look.presence, Presence::Failed);
        QCOMPARE(look.error.kind, ServerErrorKind::RateLimited);
        QVERIFY2(failureText(look.error).contains(u"busy"_s), qPrintable(failureText(look.error)));
        QCOMPARE(m_fake.count("GET"), 1);
    }

    void canBeCancelled()
    {
        FakeAnswer busy = FakeAnswer::detail(429, u"slow down"_s);
        busy.headers = {{"Retry-After", "25"}};
        m_fake.setAnswer(busy);
        QElapsedTimer clock;
        clock.start();
        std::optional<LookUp> ended;
        const OpenWebUi::Request request =
            m_client->lookUp(PluginSpace::Function, u"f"_s, this, [&ended](const LookUp &look) { ended = look; });
        QVERIFY(m_busy->wait());
        request->cancel();
        QTRY_VERIFY(ended);
        QCOMPARE(ended->error.kind, ServerErrorKind::Cancelled);
        QVERIFY(clock.elapsed() < 20'000);
        QCOMPARE(m_fake.count("GET"), 1);
    }

    void sendsAChangeOnce()
    {
        FakeAnswer busy = FakeAnswer::detail(503, u"busy"_s);
        busy.headers = {{"Retry-After", "1"}};
        m_fake.setAnswer(busy);
        ServerError error;
        m_client->create(PluginSpace::Function, u"f"_s, "{}", this,
                         [&error](const Answer<ServerPlugin> &answer) { error = answer.error; });
        QTRY_COMPARE(error.kind, ServerErrorKind::Unavailable);
        QCOMPARE(m_fake.count("POST"), 1);
        QVERIFY(m_busy->isEmpty());
    }

    void init()
    {
        m_fake.clear();
        m_fake.setAnswer(FakeAnswer::detail(401, u"We could not find what you're looking for :/"_s));
        const Connection connection{.id = u"c"_s, .name = u"fake"_s, .url = m_fake.url()};
        m_client = std::make_unique<OpenWebUi>(m_network, connection, Credential{});
        m_busy = std::make_unique<QSignalSpy>(m_client.get(), &OpenWebUi::isBusy);
    }

private:
    LookUp lookUp()
    {
        std::optional<LookUp> ended;
        m_client->lookUp(PluginSpace::Function, u"f"_s, this, [&ended](const LookUp &look) { ended = look; });
        return QTest::qWaitFor([&ended] { return ended.has_value(); }, 20'000) ? *ended : LookUp{};
    }

    FakeServer m_fake;
    QNetworkAccessManager m_network;
    std::unique_ptr<OpenWebUi> m_client;
    std::unique_ptr<QSignalSpy> m_busy;
};

QTEST_GUILESS_MAIN(TestWaitBudget)
#include "tst_waitbudget.moc"
