// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/practicefixture.h"

#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

/// Deploys to the practice server, which is held to the recorded answers of the real releases, and reads the server
/// independently afterwards.
class RunTest final : public QObject
{
    Q_OBJECT

private slots:
    void createsEveryKind_data() { releases(); }
    void createsEveryKind();
    void updateKeepsWhatTheServerHas_data() { releases(); }
    void updateKeepsWhatTheServerHas();
    void brokenUpdate_data() { releases(); }
    void brokenUpdate();
    void brokenCreate_data() { releases(); }
    void brokenCreate();
    void brokenToolTellsItsReason();
    void productionDoesNotRunTheCodeAgain();
    void toolSharesStay_data() { releases(); }
    void toolSharesStay();
    void syntaxErrorIsNotSent();
    void typeChangeNeedsConsent();
    void downgradeNeedsConsent();
    void productionNeedsConsent();
    void secondCopyNeedsConsent();
    void anotherFileOfTheFolderIsNoCopy();
    void unchangedIsNotSent();
    void newFunctionsAreSwitchedOn();
    void switchOnIsASet();
    void wrongKeyHoldsTheRest();
    void serverThatStopsHoldsTheRest();
    void lateAnswerIsFoundOut();
    void cancelBeforeSending();
    void cancelAfterSendingLooks();
    void takesEachPluginOnce();
    void retriesOnlyWhatFailed();
    void fileChangedSinceTheList();
    void byteOrderMarkIsNotSent();
    void scriptsOrder();
    void scriptsOrderOfABrokenUpdate();
    void manyPlugins();
    void presumedMissingIsThere_data();
    void presumedMissingIsThere();
    void followsTheServer();

private:
    static void releases();
    /// Writes f0, f1 and so on.
    static QList<DeployRequest> filters(PracticeFixture &fixture, int count);
};

QList<DeployRequest> RunTest::filters(PracticeFixture &fixture, int count)
{
    QList<DeployRequest> requests;
    for (int i = 0; i < count; ++i) {
        const QString name = u"f%1"_s.arg(i);
        requests.append(
            fixture.request(fixture.write(name + u".py"_s, pluginText(PluginKind::Filter, name, u"1.0"_s))));
    }
    return requests;
}

void RunTest::releases()
{
    QTest::addColumn<QString>("release");
    QTest::newRow("0.12.4") << u"0.12.4"_s;
    QTest::newRow("0.11.4") << u"0.11.4"_s;
    QTest::newRow("0.7.2") << u"0.7.2"_s;
}

#define START(release)                                                                                                 \
    PracticeFixture fixture;                                                                                           \
    QVERIFY(fixture.start(release))

void RunTest::createsEveryKind()
{
    QFETCH(const QString, release);
    START(release);
    QList<DeployRequest> requests;
    for (const PluginKind kind :
         {PluginKind::Pipe, PluginKind::Filter, PluginKind::Action, PluginKind::Event, PluginKind::Tool}) {
        const QString name = u"kind%1"_s.arg(static_cast<int>(kind));
        requests.append(fixture.request(fixture.write(name + u".py"_s, pluginText(kind, name, u"1.2.3"_s))));
    }
    const QHash<QString, DeployResult> results = fixture.deploy(requests);
    QCOMPARE(results.size(), 5);
    for (const DeployResult &result : results) {
        if (result.kind == PluginKind::Event && release == u"0.7.2") {
            QCOMPARE(result.outcome, DeployOutcome::Failed);
            QVERIFY(result.message.contains(u"0.10"_s));
            QCOMPARE(fixture.look(PluginSpace::Function, result.id).presence, Presence::Missing);
            continue;
        }
        QVERIFY2(result.outcome == DeployOutcome::Created, qPrintable(result.message));
        QCOMPARE(result.versionAfter, u"1.2.3"_s);
        const LookUp now = fixture.look(spaceOf(result.kind), result.id);
        QCOMPARE(now.presence, Presence::Found);
        QCOMPARE(now.plugin->kind, result.kind);
        QCOMPARE(now.plugin->active, false);
        QCOMPARE(now.plugin->name, result.title);
        QCOMPARE(now.plugin->description(), u"made for a test"_s);
    }
}

void RunTest::updateKeepsWhatTheServerHas()
{
    QFETCH(const QString, release);
    START(release);
    const Plugin first = fixture.write(u"f.py"_s, pluginText(PluginKind::Filter, u"F"_s, u"1.0"_s));
    QCOMPARE(fixture.deploy(first).outcome, DeployOutcome::Created);
    QVERIFY(fixture.post(u"/api/v1/functions/id/f/toggle"_s));
    QVERIFY(fixture.post(u"/api/v1/functions/id/f/toggle/global"_s));
    const ServerPlugin before = *fixture.look(PluginSpace::Function, u"f"_s).plugin;
    QVERIFY(before.active && before.global);
    // Someone renames it in the web page.
    QVERIFY(fixture.post(u"/api/v1/functions/id/f/update"_s,
                         {{u"id"_s, u"f"_s},
                          {u"name"_s, u"Our name"_s},
                          {u"content"_s, *before.content},
                          {u"meta"_s, QJsonObject{{u"description"_s, u"Our words"_s}, {u"extra"_s, 7}}}}));

    const Plugin second = fixture.write(u"f.py"_s, pluginText(PluginKind::Filter, u"F new"_s, u"1.10"_s));
    Plugin pinned = second;
    pinned.id = u"f"_s;
    pinned.idOrigin = IdOrigin::Pinned;
    const DeployResult result = fixture.deploy(pinned);
    QVERIFY2(result.outcome == DeployOutcome::Updated, qPrintable(result.message));
    QCOMPARE(result.versionBefore, u"1.0"_s);
    QCOMPARE(result.versionAfter, u"1.10"_s);
    QCOMPARE(result.notes.size(), 2);
    QCOMPARE(fixture.posts, 1);

    const ServerPlugin after = *fixture.look(PluginSpace::Function, u"f"_s).plugin;
    QVERIFY(after.active && after.global);
    QCOMPARE(after.name, u"Our name"_s);
    QCOMPARE(after.description(), u"Our words"_s);
    QCOMPARE(after.createdAt, before.createdAt);
    QCOMPARE(after.ownerId, before.ownerId);
    if (release != u"0.5.20") {
        QCOMPARE(after.meta.value(u"extra"_s).toInt(), 7);
    }
}

void RunTest::brokenUpdate()
{
    QFETCH(const QString, release);
    START(release);
    const Plugin good = fixture.write(u"f.py"_s, pluginText(PluginKind::Filter, u"F"_s, u"1.0"_s));
    QCOMPARE(fixture.deploy(good).outcome, DeployOutcome::Created);
    QVERIFY(fixture.post(u"/api/v1/functions/id/f/toggle"_s));
    const Plugin broken = fixture.write(
        u"f.py"_s, pluginText(PluginKind::Filter, u"F"_s, u"1.1"_s, "# practice: load-error No module named 'nosuch'"));
    const DeployResult result = fixture.deploy(broken);
    QCOMPARE(result.outcome, DeployOutcome::Failed);
    QCOMPARE(result.stage, DeployStage::Updating);
    QCOMPARE(result.error.httpStatus, 400);

    const bool deactivates = release != u"0.12.4";
    QCOMPARE(result.deactivated, deactivates);
    QCOMPARE(fixture.look(PluginSpace::Function, u"f"_s).plugin->active, !deactivates);
    QCOMPARE(fixture.look(PluginSpace::Function, u"f"_s).plugin->version(), u"1.0"_s);
    QCOMPARE(result.message.contains(u"nosuch"_s), release != u"0.11.4");
    QCOMPARE(result.message.contains(u"only in the server's log"_s), release == u"0.11.4");
    if (!deactivates) {
        return;
    }
    QVERIFY(result.message.startsWith(u"The server switched the function off"_s));
    fixture.switchOn(result);
    QVERIFY(fixture.waitForEnd());
    QVERIFY(fixture.look(PluginSpace::Function, u"f"_s).plugin->active);
}

void RunTest::brokenCreate()
{
    QFETCH(const QString, release);
    START(release);
    const Plugin broken = fixture.write(
        u"f.py"_s, pluginText(PluginKind::Filter, u"F"_s, u"1.0"_s, "# practice: load-error No module named 'nosuch'"));
    const DeployResult result = fixture.deploy(broken);
    QCOMPARE(result.outcome, DeployOutcome::Failed);
    QCOMPARE(result.stage, DeployStage::Creating);
    QCOMPARE(fixture.look(PluginSpace::Function, u"f"_s).presence, Presence::Missing);
    QVERIFY2(result.message.contains(u"Nothing was stored"_s), qPrintable(result.message));
    QCOMPARE(result.message.contains(u"nosuch"_s), release != u"0.11.4");
    QCOMPARE(result.message.contains(u"only in the server's log"_s), release == u"0.11.4");
    QCOMPARE(fixture.posts, release == u"0.12.4" ? 2 : 1);
}

void RunTest::brokenToolTellsItsReason()
{
    START(u"0.12.4"_s);
    const Plugin broken = fixture.write(
        u"t.py"_s, pluginText(PluginKind::Tool, u"T"_s, u"1.0"_s, "# practice: load-error No module named 'nosuch'"));
    const DeployResult result = fixture.deploy(broken);
    QCOMPARE(result.outcome, DeployOutcome::Failed);
    QVERIFY2(result.message.contains(u"nosuch"_s), qPrintable(result.message));
    QCOMPARE(fixture.look(PluginSpace::Tool, u"t"_s).presence, Presence::Missing);
}

void RunTest::productionDoesNotRunTheCodeAgain()
{
    START(u"0.12.4"_s);
    fixture.connection.production = true;
    const Plugin broken =
        fixture.write(u"f.py"_s, pluginText(PluginKind::Filter, u"F"_s, u"1.0"_s, "# practice: load-error boom"));
    const DeployResult result = fixture.deploy(broken, {Consent::Production});
    QCOMPARE(result.outcome, DeployOutcome::Failed);
    QCOMPARE(fixture.posts, 1);
    QCOMPARE(result.missing, Consents{Consent::RunForReason});
    QVERIFY(!result.message.contains(u"boom"_s));

    const DeployResult asked = fixture.deploy(broken, {Consent::Production, Consent::RunForReason});
    QVERIFY2(asked.message.contains(u"boom"_s), qPrintable(asked.message));
}

void RunTest::toolSharesStay()
{
    QFETCH(const QString, release);
    START(release);
    const Plugin first = fixture.write(u"t.py"_s, pluginText(PluginKind::Tool, u"T"_s, u"1.0"_s));
    QCOMPARE(fixture.deploy(first).outcome, DeployOutcome::Created);
    const ServerPlugin fresh = *fixture.look(PluginSpace::Tool, u"t"_s).plugin;
    const bool hasControl = release == u"0.7.2";
    QCOMPARE(fresh.hasAccessGrants, !hasControl);
    if (hasControl) {
        QCOMPARE(*fresh.accessControl, QJsonValue(QJsonObject())); // private, not public
        const QJsonObject shared{
            {u"read"_s, QJsonObject{{u"group_ids"_s, QJsonArray()}, {u"user_ids"_s, QJsonArray{u"u1"_s}}}}};
        QVERIFY(fixture.post(u"/api/v1/tools/id/t/update"_s, {{u"id"_s, u"t"_s},
                                                              {u"name"_s, u"T"_s},
                                                              {u"content"_s, *fresh.content},
                                                              {u"meta"_s, QJsonObject()},
                                                              {u"access_control"_s, shared}}));
    } else {
        QVERIFY(fresh.accessGrants.isEmpty());
        const QJsonObject grant{
            {u"principal_type"_s, u"user"_s}, {u"principal_id"_s, u"u1"_s}, {u"permission"_s, u"read"_s}};
        QVERIFY(fixture.post(u"/api/v1/tools/id/t/access/update"_s, {{u"access_grants"_s, QJsonArray{grant}}}));
    }
    const ServerPlugin before = *fixture.look(PluginSpace::Tool, u"t"_s).plugin;
    const Plugin second = fixture.write(u"t.py"_s, pluginText(PluginKind::Tool, u"T"_s, u"1.1"_s));
    QCOMPARE(fixture.deploy(second).outcome, DeployOutcome::Updated);
    const ServerPlugin after = *fixture.look(PluginSpace::Tool, u"t"_s).plugin;
    QCOMPARE(after.version(), u"1.1"_s);
    QCOMPARE(after.accessControl, before.accessControl);
    QCOMPARE(after.accessGrants.size(), before.accessGrants.size());
    QVERIFY(hasControl || after.accessGrants.size() == 1);
}

void RunTest::syntaxErrorIsNotSent()
{
    START(u"0.11.4"_s);
    const Plugin broken =
        fixture.write(u"f.py"_s, pluginText(PluginKind::Filter, u"F"_s, u"1.0"_s, "def broken(:\n    pass"));
    const DeployResult result = fixture.deploy(broken);
    QCOMPARE(result.outcome, DeployOutcome::Blocked);
    QCOMPARE(result.missing, Consents{Consent::LocalCheck});
    QCOMPARE(result.stage, DeployStage::Checking);
    QVERIFY2(result.message.contains(u"line 7"_s), qPrintable(result.message));
    QCOMPARE(fixture.posts, 0);

    QCOMPARE(fixture.deploy(broken, {Consent::LocalCheck}).outcome, DeployOutcome::Failed);
    QCOMPARE(fixture.posts, 1);
}

void RunTest::typeChangeNeedsConsent()
{
    START(u"0.12.4"_s);
    QCOMPARE(fixture.deploy(fixture.write(u"f.py"_s, pluginText(PluginKind::Filter, u"F"_s, u"1.0"_s))).outcome,
             DeployOutcome::Created);
    const Plugin pipe = fixture.write(u"f.py"_s, pluginText(PluginKind::Pipe, u"F"_s, u"1.1"_s));
    const DeployResult blocked = fixture.deploy(pipe);
    QCOMPARE(blocked.outcome, DeployOutcome::Blocked);
    QCOMPARE(blocked.missing, Consents{Consent::TypeChange});
    QCOMPARE(fixture.posts, 0);
    QCOMPARE(fixture.look(PluginSpace::Function, u"f"_s).plugin->kind, PluginKind::Filter);

    QCOMPARE(fixture.deploy(pipe, {Consent::TypeChange}).outcome, DeployOutcome::Updated);
    QCOMPARE(fixture.look(PluginSpace::Function, u"f"_s).plugin->kind, PluginKind::Pipe);
}

void RunTest::downgradeNeedsConsent()
{
    START(u"0.12.4"_s);
    QCOMPARE(fixture.deploy(fixture.write(u"f.py"_s, pluginText(PluginKind::Filter, u"F"_s, u"1.10"_s))).outcome,
             DeployOutcome::Created);
    const Plugin older = fixture.write(u"f.py"_s, pluginText(PluginKind::Filter, u"F"_s, u"1.9"_s));
    QCOMPARE(fixture.deploy(older).missing, Consents{Consent::Downgrade});
    QCOMPARE(fixture.posts, 0);
    QCOMPARE(fixture.deploy(older, {Consent::Downgrade}).outcome, DeployOutcome::Updated);
}

void RunTest::productionNeedsConsent()
{
    START(u"0.12.4"_s);
    fixture.connection.production = true;
    const Plugin plugin = fixture.write(u"f.py"_s, pluginText(PluginKind::Filter, u"F"_s, u"1.0"_s));
    QCOMPARE(fixture.deploy(plugin).missing, Consents{Consent::Production});
    QCOMPARE(fixture.posts, 0);
    QCOMPARE(fixture.deploy(plugin, {Consent::Production}).outcome, DeployOutcome::Created);
}

void RunTest::secondCopyNeedsConsent()
{
    START(u"0.12.4"_s);
    const QByteArray text = pluginText(PluginKind::Filter, u"My Filter"_s, u"1.0"_s);
    Plugin byFileName = fixture.write(u"legacy.py"_s, text);
    byFileName.id = u"legacy"_s;
    byFileName.idOrigin = IdOrigin::Pinned;
    QCOMPARE(fixture.deploy(byFileName).outcome, DeployOutcome::Created);

    const Plugin byTitle = fixture.write(u"legacy.py"_s, text);
    QCOMPARE(byTitle.id, u"my_filter"_s);
    const DeployResult blocked = fixture.deploy(byTitle);
    QCOMPARE(blocked.outcome, DeployOutcome::Blocked);
    QCOMPARE(blocked.missing, Consents{Consent::SecondCopy});
    QCOMPARE(blocked.twinId, u"legacy"_s);
    QCOMPARE(fixture.look(PluginSpace::Function, u"my_filter"_s).presence, Presence::Missing);

    QCOMPARE(fixture.deploy(byTitle, {Consent::SecondCopy}).outcome, DeployOutcome::Created);
    QCOMPARE(fixture.look(PluginSpace::Function, u"my_filter"_s).presence, Presence::Found);
}

void RunTest::anotherFileOfTheFolderIsNoCopy()
{
    START(u"0.12.4"_s);
    const Plugin other = fixture.write(u"other.py"_s, pluginText(PluginKind::Filter, u"Shared Title"_s, u"1.0"_s));
    QCOMPARE(fixture.deploy(other).outcome, DeployOutcome::Created);
    Plugin mine = fixture.write(u"mine.py"_s, pluginText(PluginKind::Filter, u"Shared Title"_s, u"1.0"_s));
    mine.id = u"mine"_s;
    mine.idOrigin = IdOrigin::Pinned;
    QCOMPARE(fixture.deploy(mine).missing, Consents{Consent::SecondCopy});
    DeployRequest request = fixture.request(mine);
    request.otherIds = {other.id};
    QCOMPARE(fixture.deploy({request}).value(mine.path).outcome, DeployOutcome::Created);
}

void RunTest::unchangedIsNotSent()
{
    START(u"0.12.4"_s);
    // The server rewrites the import, so the texts are never equal byte by byte.
    const Plugin plugin =
        fixture.write(u"f.py"_s, pluginText(PluginKind::Filter, u"F"_s, u"1.0"_s, "# taken from utils and from main"));
    QCOMPARE(fixture.deploy(plugin).outcome, DeployOutcome::Created);
    DeployRequest request = fixture.request(plugin);
    request.sendUnchanged = false;
    QCOMPARE(fixture.deploy({request}).value(plugin.path).outcome, DeployOutcome::Unchanged);
    QCOMPARE(fixture.posts, 0);

    const DeployResult again = fixture.deploy(plugin);
    QCOMPARE(again.outcome, DeployOutcome::Updated);
    QVERIFY(again.notes.join(u' ').contains(u"already has exactly this"_s));
}

void RunTest::newFunctionsAreSwitchedOn()
{
    START(u"0.12.4"_s);
    fixture.connection.switchOnNewFunctions = true;
    const Plugin plugin = fixture.write(u"f.py"_s, pluginText(PluginKind::Filter, u"F"_s, u"1.0"_s));
    const DeployResult result = fixture.deploy(plugin);
    QCOMPARE(result.outcome, DeployOutcome::Created);
    QCOMPARE(result.active, true);
    QCOMPARE(fixture.posts, 2); // the create and one toggle
    QVERIFY(fixture.look(PluginSpace::Function, u"f"_s).plugin->active);
}

void RunTest::switchOnIsASet()
{
    START(u"0.12.4"_s);
    const Plugin plugin = fixture.write(u"f.py"_s, pluginText(PluginKind::Filter, u"F"_s, u"1.0"_s));
    const DeployResult created = fixture.deploy(plugin);
    QVERIFY(fixture.post(u"/api/v1/functions/id/f/toggle"_s)); // someone was faster
    fixture.switchOn(created);
    QVERIFY(fixture.waitForEnd());
    QCOMPARE(fixture.posts, 0);
    QVERIFY(fixture.look(PluginSpace::Function, u"f"_s).plugin->active);
}

void RunTest::wrongKeyHoldsTheRest()
{
    START(u"0.12.4"_s);
    fixture.credential.secret = "sk-0123456789abcdef0123456789abcdef";
    const QList<DeployRequest> requests = filters(fixture, 6);
    Run &run = fixture.run();
    QSignalSpy held(&run, &Run::held);
    QSignalSpy finished(&run, &Run::runFinished);
    QCOMPARE(run.deploy(requests), 6);
    QVERIFY(held.wait());
    QVERIFY(run.isHeld());
    QTRY_COMPARE(run.done(), 2); // the two that were under way
    QVERIFY(finished.isEmpty());
    run.cancelAll();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(run.summary().failed, 2);
    QCOMPARE(run.summary().cancelled, 4);
    QCOMPARE(fixture.posts, 0);
    for (const LogEntry &entry : std::as_const(fixture.log)) {
        QVERIFY(!entry.text.contains(u"0123456789abcdef"_s));
    }
}

void RunTest::serverThatStopsHoldsTheRest()
{
    START(u"0.7.2"_s);
    QList<DeployRequest> requests{fixture.request(
        fixture.write(u"a.py"_s, pluginText(PluginKind::Filter, u"a"_s, u"1.0"_s, "# practice: exit")))};
    requests += filters(fixture, 4);
    fixture.connection.pluginsAtATime = 1;
    Run &run = fixture.run();
    QSignalSpy held(&run, &Run::held);
    run.deploy(requests);
    QVERIFY(held.wait(static_cast<int>(fixture.patience.count())));
    QVERIFY(run.isHeld());
    QCOMPARE(fixture.posts, 1);
    run.cancelAll();
    QTRY_VERIFY_WITH_TIMEOUT(!run.isRunning(), static_cast<int>(fixture.patience.count()));
    QCOMPARE(run.summary().cancelled, 4);
    QCOMPARE(run.summary().unknown, 1);
    const auto stopper =
        std::ranges::find(run.results(), u"a.py"_s, [](const DeployResult &result) { return result.path; });
    QVERIFY2(stopper->message.contains(u"sys.exit()"_s), qPrintable(stopper->message));
}

void RunTest::lateAnswerIsFoundOut()
{
    START(u"0.12.4"_s);
    fixture.connection.deployTimeout = std::chrono::seconds(1);
    const Plugin slow =
        fixture.write(u"f.py"_s, pluginText(PluginKind::Filter, u"F"_s, u"1.0"_s, "# practice: sleep 3"));
    const DeployResult result = fixture.deploy(slow);
    QVERIFY2(result.outcome == DeployOutcome::Created, qPrintable(result.message));
    QCOMPARE(fixture.posts, 1);
    QVERIFY(result.notes.join(u' ').contains(u"Nobody knows yet"_s));
}

void RunTest::cancelBeforeSending()
{
    START(u"0.12.4"_s);
    fixture.connection.pluginsAtATime = 1;
    const QList<DeployRequest> requests = filters(fixture, 3);
    Run &run = fixture.run();
    QSignalSpy finished(&run, &Run::runFinished);
    run.deploy(requests);
    run.cancel(u"f2.py"_s);
    QVERIFY(finished.wait());
    QCOMPARE(run.summary().created, 2);
    QCOMPARE(run.summary().cancelled, 1);
    QCOMPARE(fixture.look(PluginSpace::Function, u"f2"_s).presence, Presence::Missing);
}

void RunTest::cancelAfterSendingLooks()
{
    START(u"0.12.4"_s);
    const Plugin slow =
        fixture.write(u"f.py"_s, pluginText(PluginKind::Filter, u"F"_s, u"1.0"_s, "# practice: sleep 2"));
    Run &run = fixture.run();
    QSignalSpy finished(&run, &Run::runFinished);
    QSignalSpy stages(&run, &Run::stageChanged);
    run.deploy({fixture.request(slow)});
    QTRY_VERIFY(!stages.isEmpty() && stages.last().at(1).value<DeployStage>() == DeployStage::Creating);
    QTest::qWait(300); // the request is on its way; nothing tells when the server has read it
    run.cancelAll();
    QVERIFY(finished.wait(10'000));
    const DeployResult &result = run.results().first();
    // The look may come before or after the server is done; it is never "nothing was sent".
    QVERIFY2(result.outcome == DeployOutcome::Unknown || result.outcome == DeployOutcome::Created,
             qPrintable(result.message));
    QCOMPARE(fixture.posts, 1);
}

void RunTest::takesEachPluginOnce()
{
    START(u"0.12.4"_s);
    const DeployRequest request =
        fixture.request(fixture.write(u"f.py"_s, pluginText(PluginKind::Filter, u"F"_s, u"1.0"_s)));
    Run &run = fixture.run();
    QSignalSpy finished(&run, &Run::runFinished);
    QCOMPARE(run.deploy({request, request}), 1);
    QCOMPARE(run.deploy({request}), 0);
    QVERIFY(finished.wait());
    QCOMPARE(run.results().size(), 1);
}

void RunTest::retriesOnlyWhatFailed()
{
    START(u"0.7.2"_s);
    const Plugin good = fixture.write(u"good.py"_s, pluginText(PluginKind::Filter, u"good"_s, u"1.0"_s));
    const Plugin bad =
        fixture.write(u"bad.py"_s, pluginText(PluginKind::Filter, u"bad"_s, u"1.0"_s, "# practice: load-error boom"));
    Run &run = fixture.run();
    QSignalSpy finished(&run, &Run::runFinished);
    run.deploy({fixture.request(good), fixture.request(bad)});
    QVERIFY(finished.wait());
    QCOMPARE(run.summary().failed, 1);
    const Plugin mended = fixture.write(u"bad.py"_s, pluginText(PluginKind::Filter, u"bad"_s, u"1.0"_s));
    QCOMPARE(run.deploy({fixture.request(mended)}), 1);
    QVERIFY(finished.wait());
    QCOMPARE(run.results().size(), 1);
    QCOMPARE(run.results().first().outcome, DeployOutcome::Created);
}

void RunTest::fileChangedSinceTheList()
{
    START(u"0.12.4"_s);
    const Plugin listed = fixture.write(u"f.py"_s, pluginText(PluginKind::Filter, u"F"_s, u"1.0"_s));
    fixture.write(u"f.py"_s, pluginText(PluginKind::Filter, u"Another"_s, u"1.0"_s));
    const DeployResult renamed = fixture.deploy(listed);
    QCOMPARE(renamed.outcome, DeployOutcome::Failed);
    QCOMPARE(renamed.stage, DeployStage::Reading);
    QVERIFY(renamed.message.contains(u"another"_s));

    Plugin gone = listed;
    gone.path = u"gone.py"_s;
    QCOMPARE(fixture.deploy(gone).outcome, DeployOutcome::Failed);
    QCOMPARE(fixture.posts, 0);
}

void RunTest::byteOrderMarkIsNotSent()
{
    START(u"0.12.4"_s);
    const Plugin plugin =
        fixture.write(u"f.py"_s, "\xEF\xBB\xBF" + pluginText(PluginKind::Filter, u"标题 F 😀"_s, u"1.0"_s));
    const DeployResult result = fixture.deploy(plugin);
    QVERIFY2(result.outcome == DeployOutcome::Created, qPrintable(result.message));
    QVERIFY(result.notes.join(u' ').contains(u"byte order mark"_s));
    const ServerPlugin now = *fixture.look(PluginSpace::Function, plugin.id).plugin;
    QVERIFY(now.content->startsWith(u"\"\"\""_s));
    QCOMPARE(now.name, u"标题 F 😀"_s);
}

void RunTest::scriptsOrder()
{
    START(u"0.12.4"_s);
    fixture.connection.order = DeployOrder::UpdateThenCreate;
    const Plugin plugin = fixture.write(u"f.py"_s, pluginText(PluginKind::Filter, u"F"_s, u"1.0"_s));
    QCOMPARE(fixture.deploy(plugin).outcome, DeployOutcome::Created);
    QCOMPARE(fixture.posts, 2);
    QCOMPARE(fixture.deploy(plugin).outcome, DeployOutcome::Updated);
    QCOMPARE(fixture.posts, 1);
    const Plugin broken =
        fixture.write(u"f.py"_s, pluginText(PluginKind::Filter, u"F"_s, u"1.0"_s, "# practice: load-error boom"));
    const DeployResult result = fixture.deploy(broken);
    QCOMPARE(result.outcome, DeployOutcome::Failed);
    QVERIFY2(result.message.contains(u"boom"_s), qPrintable(result.message)); // not "id taken"
}

/// The create that follows finds the id taken; what is told is the update's end.
void RunTest::scriptsOrderOfABrokenUpdate()
{
    START(u"0.11.4"_s);
    fixture.connection.switchOnNewFunctions = true;
    QCOMPARE(fixture.deploy(fixture.write(u"f.py"_s, pluginText(PluginKind::Filter, u"F"_s, u"1.0"_s))).outcome,
             DeployOutcome::Created);
    fixture.connection.order = DeployOrder::UpdateThenCreate;
    const DeployResult result = fixture.deploy(
        fixture.write(u"f.py"_s, pluginText(PluginKind::Filter, u"F"_s, u"1.1"_s, "# practice: load-error boom")));
    QCOMPARE(result.outcome, DeployOutcome::Failed);
    QCOMPARE(result.stage, DeployStage::Updating);
    QVERIFY2(result.message.contains(u"off now"_s), qPrintable(result.message));
    QVERIFY2(!result.message.contains(u"yet it is there"_s), qPrintable(result.message));
    QVERIFY2(!result.remedy.contains(u"delete"_s), qPrintable(result.remedy));
}

void RunTest::manyPlugins()
{
    START(u"0.12.4"_s);
    fixture.connection.pluginsAtATime = 6;
    QList<DeployRequest> requests;
    for (int i = 0; i < 60; ++i) {
        const QString name = u"f%1"_s.arg(i);
        const QByteArray extra = i % 10 == 3 ? "# practice: load-error boom" : "";
        requests.append(
            fixture.request(fixture.write(name + u".py"_s, pluginText(PluginKind::Filter, name, u"1.0"_s, extra))));
    }
    const QHash<QString, DeployResult> results = fixture.deploy(requests);
    QCOMPARE(results.size(), 60);
    for (const DeployResult &result : results) {
        const Presence presence = fixture.look(PluginSpace::Function, result.id).presence;
        QCOMPARE(presence == Presence::Found, result.outcome == DeployOutcome::Created);
    }
    QCOMPARE(std::ranges::count_if(results, [](const DeployResult &r) { return r.outcome == DeployOutcome::Failed; }),
             6);
}

void RunTest::presumedMissingIsThere_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<DeployOutcome>("outcome");
    QTest::newRow("older") << u"1.0"_s << DeployOutcome::Updated;
    QTest::newRow("newer, which nobody agreed to replace") << u"3.0"_s << DeployOutcome::Blocked;
}

void RunTest::presumedMissingIsThere()
{
    QFETCH(const QString, version);
    QFETCH(const DeployOutcome, outcome);
    START(u"0.12.4"_s);
    const auto write = [&](const QString &is) {
        return fixture.write(u"f.py"_s, pluginText(PluginKind::Filter, u"F"_s, is));
    };
    QCOMPARE(fixture.deploy(write(version)).outcome, DeployOutcome::Created);
    DeployRequest request = fixture.request(write(u"2.0"_s));
    request.recentLook = RecentLook{.seen = {.presence = Presence::Missing, .plugin = {}},
                                    .askedAt = std::chrono::steady_clock::now(),
                                    .isPresumed = true};
    request.lookedAt.server.presence = Presence::Missing;
    const DeployResult result = fixture.deploy({request}).value(u"f.py"_s);
    QVERIFY2(result.outcome == outcome, qPrintable(result.message));
    const bool isDone = outcome == DeployOutcome::Updated;
    QCOMPARE(fixture.look(PluginSpace::Function, u"f"_s).plugin->version(), isDone ? u"2.0"_s : version);
}

void RunTest::followsTheServer()
{
    PracticeFixture fixture;
    QVERIFY(fixture.start(u"0.12.4"_s, {u"--latency"_s, u"30"_s, u"--no-syntax-check"_s}));
    const QList<DeployRequest> requests = filters(fixture, 80);
    Run &run = fixture.run();
    QSet<QString> creating;
    qsizetype most = 0;
    connect(&run, &Run::stageChanged, this, [&](const QString &path, DeployStage stage) {
        if (stage == DeployStage::Creating) {
            creating.insert(path);
        } else {
            creating.remove(path);
        }
        most = std::max(most, creating.size());
    });
    connect(&run, &Run::finished, this, [&](const DeployResult &result) { creating.remove(result.path); });
    QSignalSpy finished(&run, &Run::runFinished);
    run.deploy(requests);
    QVERIFY(finished.wait(static_cast<int>(fixture.patience.count())));
    QCOMPARE(run.summary().created, 80);
    QVERIFY2(most > 2, qPrintable(QString::number(most)));
    QVERIFY(most <= Connection::mostPluginsAtATime);
}

QTEST_GUILESS_MAIN(RunTest)
#include "tst_run.moc"
