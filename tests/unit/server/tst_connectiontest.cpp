// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/connectiontest.h"
#include "support/fakeserver.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

namespace {

/// One letter per step: passed, failed, skipped, waiting, running.
QString lettersOf(const QList<ConnectionTestStep> &steps)
{
    QString letters;
    for (const ConnectionTestStep &step : steps) {
        letters += u"wrpfs"_s.at(static_cast<int>(step.state));
    }
    return letters;
}

/// Both spaces have something, which shows that they are switched on.
FakeAnswer filledList()
{
    return FakeAnswer::json(QJsonArray{QJsonObject{{u"id"_s, u"a"_s}, {u"name"_s, u"A"_s}, {u"type"_s, u"filter"_s}}});
}

bool isList(const FakeRequest &request)
{
    return request.path().endsWith("/api/v1/functions/") || request.path().endsWith("/api/v1/tools/list");
}

const QString Missing = u"We could not find what you're looking for :/"_s;
const QString Prohibited =
    u"You do not have permission to access this resource. Please contact your administrator for assistance."_s;

} // namespace

class TestConnectionTest : public QObject
{
    Q_OBJECT

private slots:
    /// What was pasted is the address of a page; the test goes on with the server above it, and says so.
    void findsTheServerAboveAPage()
    {
        FakeServer fake;
        fake.setHandler([](const FakeRequest &request) {
            return request.path().startsWith("/base/admin/") ? FakeAnswer::html()
                   : isList(request)                         ? filledList()
                   : request.path() == "/base/api/version" ? FakeAnswer::json(QJsonObject{{u"version"_s, u"0.12.4"_s}})
                                                           : FakeAnswer::detail(401, Missing);
        });
        Connection connection;
        connection.url = QUrl(fake.url().toString() + u"/base/admin/functions"_s);
        ConnectionTest test(connection, {.secret = "sk-key", .origin = originOf(fake.url())});
        QSignalSpy finished(&test, &ConnectionTest::finished);
        test.start();
        QVERIFY(finished.wait());
        QVERIFY(test.passed());
        QCOMPARE(test.address(), QUrl(fake.url().toString() + u"/base"_s));
        QVERIFY2(test.steps().at(1).text.contains(u"is the address of a page"), qPrintable(test.steps().at(1).text));
    }

    void walks_data()
    {
        QTest::addColumn<FakeAnswer>("version");
        QTest::addColumn<FakeAnswer>("functions");
        QTest::addColumn<FakeAnswer>("tools");
        QTest::addColumn<QString>("expected"); // reachable, Open WebUI, key, admin, functions, tools
        QTest::addColumn<bool>("passed");
        QTest::addColumn<QString>("said");
        const FakeAnswer version = FakeAnswer::json(QJsonObject{{u"version"_s, u"0.12.4"_s}});
        const FakeAnswer no = FakeAnswer::detail(401, Missing);
        const FakeAnswer noTool = FakeAnswer::detail(404, Missing);
        const FakeAnswer notHere = FakeAnswer::detail(404, u"Not Found"_s);
        QTest::newRow("all well") << version << no << noTool << u"pppppp"_s << true << u"Open WebUI 0.12.4"_s;
        QTest::newRow("unknown key") << version
                                     << FakeAnswer::detail(401, u"Your session has expired or the token is invalid. "
                                                                "Please sign in again."_s)
                                     << no << u"ppfsss"_s << false << u"one API key"_s;
        QTest::newRow("no key") << version << FakeAnswer::detail(401, u"Not authenticated"_s) << no << u"ppfsss"_s
                                << false << u"Enter the key"_s;
        QTest::newRow("keys off") << version
                                  << FakeAnswer::detail(403, u"Use of API key is not enabled in the environment."_s)
                                  << no << u"ppfsss"_s << false << u"Enable API Keys"_s;
        QTest::newRow("no admin") << version << FakeAnswer::detail(401, Prohibited) << noTool << u"pppffs"_s << false
                                  << u"not an administrator"_s;
        QTest::newRow("functions not for keys") << version << FakeAnswer::detail(403, Prohibited) << noTool
                                                << u"pppsfs"_s << false << u"/api/v1/functions,/api/v1/tools"_s;
        QTest::newRow("tools not for keys") << version << no << FakeAnswer::detail(403, Prohibited) << u"pppppf"_s
                                            << false << u"Endpoint Restrictions"_s;
        QTest::newRow("minimal server") << notHere << notHere << notHere << u"psssss"_s << true
                                        << u"does not tell its release"_s;
        QTest::newRow("minimal server, pages") << FakeAnswer::html(404) << FakeAnswer::html(501)
                                               << FakeAnswer::html(405) << u"psssss"_s << true << u"no way to ask"_s;
        QTest::newRow("sign-in page") << FakeAnswer::html() << no << noTool << u"pfssss"_s << false
                                      << u"sign-in page"_s;
        QTest::newRow("another program") << FakeAnswer::json(QJsonObject{{u"hello"_s, 1}}) << no << noTool
                                         << u"pfssss"_s << false << u"Open WebUI server"_s;
        QTest::newRow("redirect") << FakeAnswer::redirect(QUrl(u"https://elsewhere.example/login?next=1"_s)) << no
                                  << noTool << u"pfssss"_s << false << u"https://elsewhere.example/login,"_s;
        QTest::newRow("starting") << FakeAnswer::detail(503, u"Startup not complete"_s) << no << noTool << u"pfssss"_s
                                  << false << u"Startup not complete"_s;
        QTest::newRow("functions fail") << version << FakeAnswer::html(500) << noTool << u"ppssfs"_s << false
                                        << u"server's log"_s;
    }

    void walks()
    {
        QFETCH(FakeAnswer, version);
        QFETCH(FakeAnswer, functions);
        QFETCH(FakeAnswer, tools);
        QFETCH(QString, said);
        FakeServer fake;
        fake.setHandler([=](const FakeRequest &request) {
            if (request.path() == "/api/version") {
                return version;
            }
            if (isList(request)) {
                return filledList();
            }
            return request.path().startsWith("/api/v1/functions/id/") ? functions : tools;
        });
        Connection connection;
        connection.url = fake.url();
        ConnectionTest test(connection, {.secret = "sk-key", .origin = originOf(fake.url())});
        QCOMPARE(lettersOf(test.steps()), u"wwwwww"_s);
        QSignalSpy finished(&test, &ConnectionTest::finished);
        test.start();
        QVERIFY(finished.wait());
        QTEST(lettersOf(test.steps()), "expected");
        QTEST(test.passed(), "passed");
        QString all;
        for (const ConnectionTestStep &step : test.steps()) {
            all += step.text + u' ' + step.remedy + u'\n';
            QVERIFY(step.state != ConnectionTestStep::State::Failed || !step.text.isEmpty());
            QVERIFY(!textOf(step.step).isEmpty());
        }
        QVERIFY2(all.contains(said), qPrintable(all));
        QCOMPARE(fake.count("POST"), 0);
        QTest::qWait(20);
        QCOMPARE(finished.count(), 1);
    }

    void tellsWhatIsSwitchedOff_data()
    {
        QTest::addColumn<QString>("release");
        QTest::addColumn<QJsonObject>("features"); // as a session is told them
        QTest::addColumn<bool>("hasFunctions");
        QTest::addColumn<bool>("hasTools");
        QTest::addColumn<QString>("expected"); // functions, tools
        QTest::addColumn<QString>("said");
        const QJsonObject none;
        const QJsonObject off{{u"enable_plugins"_s, false}};
        const QJsonObject on{{u"enable_plugins"_s, true}};
        const auto switches = [](bool functions, bool tools) {
            return QJsonObject{
                {u"enable_plugins"_s, true}, {u"enable_functions"_s, functions}, {u"enable_tools"_s, tools}};
        };
        QTest::newRow("0.11 session, off")
            << u"0.11.4"_s << off << false << false << u"ff"_s << u"must set ENABLE_PLUGINS to true."_s;
        QTest::newRow("0.11 session, on") << u"0.11.4"_s << on << false << false << u"pp"_s << QString();
        QTest::newRow("0.12 session, on")
            << u"0.12.4"_s << switches(true, true) << false << false << u"pp"_s << QString();
        QTest::newRow("0.12 session, functions off") << u"0.12.4"_s << switches(false, true) << false << false
                                                     << u"fp"_s << u"must set ENABLE_FUNCTIONS to true."_s;
        QTest::newRow("0.12 session, tools off")
            << u"0.12.4"_s << switches(true, false) << false << false << u"pf"_s << u"must set ENABLE_TOOLS to true."_s;
        QTest::newRow("0.12 key, nothing there")
            << u"0.12.4"_s << none << false << false << u"ss"_s << u"could not be told: the server's list is empty"_s;
        QTest::newRow("0.12 key, functions")
            << u"0.12.4"_s << none << true << false << u"ps"_s << u"ENABLE_PLUGINS=False"_s;
        QTest::newRow("0.12 key, both") << u"0.12.4"_s << none << true << true << u"pp"_s << QString();
        QTest::newRow("0.11 key, functions") << u"0.11.4"_s << none << true << false << u"pp"_s << QString();
        QTest::newRow("0.11 key, nothing there")
            << u"0.11.4"_s << none << false << false << u"ss"_s << u"could not be told"_s;
        QTest::newRow("0.9, no such switch") << u"0.9.6"_s << none << false << false << u"pp"_s << QString();
    }
    void tellsWhatIsSwitchedOff()
    {
        QFETCH(const QString, release);
        QFETCH(const QJsonObject, features);
        QFETCH(const bool, hasFunctions);
        QFETCH(const bool, hasTools);
        QFETCH(const QString, said);
        FakeServer fake;
        fake.setHandler([=](const FakeRequest &request) {
            if (request.path() == "/api/version") {
                return FakeAnswer::json(QJsonObject{{u"version"_s, release}});
            }
            if (request.path() == "/api/config") {
                const bool isSession = request.header("Authorization") == "Bearer session";
                return FakeAnswer::json(QJsonObject{{u"features"_s, isSession ? features : QJsonObject()}});
            }
            const bool isTool = request.path().startsWith("/api/v1/tools");
            if (isList(request)) {
                return (isTool ? hasTools : hasFunctions) ? filledList() : FakeAnswer::json(QJsonArray());
            }
            return FakeAnswer::detail(isTool ? 404 : 401, Missing);
        });
        Connection connection;
        connection.url = fake.url();
        ConnectionTest test(connection, {.secret = "session", .origin = originOf(fake.url())});
        QSignalSpy finished(&test, &ConnectionTest::finished);
        QSignalSpy changed(&test, &ConnectionTest::stepChanged);
        test.start();
        QVERIFY(finished.wait());
        QTEST(lettersOf(test.steps()).right(2), "expected");
        QCOMPARE(test.passed(), !lettersOf(test.steps()).contains(u'f'));
        QString all;
        for (const ConnectionTestStep &step : test.steps()) {
            all += step.text + u' ' + step.remedy + u'\n';
        }
        QVERIFY2(all.contains(said), qPrintable(all));
        // Who follows the steps is told of each end once.
        QVERIFY(changed.count(QVariantList{4}) <= 2 && changed.count(QVariantList{5}) <= 2);
    }

    void tellsWhereNothingAnswers()
    {
        QUrl dead;
        {
            const FakeServer fake;
            dead = fake.url();
        }
        Connection connection;
        connection.url = dead;
        ConnectionTest test(connection, {});
        QSignalSpy finished(&test, &ConnectionTest::finished);
        test.start();
        QVERIFY(finished.wait());
        QCOMPARE(lettersOf(test.steps()), u"fsssss"_s);
        QVERIFY(!test.passed());
        QVERIFY(test.steps().first().remedy.contains(u"running"));
        QVERIFY2(!test.steps().first().text.contains(u"The server says"), qPrintable(test.steps().first().text));
    }

    void cancelsAndStartsAgain()
    {
        FakeServer fake;
        fake.setAnswer(FakeAnswer::fault(FakeAnswer::Way::Silent));
        Connection connection;
        connection.url = fake.url();
        ConnectionTest test(connection, {});
        QSignalSpy finished(&test, &ConnectionTest::finished);
        test.start();
        QTRY_COMPARE(fake.requests().size(), 1);
        test.cancel();
        QCOMPARE(lettersOf(test.steps()), u"ssssss"_s);
        fake.setAnswer(FakeAnswer::detail(404, u"Not Found"_s));
        test.start();
        QVERIFY(finished.wait());
        QCOMPARE(finished.count(), 1);
        QCOMPARE(lettersOf(test.steps()), u"psssss"_s);
    }
};

QTEST_GUILESS_MAIN(TestConnectionTest)
#include "tst_connectiontest.moc"
