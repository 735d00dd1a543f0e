// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/seen/inventory.h"
#include "support/practicefixture.h"
#include "support/samplerepository.h"

#include <QCryptographicHash>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

/// A deployment that was planned is held to its plan, and no way leads around what would be lost on the server.
class DeployPlanTest final : public QObject
{
    Q_OBJECT

private slots:
    void changedOnDisk();
    void changedOnServer_data();
    void changedOnServer();
    void productionMustPlanAgain();
    void switchingIsNoChange();
    void deletedAndCreatedSince();
    void everythingIsAskedAtOnce();
    void changeBetweenQuestionAndAnswer();
    void editedOnServerIsNotOverwritten();
    void committedTextIsReplacedUnasked();
    void settingsThatBreakNeedConsent();
    void settingsThatBrokeAreTold_data();
    void settingsThatBrokeAreTold();
    void storedSettingIsNotMissing();
    void commitMessages();
    void olderReleasesGetNoMessage();
    void inventoryLearnsFromTheRun();

private:
    static DeployRequest planned(PracticeFixture &fixture, const Plugin &plugin);
};

namespace {

const QString updatePath = u"/api/v1/functions/id/f/update"_s;

QByteArray filter(const QString &version, const QByteArray &extra = {})
{
    return pluginText(PluginKind::Filter, u"F"_s, version, extra);
}

QByteArray withSettings(const QByteArray &version, const QByteArray &settings)
{
    return "\"\"\"\ntitle: F\nversion: " + version +
           "\n\"\"\"\nfrom pydantic import BaseModel\n\nclass Filter:\n    class Valves(BaseModel):\n        " +
           settings + "\n\n    def __init__(self):\n        self.valves = self.Valves()\n";
}

/// Another person saves a text in Open WebUI's editor.
bool edit(PracticeFixture &fixture, const QByteArray &text)
{
    return fixture.post(updatePath, {{u"id"_s, u"f"_s},
                                     {u"name"_s, u"F"_s},
                                     {u"content"_s, QString::fromUtf8(text)},
                                     {u"meta"_s, QJsonObject{{u"description"_s, u"made for a test"_s}}}});
}

/// The messages of the versions that the server keeps; in no order, since it sorts by whole seconds.
QStringList messages(PracticeFixture &fixture)
{
    QNetworkAccessManager network;
    OpenWebUi server(network, fixture.connection, fixture.credential);
    QStringList texts;
    bool answered = false;
    server.versions(PluginSpace::Function, u"f"_s, 1, &server, [&](const Answer<QList<ServerVersion>> &answer) {
        for (const ServerVersion &version : answer.value.value_or(QList<ServerVersion>())) {
            texts.append(version.message);
        }
        answered = true;
    });
    return QTest::qWaitFor([&answered] { return answered; }, 10'000) ? texts : QStringList();
}

} // namespace

#define START(release)                                                                                                 \
    PracticeFixture fixture;                                                                                           \
    QVERIFY(fixture.start(release))

DeployRequest DeployPlanTest::planned(PracticeFixture &fixture, const Plugin &plugin)
{
    DeployRequest request = fixture.request(plugin);
    const LookUp look = fixture.look(PluginSpace::Function, plugin.id);
    request.lookedAt.server = stampOf({.presence = look.presence, .plugin = look.plugin});
    return request;
}

void DeployPlanTest::changedOnDisk()
{
    START(u"0.12.4"_s);
    const QByteArray text = filter(u"1.0"_s);
    const Plugin plugin = fixture.write(u"f.py"_s, text);
    DeployRequest request = fixture.request(plugin);
    request.lookedAt.digest = QCryptographicHash::hash(text, QCryptographicHash::Sha256);
    fixture.write(u"f.py"_s, filter(u"1.0"_s, "# another branch"));
    const DeployResult blocked = fixture.deploy({request}).value(plugin.path);
    QCOMPARE(blocked.outcome, DeployOutcome::Blocked);
    QCOMPARE(blocked.missing, Consents{Consent::ChangedOnDisk});
    QVERIFY2(blocked.message.contains(u"changed on disk since you looked"_s), qPrintable(blocked.message));
    QCOMPARE(fixture.posts, 0);

    request.consents = {Consent::ChangedOnDisk};
    QCOMPARE(fixture.deploy({request}).value(plugin.path).outcome, DeployOutcome::Created);

    // What the plan saw goes through, also to a production server.
    fixture.connection.production = true;
    request.consents = {Consent::Production};
    fixture.write(u"f.py"_s, text);
    QCOMPARE(fixture.deploy({request}).value(plugin.path).outcome, DeployOutcome::Updated);
}

void DeployPlanTest::changedOnServer_data()
{
    QTest::addColumn<QString>("release");
    QTest::addColumn<bool>("tellsWho");
    QTest::newRow("0.12.4") << u"0.12.4"_s << true;
    QTest::newRow("0.11.4") << u"0.11.4"_s << false;
}

void DeployPlanTest::changedOnServer()
{
    QFETCH(const QString, release);
    QFETCH(const bool, tellsWho);
    START(release);
    QCOMPARE(fixture.deploy(fixture.write(u"f.py"_s, filter(u"1.0"_s))).outcome, DeployOutcome::Created);
    const Plugin plugin = fixture.write(u"f.py"_s, filter(u"1.1"_s));
    DeployRequest request = planned(fixture, plugin);
    QVERIFY(edit(fixture, filter(u"1.0"_s, "# a quick fix")));
    const DeployResult blocked = fixture.deploy({request}).value(plugin.path);
    QCOMPARE(blocked.outcome, DeployOutcome::Blocked);
    QCOMPARE(blocked.missing, Consents{Consent::ChangedSincePlan});
    QVERIFY2(blocked.message.contains(u"since you looked"_s), qPrintable(blocked.message));
    QVERIFY2(blocked.message.contains(u"on the server by "_s) == tellsWho, qPrintable(blocked.message));
    QCOMPARE(fixture.posts, 0);
    QVERIFY(fixture.look(PluginSpace::Function, u"f"_s).plugin->content->contains(u"a quick fix"_s));

    request.consents = {Consent::ChangedSincePlan};
    QCOMPARE(fixture.deploy({request}).value(plugin.path).outcome, DeployOutcome::Updated);
}

void DeployPlanTest::productionMustPlanAgain()
{
    START(u"0.12.4"_s);
    QCOMPARE(fixture.deploy(fixture.write(u"f.py"_s, filter(u"1.0"_s))).outcome, DeployOutcome::Created);
    fixture.connection.production = true;
    const Plugin plugin = fixture.write(u"f.py"_s, filter(u"1.1"_s));
    DeployRequest request = planned(fixture, plugin);
    QVERIFY(edit(fixture, filter(u"1.0"_s, "# a quick fix")));
    request.consents = {Consent::Production, Consent::ChangedSincePlan};
    const DeployResult server = fixture.deploy({request}).value(plugin.path);
    QCOMPARE(server.outcome, DeployOutcome::Failed);
    QVERIFY(server.message.contains(u"since you looked"_s) && !server.remedy.isEmpty());

    request = planned(fixture, plugin);
    request.lookedAt.digest = "another";
    request.consents = {Consent::Production, Consent::ChangedOnDisk};
    const DeployResult disk = fixture.deploy({request}).value(plugin.path);
    QCOMPARE(disk.outcome, DeployOutcome::Failed);
    QVERIFY(disk.message.contains(u"changed on disk since you looked"_s));
    QCOMPARE(fixture.posts, 0);
}

void DeployPlanTest::switchingIsNoChange()
{
    START(u"0.12.4"_s);
    QCOMPARE(fixture.deploy(fixture.write(u"f.py"_s, filter(u"1.0"_s))).outcome, DeployOutcome::Created);
    const Plugin plugin = fixture.write(u"f.py"_s, filter(u"1.1"_s));
    const DeployRequest request = planned(fixture, plugin);
    QVERIFY(fixture.post(u"/api/v1/functions/id/f/toggle"_s));
    QCOMPARE(fixture.deploy({request}).value(plugin.path).outcome, DeployOutcome::Updated);
}

void DeployPlanTest::deletedAndCreatedSince()
{
    START(u"0.12.4"_s);
    const Plugin plugin = fixture.write(u"f.py"_s, filter(u"1.0"_s));
    const DeployRequest whenMissing = planned(fixture, plugin);
    QCOMPARE(fixture.deploy(plugin).outcome, DeployOutcome::Created);
    QCOMPARE(fixture.deploy({whenMissing}).value(plugin.path).missing, Consents{Consent::ChangedSincePlan});

    DeployRequest whenThere = planned(fixture, plugin);
    whenThere.plugin = fixture.write(u"g.py"_s, filter(u"1.0"_s));
    whenThere.plugin.id = u"g"_s; // which nobody has
    whenThere.plugin.idOrigin = IdOrigin::Pinned;
    const DeployResult deleted = fixture.deploy({whenThere}).value(u"g.py"_s);
    QCOMPARE(deleted.missing, (Consents{Consent::ChangedSincePlan, Consent::SecondCopy})); // beside f
    QVERIFY2(deleted.message.contains(u"deleted"_s), qPrintable(deleted.message));
}

void DeployPlanTest::editedOnServerIsNotOverwritten()
{
    START(u"0.12.4"_s);
    SampleRepository repository;
    const auto request = [&](const QByteArray &text) {
        DeployRequest fresh = fixture.request(fixture.write(u"f.py"_s, text));
        fresh.root = repository.folder();
        return fresh;
    };
    QVERIFY(repository.write(u"f.py"_s, filter(u"1.0"_s)));
    QVERIFY(repository.commit(1'700'000'000));
    QCOMPARE(fixture.deploy({request(filter(u"1.0"_s))}).value(u"f.py"_s).outcome, DeployOutcome::Created);
    const QByteArray edited = filter(u"1.0"_s, "# edited there");
    QVERIFY(edit(fixture, edited));

    QVERIFY(repository.write(u"f.py"_s, filter(u"1.1"_s)));
    DeployRequest again = request(filter(u"1.1"_s));
    const DeployResult blocked = fixture.deploy({again}).value(u"f.py"_s);
    QCOMPARE(blocked.outcome, DeployOutcome::Blocked);
    QCOMPARE(blocked.missing, Consents{Consent::EditedOnServer});
    QCOMPARE(fixture.posts, 0);

    again.consents = {Consent::EditedOnServer};
    QCOMPARE(fixture.deploy({again}).value(u"f.py"_s).outcome, DeployOutcome::Updated);
}

void DeployPlanTest::everythingIsAskedAtOnce()
{
    START(u"0.11.4"_s);
    SampleRepository repository;
    QVERIFY(repository.write(u"f.py"_s, withSettings("1.0", "key: str = \"\"")));
    QVERIFY(repository.commit(1'700'000'000));
    const auto request = [&](const Consents &consents) {
        DeployRequest fresh = fixture.request(fixture.write(u"f.py"_s, withSettings("1.0", "key: int = 0")), consents);
        fresh.root = repository.folder();
        return fresh;
    };
    QCOMPARE(fixture.deploy({request({})}).value(u"f.py"_s).outcome, DeployOutcome::Created);
    QVERIFY(edit(fixture, withSettings("2.0", "key: str = \"\"  # edited there")));
    QVERIFY(fixture.post(u"/api/v1/functions/id/f/valves/update"_s, {{u"key"_s, u"TOP-SECRET"_s}}));

    QVERIFY(repository.write(u"f.py"_s, withSettings("1.0", "key: int = 0")));
    const DeployResult blocked = fixture.deploy({request({})}).value(u"f.py"_s);
    QCOMPARE(blocked.outcome, DeployOutcome::Blocked);
    const Consents all{Consent::Downgrade, Consent::EditedOnServer, Consent::Valves};
    QCOMPARE(blocked.missing, all);
    for (const QString &told : {u"newer than 1.0"_s, u"in no commit"_s, u"key (str → int)"_s}) {
        QVERIFY2(blocked.message.contains(told), qPrintable(blocked.message));
    }
    QVERIFY(!blocked.remedy.isEmpty());
    QCOMPARE(fixture.posts, 0);

    const DeployResult less = fixture.deploy({request({Consent::EditedOnServer})}).value(u"f.py"_s);
    QCOMPARE(less.missing, (Consents{Consent::Downgrade, Consent::Valves}));
    QVERIFY2(!less.message.contains(u"in no commit"_s), qPrintable(less.message));
    QCOMPARE(fixture.deploy({request(all)}).value(u"f.py"_s).outcome, DeployOutcome::Updated);
}

/// Somebody agreed to replace what the question told about, and nothing else.
void DeployPlanTest::changeBetweenQuestionAndAnswer()
{
    START(u"0.11.4"_s);
    QCOMPARE(fixture.deploy(fixture.write(u"f.py"_s, filter(u"2.0"_s))).outcome, DeployOutcome::Created);
    const Plugin older = fixture.write(u"f.py"_s, filter(u"1.0"_s));
    const DeployRequest first = planned(fixture, older);
    const DeployResult blocked = fixture.deploy({first}).value(older.path);
    QCOMPARE(blocked.missing, Consents{Consent::Downgrade});
    QVERIFY(edit(fixture, filter(u"2.0"_s, "# mended meanwhile")));
    const DeployRequest answered = requestAfter(first, blocked, blocked.missing);
    const DeployResult again = fixture.deploy({answered}).value(older.path);
    QCOMPARE(again.missing, Consents{Consent::ChangedSincePlan});
    QCOMPARE(fixture.posts, 0);

    const DeployRequest second = requestAfter(answered, again, again.missing);
    fixture.write(u"f.py"_s, filter(u"1.0"_s, "# another branch"));
    QCOMPARE(fixture.deploy({second}).value(older.path).missing, Consents{Consent::ChangedOnDisk});
    QVERIFY(edit(fixture, filter(u"2.0"_s, "# and once more")));
    QCOMPARE(fixture.deploy({second}).value(older.path).missing,
             (Consents{Consent::ChangedOnDisk, Consent::ChangedSincePlan}));
}

void DeployPlanTest::committedTextIsReplacedUnasked()
{
    START(u"0.12.4"_s);
    SampleRepository repository;
    DeployRequest request = fixture.request(fixture.write(u"f.py"_s, filter(u"1.0"_s)));
    request.root = repository.folder();
    for (int version = 0; version < 3; ++version) {
        QVERIFY(repository.write(u"f.py"_s, filter(QString::number(version))));
        QVERIFY(repository.commit(1'700'000'000 + version));
    }
    QVERIFY(repository.write(u"f.py"_s, filter(u"1"_s)));
    QCOMPARE(fixture.deploy({request}).value(u"f.py"_s).outcome, DeployOutcome::Created);
    QVERIFY(repository.write(u"f.py"_s, filter(u"3"_s)));
    QCOMPARE(fixture.deploy({request}).value(u"f.py"_s).outcome, DeployOutcome::Updated);
}

void DeployPlanTest::settingsThatBreakNeedConsent()
{
    START(u"0.11.4"_s);
    QCOMPARE(fixture.deploy(fixture.write(u"f.py"_s, withSettings("1.0", "key: str = \"\""))).outcome,
             DeployOutcome::Created);
    QVERIFY(fixture.post(u"/api/v1/functions/id/f/valves/update"_s, {{u"key"_s, u"TOP-SECRET"_s}}));

    const Plugin retyped = fixture.write(u"f.py"_s, withSettings("1.1", "key: int = 0"));
    const DeployResult blocked = fixture.deploy(retyped);
    QCOMPARE(blocked.outcome, DeployOutcome::Blocked);
    QCOMPARE(blocked.missing, Consents{Consent::Valves});
    QVERIFY2(blocked.message.contains(u"key (str → int)"_s), qPrintable(blocked.message));
    const Plugin required = fixture.write(u"f.py"_s, withSettings("1.1", "key: str = \"\"\n        token: str"));
    const DeployResult missing = fixture.deploy(required);
    QCOMPARE(missing.missing, Consents{Consent::Valves});
    QVERIFY2(missing.message.contains(u"token"_s), qPrintable(missing.message));
    QCOMPARE(fixture.posts, 0);
    for (const LogEntry &entry : std::as_const(fixture.log)) {
        QVERIFY2(!entry.text.contains(u"TOP-SECRET"_s), qPrintable(entry.text));
    }
    QCOMPARE(fixture.deploy(required, {Consent::Valves}).outcome, DeployOutcome::Updated);
}

void DeployPlanTest::settingsThatBrokeAreTold_data()
{
    QTest::addColumn<QString>("release");
    QTest::addColumn<QByteArray>("settings");
    QTest::addColumn<QString>("told");
    QTest::newRow("required") << u"0.11.4"_s << "key: str = \"\"\n        token: str"_ba << u"token"_s;
    QTest::newRow("required, versions") << u"0.12.4"_s << "key: str = \"\"\n        token: str"_ba << u"token"_s;
    QTest::newRow("retyped") << u"0.11.4"_s << "key: int = 0"_ba << u"key"_s;
}

// It is there all the same, so it is no failure.
void DeployPlanTest::settingsThatBrokeAreTold()
{
    QFETCH(const QString, release);
    QFETCH(const QByteArray, settings);
    QFETCH(const QString, told);
    START(release);
    QCOMPARE(fixture.deploy(fixture.write(u"f.py"_s, withSettings("1.0", "key: str = \"\""))).outcome,
             DeployOutcome::Created);
    QVERIFY(fixture.post(u"/api/v1/functions/id/f/valves/update"_s, {{u"key"_s, u"TOP-SECRET"_s}}));
    fixture.log.clear();
    const DeployResult result =
        fixture.deploy(fixture.write(u"f.py"_s, withSettings("1.1", settings)), {Consent::Valves});
    QCOMPARE(result.outcome, DeployOutcome::Updated);
    QCOMPARE(result.stage, DeployStage::Done);
    QCOMPARE(result.notes.size(), 1);
    QVERIFY2(result.notes.first().contains(told + u'.'), qPrintable(result.notes.first()));
    QCOMPARE(std::ranges::count(fixture.log, LogLevel::Warning, &LogEntry::level), 1);
    for (const LogEntry &entry : std::as_const(fixture.log)) {
        QVERIFY2(!entry.text.contains(u"TOP-SECRET"_s), qPrintable(entry.text));
    }
    // In the order look-up, update, names, schema: the code runs once more only after it was taken.
    QCOMPARE(fixture.exchanges.last().path, u"/api/v1/functions/id/f/valves/spec"_s);
    QCOMPARE(fixture.exchanges.at(fixture.exchanges.size() - 3).method, "POST"_ba);

    // A value was given meanwhile: the same text fits now, and nobody asks again.
    QVERIFY(fixture.post(u"/api/v1/functions/id/f/valves/update"_s, {{u"key"_s, u"5"_s}, {u"token"_s, u"t"_s}}));
    const DeployResult again = fixture.deploy(fixture.write(u"f.py"_s, withSettings("1.2", settings)));
    QCOMPARE(again.outcome, DeployOutcome::Updated);
    QVERIFY2(again.notes.isEmpty(), qPrintable(again.notes.join(u' ')));
    QVERIFY(
        std::ranges::none_of(fixture.exchanges, [](const Exchange &sent) { return sent.path.contains(u"valves"_s); }));
}

void DeployPlanTest::storedSettingIsNotMissing()
{
    START(u"0.11.4"_s);
    QCOMPARE(
        fixture.deploy(fixture.write(u"f.py"_s, withSettings("1.0", "key: str = \"\"\n        n: int = 1"))).outcome,
        DeployOutcome::Created);
    QVERIFY(fixture.post(u"/api/v1/functions/id/f/valves/update"_s, {{u"key"_s, u"x"_s}}));
    // The key has a value, and the retyped number has none that could not fit.
    const Plugin plugin = fixture.write(u"f.py"_s, withSettings("1.1", "key: str\n        n: str = \"\""));
    QCOMPARE(fixture.deploy(plugin).outcome, DeployOutcome::Updated);
}

void DeployPlanTest::commitMessages()
{
    START(u"0.12.4"_s);
    SampleRepository repository;
    DeployRequest request = fixture.request(fixture.write(u"f.py"_s, filter(u"1.0"_s)));
    QCOMPARE(fixture.deploy({request}).value(u"f.py"_s).outcome, DeployOutcome::Created);
    fixture.write(u"f.py"_s, filter(u"1.1"_s));
    QCOMPARE(fixture.deploy({request}).value(u"f.py"_s).outcome, DeployOutcome::Updated);
    QVERIFY(messages(fixture).contains(u"1.1"_s)); // no git, and nothing of this machine

    request.root = repository.folder();
    QVERIFY(repository.write(u"f.py"_s, filter(u"1.1"_s)));
    QVERIFY(repository.commit(1'700'000'000));
    QVERIFY(repository.write(u"f.py"_s, filter(u"1.2"_s)));
    QCOMPARE(fixture.deploy({request}).value(u"f.py"_s).outcome, DeployOutcome::Updated);
    QVERIFY(messages(fixture).contains(u"1.2 from trunk@%1 + uncommitted changes"_s.arg(repository.head())));
    QVERIFY(repository.commit(1'700'000'100));
    QVERIFY(repository.write(u"f.py"_s, filter(u"1.3"_s)));
    QVERIFY(repository.commit(1'700'000'200));
    request.commitTemplate = u"Release {version} ({commit})"_s;
    QCOMPARE(fixture.deploy({request}).value(u"f.py"_s).outcome, DeployOutcome::Updated);
    QVERIFY(messages(fixture).contains(u"Release 1.3 (%1)"_s.arg(repository.head())));
}

void DeployPlanTest::olderReleasesGetNoMessage()
{
    START(u"0.11.4"_s);
    QCOMPARE(fixture.deploy(fixture.write(u"f.py"_s, filter(u"1.0"_s))).outcome, DeployOutcome::Created);
    QCOMPARE(fixture.deploy(fixture.write(u"f.py"_s, filter(u"1.1"_s))).outcome, DeployOutcome::Updated);
}

void DeployPlanTest::inventoryLearnsFromTheRun()
{
    START(u"0.12.4"_s);
    QNetworkAccessManager network;
    OpenWebUi client(network, fixture.connection, fixture.credential);
    Inventory inventory(client);
    const DeployRequest request = fixture.request(fixture.write(u"f.py"_s, filter(u"1.0"_s)));
    Run &run = fixture.run();
    connect(&run, &Run::seen, &inventory, &Inventory::learn);
    QList<Presence> seen;
    connect(&run, &Run::seen, &inventory,
            [&seen](PluginSpace, const QString &, const Sighting &now) { seen.append(now.presence); });
    QSignalSpy finished(&run, &Run::runFinished);
    run.deploy({request});
    QVERIFY(finished.wait());
    QCOMPARE(seen.first(), Presence::Missing);
    const Sighting known = inventory.find(PluginSpace::Function, u"f"_s);
    QCOMPARE(known.presence, Presence::Found);
    QCOMPARE(known.plugin->version(), u"1.0"_s);
    QVERIFY(known.plugin->content);
    QCOMPARE(stampOf(known),
             stampOf({.presence = Presence::Found, .plugin = fixture.look(PluginSpace::Function, u"f"_s).plugin}));
}

QTEST_GUILESS_MAIN(DeployPlanTest)
#include "tst_deployplan.moc"
