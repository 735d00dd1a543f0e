// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/emptyjournal.h"
#include "support/memoryfixture.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

namespace {

const QByteArray text = pluginText(PluginKind::Filter, u"F"_s, u"2.0"_s);

/// Knows the server from an earlier run.
class KnowingJournal final : public EmptyJournal
{
public:
    void before(const JournalChange & /*change*/, std::function<void(const Result<qint64> &)> stored) override
    {
        stored(1);
    }
    void release(const QString & /*serverOrigin*/, QObject * /*context*/,
                 std::function<void(const QString &)> done) override
    {
        done(u"0.12.4"_s);
    }
};

} // namespace

/// An update goes out without a look only where nothing ever showed an Open WebUI at the address.
class TestBlindUpdate final : public QObject
{
    Q_OBJECT

private slots:
    void failedLook_data();
    void failedLook();
    void serverThatTheHistoryKnows();
    void serverThatKnowsNoRoute();
    void productionAsks();
    void secondCopyAfterARefusedUpdate();
};

void TestBlindUpdate::failedLook_data()
{
    QTest::addColumn<FakeAnswer>("version");
    QTest::addColumn<FakeAnswer>("exported");
    QTest::addColumn<FakeAnswer>("look");

    const FakeAnswer known = FakeAnswer::json(QJsonObject{{u"version"_s, u"0.12.4"_s}});
    const FakeAnswer page = FakeAnswer::html(404);
    QTest::newRow("the release is known") << known << page << page;
    QTest::newRow("405") << known << page << FakeAnswer::detail(405, u"Method Not Allowed"_s);
    QTest::newRow("the release cannot be asked") << FakeAnswer::html(502) << page << page;
    QTest::newRow("the export answers") << page << FakeAnswer::json(QJsonArray()) << page;
}

void TestBlindUpdate::failedLook()
{
    QFETCH(const FakeAnswer, version);
    QFETCH(const FakeAnswer, exported);
    QFETCH(const FakeAnswer, look);
    MemoryFixture fixture;
    FakeServer &server = fixture.memory.server();
    server.setHandler([=](const FakeRequest &request) {
        return request.path() == "/api/version" ? version : request.path().endsWith("/export") ? exported : look;
    });
    const DeployResult result = fixture.deploy(fixture.write(u"f.py"_s, text));
    QCOMPARE(result.outcome, DeployOutcome::Failed);
    QVERIFY2(result.message.startsWith(u"Nothing was sent"), qPrintable(result.message));
    QCOMPARE(server.count("POST"), 0);
}

void TestBlindUpdate::serverThatTheHistoryKnows()
{
    MemoryFixture fixture;
    KnowingJournal journal;
    fixture.journal = &journal;
    fixture.memory.server().setAnswer(FakeAnswer::html(404));
    const DeployResult result = fixture.deploy(fixture.write(u"f.py"_s, text));
    QCOMPARE(result.outcome, DeployOutcome::Failed);
    QCOMPARE(fixture.memory.server().count("POST"), 0);
}

/// A small server that knows the two POST routes and shows no text.
void TestBlindUpdate::serverThatKnowsNoRoute()
{
    MemoryFixture fixture;
    FakeServer &server = fixture.memory.server();
    server.setHandler([](const FakeRequest &request) {
        return request.path().endsWith("/update") ? FakeAnswer::json(QJsonObject{{u"id"_s, u"f"_s}})
                                                  : FakeAnswer::html(404);
    });
    const DeployResult result = fixture.deploy(fixture.write(u"f.py"_s, text));
    QVERIFY2(result.outcome == DeployOutcome::Updated, qPrintable(result.message));
    const QString warnings = result.warnings.join(u' ');
    QVERIFY2(warnings.contains(u"no way back") && warnings.contains(u"not proved"), qPrintable(warnings));
}

void TestBlindUpdate::productionAsks()
{
    MemoryFixture fixture;
    fixture.connection.production = true;
    FakeServer &server = fixture.memory.server();
    server.setHandler([](const FakeRequest &request) {
        return request.path().endsWith("/update") ? FakeAnswer::json(QJsonObject{{u"id"_s, u"f"_s}})
                                                  : FakeAnswer::html(404);
    });
    const Plugin plugin = fixture.write(u"f.py"_s, text);
    QCOMPARE(fixture.deploy(plugin, {Consent::Production}).missing, Consents{Consent::Blind});
    QCOMPARE(server.count("POST"), 0);
    QCOMPARE(fixture.deploy(plugin, {Consent::Production, Consent::Blind}).outcome, DeployOutcome::Updated);
}

/// The order of the connection says so; the create after it is a create like every other.
void TestBlindUpdate::secondCopyAfterARefusedUpdate()
{
    MemoryFixture fixture;
    fixture.connection.order = DeployOrder::UpdateThenCreate;
    fixture.memory.addFunction(u"f_legacy"_s, QString::fromUtf8(pluginText(PluginKind::Filter, u"F"_s, u"1.0"_s)));
    FakeServer &server = fixture.memory.server();
    const Plugin plugin = fixture.write(u"f.py"_s, text);
    const DeployResult result = fixture.deploy(plugin);
    QVERIFY2(result.outcome == DeployOutcome::Blocked, qPrintable(result.message));
    QCOMPARE(result.missing, Consents{Consent::SecondCopy});
    QCOMPARE(server.count("POST", "/api/v1/functions/create"), 0);
    QCOMPARE(fixture.deploy(plugin, {Consent::SecondCopy}).outcome, DeployOutcome::Created);
}

QTEST_GUILESS_MAIN(TestBlindUpdate)
#include "tst_blindupdate.moc"
