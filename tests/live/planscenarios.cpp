// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "live/groups.h"
#include "live/planning.h"
#include "support/samplerepository.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui::test {

namespace {

constexpr PluginSpace function = PluginSpace::Function;
using Code = PlanWarningCode;

} // namespace

/// What a plan says before anything is sent, and how a deployment is held to it.
class PlanScenarios final : public ScenarioTest
{
    Q_OBJECT

public:
    using ScenarioTest::ScenarioTest;

private slots:
    void s28_actions_data();
    void s28_actions();
    void s28_requestCount_data();
    void s28_requestCount();
    void s28_settings_data();
    void s28_settings();
    void s28_headers_data();
    void s28_headers();
    void s28_editedOnTheServer();
    void s28_looksLikeAnother();
    void s29_changedOnTheServer_data();
    void s29_changedOnTheServer();
    void s29_switchedIsNoChange();
    void s29_changedOnDisk();

private:
    [[nodiscard]] PlanRow planOf(const Plugin &plugin, const QString &root = {});
    [[nodiscard]] DeployResult deployPlanned(const PlanRow &row, const Consents &consents = {});
    /// Somebody saves a text on the server.
    [[nodiscard]] bool save(const QString &id, const QByteArray &text);
};

PlanRow PlanScenarios::planOf(const Plugin &plugin, const QString &root)
{
    const QString folder = root.isEmpty() ? fixture().request(plugin).root : root;
    return planFor(fixture(), release(), folder, {plugin}).value(0);
}

DeployResult PlanScenarios::deployPlanned(const PlanRow &row, const Consents &consents)
{
    const QString root = fixture().request(row.plugin).root;
    return fixture().deploy({plannedRequest(row, root, consents)}).value(row.plugin.path);
}

bool PlanScenarios::save(const QString &id, const QByteArray &text)
{
    const RawAnswer now = stored(function, id);
    return act(function, id, u"update"_s,
               {{u"id"_s, id},
                {u"name"_s, now[u"name"_s]},
                {u"content"_s, QString::fromUtf8(text)},
                {u"meta"_s, now[u"meta"_s]}})
        .ok();
}

void PlanScenarios::s28_actions_data()
{
    QTest::addColumn<PluginCode>("there");
    QTest::addColumn<PluginCode>("here");
    QTest::addColumn<PlanAction>("action");
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("ticked");
    QTest::addColumn<Consents>("consents");
    const PluginCode nothing{.title = {}};
    const PluginCode one{.version = u"1.0"_s};
    const PluginCode two{.version = u"1.1"_s};
    QTest::newRow("create") << nothing << one << PlanAction::Create << u"create 1.0"_s << true << Consents();
    QTest::newRow("update") << one << two << PlanAction::Update << u"update 1.0 → 1.1"_s << true << Consents();
    QTest::newRow("downgrade") << two << one << PlanAction::Update << u"downgrade 1.1 → 1.0"_s << false
                               << Consents{Consent::Downgrade};
    QTest::newRow("unchanged") << one << one << PlanAction::None << u"unchanged"_s << false << Consents();
    QTest::newRow("type change") << one << PluginCode{.kind = PluginKind::Pipe, .version = u"1.1"_s}
                                 << PlanAction::Update << u"change the type"_s << false
                                 << Consents{Consent::TypeChange};
    QTest::newRow("version not raised") << one << PluginCode{.version = u"1.0"_s, .topLevel = "word = 'b'\n"}
                                        << PlanAction::Update << u"update 1.0"_s << true << Consents();
}

void PlanScenarios::s28_actions()
{
    QFETCH(const PluginCode, there);
    QFETCH(const PluginCode, here);
    QFETCH(const PlanAction, action);
    QFETCH(const bool, ticked);
    QFETCH(const Consents, consents);
    if (!there.title.isEmpty()) {
        QVERIFY(deploy(u"planned"_s, there).isSuccess());
    }
    const PlanRow row = planOf(write(u"planned"_s, here));
    QCOMPARE(row.action, action);
    QTEST(planActionText(row), "words");
    QCOMPARE(row.isTickedAtFirst(), ticked);
    QCOMPARE(row.consents(), consents);
    if (action == PlanAction::None) {
        return;
    }
    // What the plan asks for is what the deployment asks for.
    const DeployResult unasked = deployPlanned(row);
    if (!consents.isEmpty()) {
        QCOMPARE(unasked.outcome, DeployOutcome::Blocked);
        QVERIFY(consents.contains(*unasked.missing.cbegin()));
        QCOMPARE(fixture().posts, 0);
        const DeployResult agreed = deployPlanned(row, consents);
        QVERIFY2(agreed.isSuccess(), qUtf8Printable(agreed.message));
    } else {
        QVERIFY2(unasked.isSuccess(), qUtf8Printable(unasked.message));
    }
    QCOMPARE(version(stored(function, u"planned"_s)), here.version);
}

void PlanScenarios::s28_requestCount_data()
{
    QTest::addColumn<PluginKind>("kind");
    QTest::addColumn<bool>("exists");
    QTest::newRow("create a filter") << PluginKind::Filter << false;
    QTest::newRow("update a filter") << PluginKind::Filter << true;
    QTest::newRow("create a pipe") << PluginKind::Pipe << false;
    QTest::newRow("update a tool") << PluginKind::Tool << true;
    QTest::newRow("create a tool") << PluginKind::Tool << false;
}

void PlanScenarios::s28_requestCount()
{
    QFETCH(const PluginKind, kind);
    QFETCH(const bool, exists);
    // Another one there, so that the search for a second copy needs no more than the export.
    QVERIFY(deploy(u"another"_s, {.kind = kind, .title = u"Another"_s}).isSuccess());
    if (exists) {
        QVERIFY(deploy(u"counted"_s, {.kind = kind, .version = u"1.0"_s}).isSuccess());
    }
    const PlanRow row = planOf(write(u"counted"_s, {.kind = kind, .version = u"1.1"_s}));
    QVERIFY(deployPlanned(row).isSuccess());
    QCOMPARE(fixture().requests, row.requests + sharedRequests({row}));
}

void PlanScenarios::s28_settings_data()
{
    QTest::addColumn<QByteArray>("valves");
    QTest::addColumn<Code>("code");
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("asks");
    QTest::newRow("removed") << "limit: int = 1"_ba << Code::ValvesRemoved << u"word"_s << false;
    QTest::newRow("retyped") << "word: int = 1\nlimit: int = 1"_ba << Code::ValvesRetyped << u"word (str → int)"_s
                             << true;
    QTest::newRow("renamed") << "phrase: str = 'a'\nlimit: int = 1"_ba << Code::ValvesRenamed << u"word → phrase"_s
                             << false;
    QTest::newRow("newly required") << "word: str = 'a'\nlimit: int = 1\nkey: str"_ba << Code::ValvesNewlyRequired
                                    << u"key"_s << true;
}

void PlanScenarios::s28_settings()
{
    QFETCH(const QByteArray, valves);
    QFETCH(const Code, code);
    QFETCH(const QString, words);
    QFETCH(const bool, asks);
    QVERIFY(deploy(u"valved"_s, {.version = u"1.0"_s, .valves = "word: str = 'a'\nlimit: int = 1"}).isSuccess());
    QVERIFY(act(function, u"valved"_s, u"valves/update"_s, {{u"word"_s, u"SECRET-WORD"_s}}).ok());
    const PlanRow row = planOf(write(u"valved"_s, {.version = u"1.1"_s, .valves = valves}));
    const auto told = std::ranges::find(row.warnings, code, &PlanWarning::code);
    QVERIFY2(told != row.warnings.end(), qUtf8Printable(warningsOf(row)));
    QVERIFY2(told->text.contains(words), qUtf8Printable(told->text));
    QCOMPARE(told->consent.has_value(), asks);
    QVERIFY(!warningsOf(row).contains(u"SECRET-WORD"_s));
    // One more for the names of the stored settings; where somebody has to agree, the two after the update that tell
    // what became of them.
    QCOMPARE(row.requests, asks ? 4 : 3);
}

void PlanScenarios::s28_headers_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<Code>("code");
    QTest::addColumn<QString>("words");
    QTest::addColumn<Consents>("consents");
    QTest::newRow("requirements added") << "requirements: pyjokes==0.6.0, cowsay\n"_ba << Code::RequirementsAdded
                                        << u"pyjokes==0.6.0, cowsay"_s << Consents();
    QTest::newRow("release too old") << "required_open_webui_version: 99.0\n"_ba << Code::ReleaseTooOld << u"99.0"_s
                                     << Consents{Consent::ReleaseTooOld};
}

void PlanScenarios::s28_headers()
{
    QFETCH(const QByteArray, header);
    QFETCH(const Code, code);
    QFETCH(const QString, words);
    QFETCH(const Consents, consents);
    QVERIFY(deploy(u"headed"_s, {.version = u"1.0"_s}).isSuccess());
    const PlanRow row = planOf(write(u"headed"_s, {.version = u"1.1"_s, .header = header}));
    const auto told = std::ranges::find(row.warnings, code, &PlanWarning::code);
    QVERIFY2(told != row.warnings.end(), qUtf8Printable(warningsOf(row)));
    QVERIFY2(told->text.contains(words), qUtf8Printable(told->text));
    QCOMPARE(row.consents(), consents);
    // What the release already fulfils, and what the server already has, is no news.
    const PlanRow quiet =
        planOf(write(u"headed"_s, {.version = u"1.1"_s, .header = "required_open_webui_version: 0.5.0\n"}));
    QVERIFY2(!hasWarning(quiet, code), qUtf8Printable(warningsOf(quiet)));
}

void PlanScenarios::s28_editedOnTheServer()
{
    SampleRepository repository;
    const auto read = [&repository](const PluginCode &code) { return writePinned(repository, u"edited"_s, code); };
    const PluginCode first{.version = u"1.0"_s};
    DeployRequest request = fixture().request(read(first));
    request.root = repository.folder();
    QVERIFY(repository.commit(1'700'000'000));
    QVERIFY(fixture().deploy({request}).value(u"f.py"_s).isSuccess());
    const QByteArray theirs = first.text() + "\nmended = True\n";
    QVERIFY(save(u"edited"_s, theirs));

    const PlanRow row = planOf(read({.version = u"1.1"_s}), repository.folder());
    QVERIFY2(hasWarning(row, Code::EditedOnServer), qUtf8Printable(warningsOf(row)));
    QCOMPARE(row.consents(), Consents{Consent::EditedOnServer});
    QVERIFY(!row.isTickedAtFirst());
    const DeployRequest planned = plannedRequest(row, repository.folder());
    QCOMPARE(fixture().deploy({planned}).value(u"f.py"_s).missing, Consents{Consent::EditedOnServer});
    QCOMPARE(fixture().posts, 0);
    QCOMPARE(stored(function, u"edited"_s)[u"content"_s].toString(), QString::fromUtf8(theirs));
}

void PlanScenarios::s28_looksLikeAnother()
{
    QVERIFY(deploy(u"other_id"_s, {.title = u"Polite Helper"_s, .header = "openwebui_id: abc-1\n"}).isSuccess());
    const PlanRow byTitle = planOf(write(u"helper"_s, {.title = u"Polite Helper"_s}));
    QCOMPARE(byTitle.action, PlanAction::Create);
    QCOMPARE(byTitle.lookAlikeId, u"other_id"_s);
    QCOMPARE(byTitle.consents(), Consents{Consent::SecondCopy});
    QVERIFY(!byTitle.isTickedAtFirst());
    const PlanRow byId = planOf(write(u"helper"_s, {.title = u"Renamed"_s, .header = "openwebui_id: abc-1\n"}));
    QCOMPARE(byId.lookAlikeId, u"other_id"_s);
    // The pinned id is updated.
    const PlanRow pinned = planOf(write(u"other_id"_s, {.title = u"Polite Helper"_s, .version = u"1.1"_s}));
    QCOMPARE(pinned.action, PlanAction::Update);
    QVERIFY(pinned.consents().isEmpty());
}

void PlanScenarios::s29_changedOnTheServer_data()
{
    QTest::addColumn<QString>("what");
    QTest::newRow("text") << u"text"_s;
    QTest::newRow("name") << u"name"_s;
    QTest::newRow("deleted") << u"deleted"_s;
    QTest::newRow("created") << u"created"_s;
}

void PlanScenarios::s29_changedOnTheServer()
{
    QFETCH(const QString, what);
    const PluginCode one{.version = u"1.0"_s};
    if (what != u"created") {
        QVERIFY(deploy(u"raced"_s, one).isSuccess());
    }
    const PlanRow row = planOf(write(u"raced"_s, {.version = u"1.1"_s}));
    const RawAnswer now = stored(function, u"raced"_s);
    if (what == u"text") {
        QVERIFY(save(u"raced"_s, one.text() + "\nmended = True\n"));
    } else if (what == u"name") {
        QVERIFY(act(function, u"raced"_s, u"update"_s,
                    {{u"id"_s, u"raced"_s},
                     {u"name"_s, u"Given there"_s},
                     {u"content"_s, now[u"content"_s]},
                     {u"meta"_s, now[u"meta"_s]}})
                    .ok());
    } else if (what == u"deleted") {
        QVERIFY(act(function, u"raced"_s, u"delete"_s).ok());
    } else {
        QVERIFY(
            server()
                .admin()
                .post(spacePath(function) + u"/create"_s, {{u"id"_s, u"raced"_s},
                                                           {u"name"_s, u"Theirs"_s},
                                                           {u"content"_s, QString::fromUtf8(one.text())},
                                                           {u"meta"_s, QJsonObject{{u"description"_s, u"theirs"_s}}}})
                .ok());
    }
    const DeployResult blocked = deployPlanned(row);
    QCOMPARE(blocked.outcome, DeployOutcome::Blocked);
    QCOMPARE(blocked.missing, Consents{Consent::ChangedSincePlan});
    QVERIFY2(blocked.message.contains(u"since you looked"_s), qUtf8Printable(blocked.message));
    if (release().hasVersions() && what != u"deleted") {
        const QString author = server().admin().get(u"/api/v1/auths/"_s)[u"name"_s].toString();
        QVERIFY2(!author.isEmpty() && blocked.message.contains(author), qUtf8Printable(blocked.message));
    }
    QCOMPARE(fixture().posts, 0);
    const DeployResult agreed = deployPlanned(row, {Consent::ChangedSincePlan});
    QVERIFY2(agreed.isSuccess(), qUtf8Printable(agreed.message));
    QCOMPARE(version(stored(function, u"raced"_s)), u"1.1"_s);
}

void PlanScenarios::s29_switchedIsNoChange()
{
    QVERIFY(deploy(u"raced"_s, {.version = u"1.0"_s, .valves = "word: str = 'a'"}).isSuccess());
    const PlanRow row = planOf(write(u"raced"_s, {.version = u"1.1"_s, .valves = "word: str = 'a'"}));
    QVERIFY(act(function, u"raced"_s, u"toggle"_s).ok());
    QVERIFY(act(function, u"raced"_s, u"valves/update"_s, {{u"word"_s, u"b"_s}}).ok());
    const DeployResult result = deployPlanned(row);
    QVERIFY2(result.outcome == DeployOutcome::Updated, qUtf8Printable(result.message));
    QVERIFY(stored(function, u"raced"_s)[u"is_active"_s].toBool());
}

void PlanScenarios::s29_changedOnDisk()
{
    QVERIFY(deploy(u"moved"_s, {.version = u"1.0"_s}).isSuccess());
    const PlanRow row = planOf(write(u"moved"_s, {.version = u"1.1"_s}));
    write(u"moved"_s, {.version = u"6.6"_s}); // another branch
    const DeployResult blocked = deployPlanned(row);
    QCOMPARE(blocked.outcome, DeployOutcome::Blocked);
    QCOMPARE(blocked.missing, Consents{Consent::ChangedOnDisk});
    QVERIFY2(blocked.message.contains(u"changed on disk since you looked"_s), qUtf8Printable(blocked.message));
    QCOMPARE(fixture().posts, 0);
    QCOMPARE(version(stored(function, u"moved"_s)), u"1.0"_s);
    QVERIFY(deployPlanned(row, {Consent::ChangedOnDisk}).isSuccess());
    QCOMPARE(version(stored(function, u"moved"_s)), u"6.6"_s);

    // Nobody goes on with one click in production.
    fixture().connection.production = true;
    const DeployResult strict = deployPlanned(row, {Consent::Production, Consent::ChangedOnDisk});
    QVERIFY(!strict.isSuccess());
    QCOMPARE(fixture().posts, 0);
}

std::unique_ptr<ScenarioTest> makePlanScenarios(LiveServer &server)
{
    return std::make_unique<PlanScenarios>(server);
}

} // namespace owui::test

#include "planscenarios.moc"
