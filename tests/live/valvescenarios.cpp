// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "live/groups.h"

#include "compare/inventory.h"
#include "compare/planner.h"

#include <QSignalSpy>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui::test {

/// Stored valves that the new code does not fit.
class ValveScenarios final : public ScenarioTest
{
    Q_OBJECT

public:
    using ScenarioTest::ScenarioTest;

private slots:
    void s07_retypedValve();
    void s07_newRequiredValve();
    void s07_toldBefore_data();
    void s07_toldBefore();

private:
    [[nodiscard]] QJsonObject storedValves();
    /// Unless somebody agreed, nothing is sent.
    void compareAsks(const PluginCode &code);
};

QJsonObject ValveScenarios::storedValves()
{
    return server().admin().get(u"/api/v1/functions/id/valved/valves"_s).json.toObject();
}

void ValveScenarios::compareAsks(const PluginCode &code)
{
    const DeployResult result = deploy(u"valved"_s, code);
    QCOMPARE(result.outcome, DeployOutcome::Blocked);
    QCOMPARE(result.missing, Consents{Consent::Valves});
    QVERIFY2(result.message.contains(u"limit"_s), qUtf8Printable(result.message));
    QCOMPARE(fixture().posts, 0);
}

void ValveScenarios::s07_retypedValve()
{
    const PluginCode good{.valves = "limit: str = 'few'"};
    QVERIFY(deploy(u"valved"_s, good).isSuccess());
    QVERIFY(act(PluginSpace::Function, u"valved"_s, u"toggle"_s).ok());
    const QJsonObject valves{{u"limit"_s, u"many"_s}};
    QVERIFY(act(PluginSpace::Function, u"valved"_s, u"valves/update"_s, valves).ok());

    const PluginCode retyped{.version = u"1.1"_s, .valves = "limit: int = 5"};
    compareAsks(retyped);
    const DeployResult result = deploy(u"valved"_s, retyped, {Consent::Valves});
    const RawAnswer now = stored(PluginSpace::Function, u"valved"_s);
    QCOMPARE(storedValves(), valves);
    QCOMPARE(now[u"is_active"_s], QJsonValue(true));
    if (release().isBefore(0, 12)) {
        QVERIFY2(result.outcome == DeployOutcome::Updated, qUtf8Printable(result.message));
        QCOMPARE(version(now), u"1.1"_s);
        return;
    }
    QCOMPARE(result.outcome, DeployOutcome::Failed);
    QCOMPARE(result.error.name(), ServerError{.kind = ServerErrorKind::ValvesIncompatible}.name());
    QVERIFY2(result.message.contains(u"limit"_s), qUtf8Printable(result.message));
    QVERIFY(!result.remedy.isEmpty());
    QCOMPARE(now[u"content"_s].toString(), QString::fromUtf8(good.text()));
}

void ValveScenarios::s07_newRequiredValve()
{
    QVERIFY(deploy(u"valved"_s, {.valves = "word: str = 'a'"}).isSuccess());
    const QJsonObject valves{{u"word"_s, u"SECRET-WORD"_s}};
    QVERIFY(act(PluginSpace::Function, u"valved"_s, u"valves/update"_s, valves).ok());
    const PluginCode stricter{.version = u"1.1"_s, .valves = "word: str = 'a'\nlimit: int", .valvesGiven = "limit=5"};
    compareAsks(stricter);
    // Every release takes it, and then each use of it fails.
    const DeployResult result = deploy(u"valved"_s, stricter, {Consent::Valves});
    QVERIFY2(result.outcome == DeployOutcome::Updated, qUtf8Printable(result.message));
    QCOMPARE(storedValves(), valves);
    QVERIFY(!result.message.contains(u"SECRET-WORD"_s) && !result.notes.join(u' ').contains(u"SECRET-WORD"_s));
}

void ValveScenarios::s07_toldBefore_data()
{
    QTest::addColumn<QByteArray>("valves");
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<PlanWarningCode>("code");
    QTest::newRow("retyped") << "word: int = 1"_ba << QByteArray() << PlanWarningCode::ValvesRetyped;
    QTest::newRow("newly required") << "word: str = 'a'\nlimit: int"_ba
                                    << "limit=5"_ba << PlanWarningCode::ValvesNewlyRequired;
}

// From the two texts and the names of the stored values, before anything is sent.
void ValveScenarios::s07_toldBefore()
{
    QFETCH(const QByteArray, valves);
    QFETCH(const QByteArray, given);
    QFETCH(const PlanWarningCode, code);
    QVERIFY(deploy(u"valved"_s, {.valves = "word: str = 'a'"}).isSuccess());
    QVERIFY(act(PluginSpace::Function, u"valved"_s, u"valves/update"_s, {{u"word"_s, u"SECRET-WORD"_s}}).ok());
    const Plugin plugin = write(u"valved"_s, {.version = u"1.1"_s, .valves = valves, .valvesGiven = given});

    QNetworkAccessManager network;
    OpenWebUi client(network, fixture().connection, fixture().credential);
    Inventory inventory(client);
    QSignalSpy refreshed(&inventory, &Inventory::refreshed);
    inventory.refresh();
    QVERIFY(refreshed.wait(60'000));
    Planner planner(inventory, client);
    QSignalSpy finished(&planner, &Planner::finished);
    planner.start({plugin},
                  {.root = fixture().request(plugin).root, .release = release(), .folder = {plugin}, .sentBefore = {}});
    QVERIFY(finished.wait(60'000));
    const auto rows = finished.constFirst().constFirst().value<QList<PlanRow>>();
    QCOMPARE(rows.size(), 1);
    const QList<PlanWarning> &warnings = rows.constFirst().warnings;
    const auto told = std::ranges::find(warnings, code, &PlanWarning::code);
    QVERIFY(told != warnings.end());
    QCOMPARE(told->consent, Consent::Valves);
    QVERIFY2(told->text.contains(given.isEmpty() ? u"word"_s : u"limit"_s), qUtf8Printable(told->text));
    QVERIFY(std::ranges::none_of(warnings,
                                 [](const PlanWarning &warning) { return warning.text.contains(u"SECRET-WORD"_s); }));
}

std::unique_ptr<ScenarioTest> makeValveScenarios(LiveServer &server)
{
    return std::make_unique<ValveScenarios>(server);
}

} // namespace owui::test

#include "valvescenarios.moc"
