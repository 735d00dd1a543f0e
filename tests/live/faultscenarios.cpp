// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "live/groups.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace owui::test {

namespace {

void faults()
{
    QTest::addColumn<int>("index");
    const QList<Fault> all = allFaults();
    for (int i = 0; i < all.size(); ++i) {
        QTest::newRow(all.at(i).name) << i;
    }
}

} // namespace

/// What is told, and what the server has afterwards, when code cannot be loaded.
class FaultScenarios final : public ScenarioTest
{
    Q_OBJECT

public:
    using ScenarioTest::ScenarioTest;

private slots:
    void s05_brokenUpdate_data() { faults(); }
    void s05_brokenUpdate();
    void s05_brokenToolUpdate_data() { faults(); }
    void s05_brokenToolUpdate();
    void s06_brokenCreate_data() { faults(); }
    void s06_brokenCreate();
    void s20_brokenToolCreate_data() { faults(); }
    void s20_brokenToolCreate();
    void s20_toolThatCannotBeMade();
    void s33_newerPython();
    void s34_failedImport_data();
    void s34_failedImport();

private:
    void compareReason(const DeployResult &result, const QString &reason) const;
};

void FaultScenarios::compareReason(const DeployResult &result, const QString &reason) const
{
    QCOMPARE(result.outcome, DeployOutcome::Failed);
    QVERIFY2(result.message.contains(reason) != hidesReasons() || result.message.contains(u"Python here"_s),
             qUtf8Printable(result.message));
    QCOMPARE(result.message.contains(u"only in the server's log"_s), hidesReasons());
}

void FaultScenarios::s05_brokenUpdate()
{
    QFETCH(const int, index);
    const Fault fault = allFaults().at(index);
    const PluginCode good;
    QVERIFY(deploy(u"broken"_s, good).isSuccess());
    QVERIFY(act(PluginSpace::Function, u"broken"_s, u"toggle"_s).ok());

    PluginCode bad{.version = u"1.1"_s};
    fault.spoil(bad);
    const DeployResult result = deploy(u"broken"_s, bad, {Consent::LocalCheck});
    compareReason(result, fault.reason);
    QCOMPARE(fixture().posts, 1);
    const RawAnswer now = stored(PluginSpace::Function, u"broken"_s);
    QCOMPARE(now[u"content"_s].toString(), QString::fromUtf8(good.text()));
    QCOMPARE(version(now), u"1.0"_s);
    QCOMPARE(now[u"is_active"_s], QJsonValue(!switchesOffOnFailure()));
    QCOMPARE(result.deactivated, switchesOffOnFailure());
    QCOMPARE(result.active, !switchesOffOnFailure());
    if (!switchesOffOnFailure()) {
        return;
    }
    QVERIFY2(result.message.startsWith(u"The server switched the function off"_s), qUtf8Printable(result.message));
    fixture().switchOn(result);
    QVERIFY(fixture().waitForEnd());
    const RawAnswer restored = stored(PluginSpace::Function, u"broken"_s);
    QCOMPARE(restored[u"is_active"_s], QJsonValue(true));
    QCOMPARE(restored[u"content"_s].toString(), QString::fromUtf8(good.text()));
}

void FaultScenarios::s05_brokenToolUpdate()
{
    QFETCH(const int, index);
    const Fault fault = allFaults().at(index);
    const PluginCode good{.kind = PluginKind::Tool};
    QVERIFY(deploy(u"broken"_s, good).isSuccess());
    PluginCode bad{.kind = PluginKind::Tool, .version = u"1.1"_s};
    fault.spoil(bad);
    const DeployResult result = deploy(u"broken"_s, bad, {Consent::LocalCheck});
    QCOMPARE(result.outcome, DeployOutcome::Failed);
    QVERIFY(!result.deactivated);
    QCOMPARE(stored(PluginSpace::Tool, u"broken"_s)[u"content"_s].toString(), QString::fromUtf8(good.text()));
}

void FaultScenarios::s06_brokenCreate()
{
    QFETCH(const int, index);
    const Fault fault = allFaults().at(index);
    PluginCode bad;
    fault.spoil(bad);
    const DeployResult result = deploy(u"broken"_s, bad, {Consent::LocalCheck});
    compareReason(result, fault.reason);
    QVERIFY2(result.message.contains(u"Nothing was stored"_s), qUtf8Printable(result.message));
    QVERIFY(isMissing(PluginSpace::Function, u"broken"_s));
    // 0.12 tells the reason to an update only.
    QCOMPARE(fixture().posts, release().isAtLeast(0, 12) ? 2 : 1);
}

void FaultScenarios::s20_brokenToolCreate()
{
    QFETCH(const int, index);
    const Fault fault = allFaults().at(index);
    PluginCode bad{.kind = PluginKind::Tool};
    fault.spoil(bad);
    const DeployResult result = deploy(u"broken"_s, bad, {Consent::LocalCheck});
    QCOMPARE(result.outcome, DeployOutcome::Failed);
    QVERIFY(isMissing(PluginSpace::Tool, u"broken"_s));
    QVERIFY(isMissing(PluginSpace::Function, u"broken"_s));
    QVERIFY(server().admin().get(u"/api/v1/functions/export"_s).json.toArray().isEmpty());
    // 0.12 tells the reason through the functions' route, which does not make the class.
    if (release().isAtLeast(0, 12) && (!fault.init.isEmpty() || !fault.tail.isEmpty())) {
        QVERIFY2(result.message.contains(u"class Tools"_s), qUtf8Printable(result.message));
    } else {
        compareReason(result, fault.reason);
    }
}

void FaultScenarios::s20_toolThatCannotBeMade()
{
    PluginCode bad{.kind = PluginKind::Tool};
    missingPackage().spoil(bad);
    const DeployResult result = deploy(u"broken"_s, bad);
    compareReason(result, missingPackage().reason);
    QVERIFY2(result.message.contains(u"Nothing was stored"_s), qUtf8Printable(result.message));
    QVERIFY(isMissing(PluginSpace::Tool, u"broken"_s));
}

void FaultScenarios::s33_newerPython()
{
    const PluginCode good;
    QVERIFY(deploy(u"newer"_s, good).isSuccess());
    PluginCode bad{.version = u"1.1"_s};
    bad.topLevel = "names = {\"k\": 1}\nvalue = f\"{names[\"k\"]}\"\n";
    const DeployResult held = deploy(u"newer"_s, bad);
    if (held.isSuccess()) {
        NOT_APPLICABLE(u"Python here and there is newer than 3.11"_s);
    }
    QCOMPARE(held.outcome, DeployOutcome::Blocked);
    QVERIFY(held.missing.contains(Consent::LocalCheck));
    QVERIFY2(held.message.contains(u"Python 3.11, which Open WebUI's image has"_s), qUtf8Printable(held.message));
    QCOMPARE(fixture().posts, 0);

    const DeployResult refused = deploy(u"newer"_s, bad, {Consent::LocalCheck});
    compareReason(refused, u"f-string"_s);
    QCOMPARE(stored(PluginSpace::Function, u"newer"_s)[u"content"_s].toString(), QString::fromUtf8(good.text()));
}

void FaultScenarios::s34_failedImport_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("practiceSays");
    QTest::addColumn<QString>("remedy");
    const QByteArray package = "some_package_that_is_not_here";
    const QByteArray noPackage = "No module named '" + package + '\'';
    QTest::newRow("not listed") << "import " + package << QByteArray() << noPackage << u"Add the package"_s;
    QTest::newRow("listed already") << "import " + package << "requirements: " + package + '\n'
                                    << noPackage << u"asks for “some_package_that_is_not_here” already"_s;
    QTest::newRow("other release") << QByteArray("from open_webui.internal.db import a_renamed_name") << QByteArray()
                                   << QByteArray("cannot import name 'a_renamed_name' from 'open_webui.internal.db'")
                                   << u"written for another release"_s;
}

/// The servers of the scenarios are offline, where pip is left out without a word.
void FaultScenarios::s34_failedImport()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QByteArray, header);
    QFETCH(const QByteArray, practiceSays);
    QFETCH(const QString, remedy);
    if (hidesReasons()) {
        NOT_APPLICABLE(u"the server hides the reason"_s);
    }
    QVERIFY(deploy(u"broken"_s, PluginCode()).isSuccess());
    PluginCode bad{.version = u"1.1"_s};
    bad.header = header;
    bad.topLevel = line + "\n# practice: load-error " + practiceSays + '\n';
    const DeployResult result = deploy(u"broken"_s, bad);
    QCOMPARE(result.outcome, DeployOutcome::Failed);
    if (result.error.kind == ServerErrorKind::PipFailed) {
        NOT_APPLICABLE(u"the server tries pip although it is offline"_s);
    }
    QVERIFY2(result.remedy.contains(remedy), qUtf8Printable(result.message + result.remedy));
}

std::unique_ptr<ScenarioTest> makeFaultScenarios(LiveServer &server)
{
    return std::make_unique<FaultScenarios>(server);
}

} // namespace owui::test

#include "faultscenarios.moc"
