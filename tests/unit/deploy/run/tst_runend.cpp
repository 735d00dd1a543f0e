// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/memoryfixture.h"

#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

/// A run is over when nothing of it keeps the server busy any more, and tells its end once.
class TestRunEnd final : public QObject
{
    Q_OBJECT

private slots:
    void askingForTheModelsBelongsToTheRun();
    void switchingOnAgainIsARun_data();
    void switchingOnAgainIsARun();
    void canBeSentAgainAfterNobodyAnswered();
};

void TestRunEnd::askingForTheModelsBelongsToTheRun()
{
    MemoryFixture fixture;
    FakeAnswer slow = FakeAnswer::json(QJsonObject());
    slow.latency = std::chrono::milliseconds(300);
    fixture.memory.server().once("GET", "/api/models", slow);
    const DeployRequest second =
        fixture.request(fixture.write(u"b.py"_s, pluginText(PluginKind::Filter, u"B"_s, u"1.0"_s)));
    bool wasRunning = false;
    connect(&fixture.memory.server(), &FakeServer::received, this, [&](const FakeRequest &request) {
        if (request.path() == "/api/models") {
            wasRunning = fixture.isRunning();
            fixture.submit({second});
        }
    });
    fixture.deploy(fixture.write(u"a.py"_s, pluginText(PluginKind::Pipe, u"A"_s, u"1.0"_s)));
    QVERIFY(fixture.memory.has(u"b"_s));
    const QStringList oneAfterTheOther{u"started"_s, u"ended: a.py"_s, u"started"_s, u"ended: b.py"_s};
    const QStringList together{u"started"_s, u"ended: a.py b.py"_s};
    QVERIFY2(fixture.story == oneAfterTheOther || fixture.story == together, qPrintable(fixture.story.join(u", "_s)));
    QVERIFY(wasRunning);
}

void TestRunEnd::switchingOnAgainIsARun_data()
{
    QTest::addColumn<PluginKind>("kind");
    QTest::newRow("filter") << PluginKind::Filter;
    QTest::newRow("pipe, whose models are asked for") << PluginKind::Pipe;
}

void TestRunEnd::switchingOnAgainIsARun()
{
    QFETCH(const PluginKind, kind);
    MemoryFixture fixture;
    fixture.memory.addFunction(u"f"_s, QString::fromUtf8(pluginText(kind, u"F"_s, u"1.0"_s)));
    DeployResult deactivated;
    deactivated.path = u"f.py"_s;
    deactivated.id = u"f"_s;
    deactivated.kind = kind;
    bool wasRunning = true;
    connect(&fixture.memory.server(), &FakeServer::received, this,
            [&](const FakeRequest &) { wasRunning = wasRunning && fixture.isRunning(); });
    fixture.switchOn(deactivated);
    QVERIFY(fixture.isRunning());
    QVERIFY(fixture.waitForEnd());
    QVERIFY(wasRunning);
    QVERIFY(fixture.memory.function(u"f"_s).value(u"is_active"_s).toBool());
    QCOMPARE(fixture.memory.server().count("GET", "/api/models"), kind == PluginKind::Pipe ? 1 : 0);
}

/// The row that tells that the server is gone is done with as any other.
void TestRunEnd::canBeSentAgainAfterNobodyAnswered()
{
    MemoryFixture fixture;
    QTcpServer nobody;
    QVERIFY(nobody.listen(QHostAddress::LocalHost));
    fixture.connection.url.setPort(nobody.serverPort());
    nobody.close();
    const DeployRequest request =
        fixture.request(fixture.write(u"a.py"_s, pluginText(PluginKind::Filter, u"A"_s, u"1.0"_s)));
    Run &run = fixture.run();
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(run.deploy({request}), 1);
        QVERIFY(fixture.waitForEnd());
        QCOMPARE(run.summary().failed, 1);
    }
}

QTEST_GUILESS_MAIN(TestRunEnd)
#include "tst_runend.moc"
