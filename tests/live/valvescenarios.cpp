// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "live/groups.h"

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

private:
    [[nodiscard]] QJsonObject storedValves();
};

QJsonObject ValveScenarios::storedValves()
{
    return server().admin().get(u"/api/v1/functions/id/valved/valves"_s).json.toObject();
}

void ValveScenarios::s07_retypedValve()
{
    const PluginCode good{.valves = "limit: str = 'few'"};
    QVERIFY(deploy(u"valved"_s, good).isSuccess());
    QVERIFY(act(PluginSpace::Function, u"valved"_s, u"toggle"_s).ok());
    const QJsonObject valves{{u"limit"_s, u"many"_s}};
    QVERIFY(act(PluginSpace::Function, u"valved"_s, u"valves/update"_s, valves).ok());

    const PluginCode retyped{.version = u"1.1"_s, .valves = "limit: int = 5"};
    const DeployResult result = deploy(u"valved"_s, retyped);
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
    // Every release takes it; that it would break each use is told by us.
    const DeployResult result = deploy(u"valved"_s, stricter);
    QVERIFY2(result.outcome == DeployOutcome::Updated, qUtf8Printable(result.message));
    QCOMPARE(storedValves(), valves);
    QVERIFY(!result.message.contains(u"SECRET-WORD"_s) && !result.notes.join(u' ').contains(u"SECRET-WORD"_s));
}

std::unique_ptr<ScenarioTest> makeValveScenarios(LiveServer &server)
{
    return std::make_unique<ValveScenarios>(server);
}

} // namespace owui::test

#include "valvescenarios.moc"
