// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "live/groups.h"

#include "compare/plan/planner.h"
#include "compare/seen/inventory.h"

#include <QJsonArray>
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
    void s07_newRequiredValve_data();
    void s07_newRequiredValve();
    void s07_productionAsksTwice();
    void s07_brokenChat();
    void s07_toldBefore_data();
    void s07_toldBefore();

private:
    [[nodiscard]] QJsonObject storedValves(PluginSpace space = PluginSpace::Function);
    /// The settings that no longer fit are named after a deployment, and no value is.
    void compareToldAfterwards(const DeployResult &result);
    /// Unless somebody agreed, nothing is sent.
    void compareAsks(const PluginCode &code);
};

QJsonObject ValveScenarios::storedValves(PluginSpace space)
{
    return server().admin().get(spacePath(space) + u"/id/valved/valves"_s).json.toObject();
}

void ValveScenarios::compareToldAfterwards(const DeployResult &result)
{
    QVERIFY2(result.outcome == DeployOutcome::Updated, qUtf8Printable(result.message));
    const QString told = result.warnings.join(u' ');
    QVERIFY2(told.contains(u"limit."_s) && told.contains(u"each use of the plugin fails"_s), qUtf8Printable(told));
    const bool warned = std::ranges::any_of(fixture().log, [](const LogEntry &entry) {
        return entry.level == LogLevel::Warning && entry.text.contains(u"limit."_s);
    });
    QVERIFY(warned);
    for (const LogEntry &entry : std::as_const(fixture().log)) {
        QVERIFY(!entry.text.contains(u"SECRET-WORD"_s));
    }
    QVERIFY(!result.message.contains(u"SECRET-WORD"_s) && !told.contains(u"SECRET-WORD"_s));
    // The code runs once more only after it was taken.
    QVERIFY(fixture().exchanges.constLast().path.endsWith(u"/valves/spec"_s));
    QCOMPARE(fixture().posts, 1);
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
    const QJsonObject valves{{u"limit"_s, u"SECRET-WORD"_s}};
    QVERIFY(act(PluginSpace::Function, u"valved"_s, u"valves/update"_s, valves).ok());

    const PluginCode retyped{.version = u"1.1"_s, .valves = "limit: int = 5"};
    compareAsks(retyped);
    const DeployResult result = deploy(u"valved"_s, retyped, {Consent::Valves});
    const RawAnswer now = stored(PluginSpace::Function, u"valved"_s);
    QCOMPARE(storedValves(), valves);
    QCOMPARE(now[u"is_active"_s], QJsonValue(true));
    if (release().isBefore(0, 12)) {
        compareToldAfterwards(result);
        QCOMPARE(version(now), u"1.1"_s);
        return;
    }
    QCOMPARE(result.outcome, DeployOutcome::Failed);
    QCOMPARE(result.error.name(), ServerError{.kind = ServerErrorKind::ValvesIncompatible}.name());
    QVERIFY2(result.message.contains(u"limit"_s), qUtf8Printable(result.message));
    QVERIFY(!result.remedy.isEmpty());
    QCOMPARE(now[u"content"_s].toString(), QString::fromUtf8(good.text()));
}

void ValveScenarios::s07_newRequiredValve_data()
{
    QTest::addColumn<PluginKind>("kind");
    QTest::newRow("filter") << PluginKind::Filter;
    QTest::newRow("tool") << PluginKind::Tool;
}

void ValveScenarios::s07_newRequiredValve()
{
    QFETCH(const PluginKind, kind);
    const PluginSpace space = spaceOf(kind);
    PluginCode code{.kind = kind, .valves = "word: str = 'a'"};
    QVERIFY(deploy(u"valved"_s, code).isSuccess());
    QJsonObject valves{{u"word"_s, u"SECRET-WORD"_s}};
    QVERIFY(act(space, u"valved"_s, u"valves/update"_s, valves).ok());
    code.version = u"1.1"_s;
    code.valves = "word: str = 'a'\nlimit: int";
    code.valvesGiven = "limit=5";
    compareAsks(code);
    // Every release takes it, and then each use of it fails.
    const DeployResult result = deploy(u"valved"_s, code, {Consent::Valves});
    QCOMPARE(version(stored(space, u"valved"_s)), u"1.1"_s);
    QCOMPARE(storedValves(space), valves);
    compareToldAfterwards(result);

    // Once it has a value, nothing is said any more.
    valves.insert(u"limit"_s, 7);
    QVERIFY(act(space, u"valved"_s, u"valves/update"_s, valves).ok());
    code.version = u"1.2"_s;
    const DeployResult fits = deploy(u"valved"_s, code);
    QVERIFY2(fits.outcome == DeployOutcome::Updated, qUtf8Printable(fits.message));
    QVERIFY2(fits.notes.isEmpty(), qUtf8Printable(fits.notes.join(u' ')));
    QCOMPARE(storedValves(space), valves);
}

void ValveScenarios::s07_productionAsksTwice()
{
    QVERIFY(deploy(u"valved"_s, {.valves = "word: str = 'a'"}).isSuccess());
    fixture().connection.production = true;
    const PluginCode stricter{.version = u"1.1"_s, .valves = "word: str = 'a'\nlimit: int", .valvesGiven = "limit=5"};
    QCOMPARE(deploy(u"valved"_s, stricter).missing, Consents{Consent::Production});
    QCOMPARE(fixture().posts, 0);
    // That it is a production server is one thing, and that its settings will not fit is another.
    const DeployResult blocked = deploy(u"valved"_s, stricter, {Consent::Production});
    QCOMPARE(blocked.outcome, DeployOutcome::Blocked);
    QCOMPARE(blocked.missing, Consents{Consent::Valves});
    QVERIFY2(blocked.message.contains(u"limit"_s), qUtf8Printable(blocked.message));
    QCOMPARE(fixture().posts, 0);
    QCOMPARE(version(stored(PluginSpace::Function, u"valved"_s)), u"1.0"_s);
    compareToldAfterwards(deploy(u"valved"_s, stricter, {Consent::Production, Consent::Valves}));
    QCOMPARE(version(stored(PluginSpace::Function, u"valved"_s)), u"1.1"_s);
}

// Why it is worth asking twice: what the server says to everybody who chats.
void ValveScenarios::s07_brokenChat()
{
    if (server().isPractice()) {
        NOT_APPLICABLE(u"The practice server has no chats."_s);
    }
    const PluginCode echo{.kind = PluginKind::Pipe,
                          .title = u"Echo"_s,
                          .body = "    def pipe(self, body: dict) -> str:\n        return 'the answer'\n"};
    PluginCode filter{.title = u"Valved"_s,
                      .valves = "word: str = 'a'",
                      .body = "    def inlet(self, body: dict) -> dict:\n        return body\n"};
    fixture().connection.switchOnNewFunctions = true;
    QVERIFY(deploy(u"echo"_s, echo).isSuccess());
    QVERIFY(deploy(u"valved"_s, filter).isSuccess());
    QVERIFY(act(PluginSpace::Function, u"valved"_s, u"toggle/global"_s).ok());
    QVERIFY(act(PluginSpace::Function, u"valved"_s, u"valves/update"_s, {{u"word"_s, u"SECRET-WORD"_s}}).ok());
    QVERIFY(chat(u"echo"_s).body.contains("the answer"));

    filter.version = u"1.1"_s;
    filter.valves = "word: str = 'a'\nlimit: int";
    filter.valvesGiven = "limit=5";
    compareToldAfterwards(deploy(u"valved"_s, filter, {Consent::Valves}));
    const RawAnswer broken = chat(u"echo"_s);
    if (release().isAtLeast(0, 6) && release().isBefore(0, 9)) {
        QCOMPARE(broken.body, "null"_ba); // as an answer to a chat, with status 200
    } else {
        QVERIFY2(broken.body.contains("Field required") && broken.body.contains("SECRET-WORD"),
                 broken.body.left(2000).constData());
    }
    QVERIFY(act(PluginSpace::Function, u"valved"_s, u"valves/update"_s, {{u"limit"_s, 7}}).ok());
    QVERIFY(chat(u"echo"_s).body.contains("the answer"));
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
