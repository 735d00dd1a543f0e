// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/memoryfixture.h"
#include "support/practicefixture.h"
#include "support/undofixture.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

namespace {

constexpr PluginSpace function = PluginSpace::Function;
constexpr PluginSpace tool = PluginSpace::Tool;

const QByteArray broken = "# practice: load-error it is broken";

/// Named after its id.
QByteArray text(PluginKind kind, const QString &id, const QString &version, const QByteArray &extra = {})
{
    return pluginText(kind, id, version, extra);
}

/// Deploys in one run; false where one did not succeed.
bool deployAll(DeployFixture &fixture, const QList<Plugin> &plugins)
{
    QList<DeployRequest> requests;
    for (const Plugin &plugin : plugins) {
        requests.append(fixture.request(plugin));
    }
    const QHash<QString, DeployResult> results = fixture.deploy(requests);
    return results.size() == plugins.size() && std::ranges::all_of(results, &DeployResult::isSuccess);
}

/// By the ids.
QHash<QString, DeployResult> byId(const QList<DeployResult> &results)
{
    QHash<QString, DeployResult> found;
    for (const DeployResult &result : results) {
        found.insert(result.id, result);
    }
    return found;
}

QString outcomeOf(const DeployResult &result)
{
    return nameOf(result.outcome);
}

HistoryRun runOf(UndoFixture &undo, const QString &id)
{
    const QList<HistoryRun> runs = undo.runs();
    const auto found = std::ranges::find(runs, id, &HistoryRun::id);
    return found == runs.end() ? HistoryRun() : *found;
}

/// Somebody else stores another text on the server.
bool edit(DeployFixture &fixture, const QString &id, const QString &content)
{
    const ServerPlugin now = *fixture.look(function, id).plugin;
    return fixture.post(u"/api/v1/functions/id/%1/update"_s.arg(id),
                        {{u"id"_s, id}, {u"name"_s, now.name}, {u"content"_s, content}, {u"meta"_s, now.meta}});
}

} // namespace

/// What taking back a run does, and what it leaves alone.
class TestUndo final : public QObject
{
    Q_OBJECT

private slots:
    void refusedUpdateWithoutLookCreatedNothing_data();
    void refusedUpdateWithoutLookCreatedNothing();
    void refusedCreateCreatedNothing();
    void switchingOffIsBlockedWhereSomebodyChangedIt();
    void unknownCreateIsNotTakenForOurs();
    void broughtBackOffIsNeverOn();
    void halfUndoneRunHasARest();
    void blockedOneIsLeft();
    void whatWasSoAlreadyIsNotLeft();
    void toolAndFunctionOfOneId();
    void functionThatReadsAsATool_data();
    void functionThatReadsAsATool();
    void saysWhatWasDone();
};

void TestUndo::refusedUpdateWithoutLookCreatedNothing_data()
{
    QTest::addColumn<QString>("release");
    QTest::addColumn<bool>("deleteCreated");
    for (const char *release : {"0.12.4", "0.11.4"}) {
        QTest::addRow("%s", release) << QString::fromLatin1(release) << false;
        QTest::addRow("%s, delete what was new", release) << QString::fromLatin1(release) << true;
    }
}

/// The order of the scripts: the refused update is followed by a create, which finds the id taken.
void TestUndo::refusedUpdateWithoutLookCreatedNothing()
{
    QFETCH(const QString, release);
    QFETCH(const bool, deleteCreated);
    PracticeFixture fixture;
    QVERIFY(fixture.start(release));
    UndoFixture undo(fixture);
    fixture.connection.switchOnNewFunctions = true;
    QVERIFY(fixture.deploy(fixture.write(u"f.py"_s, text(PluginKind::Filter, u"f"_s, u"1.0"_s))).isSuccess());
    fixture.connection.order = DeployOrder::UpdateThenCreate;
    const Plugin bad = fixture.write(u"f.py"_s, text(PluginKind::Filter, u"f"_s, u"1.1"_s, broken));
    QCOMPARE(fixture.deploy(bad).outcome, DeployOutcome::Failed);
    const ServerPlugin before = *fixture.look(function, u"f"_s).plugin;
    QCOMPARE(before.active, release == u"0.12.4");

    const QList<HistoryEntry> entries = undo.entries({.run = undo.runs().first().id});
    const QList<HistoryMoment> moments = undo.moments(function, u"f"_s);
    undo.undoLast(deleteCreated);
    const LookUp now = fixture.look(function, u"f"_s);
    QCOMPARE(now.presence, Presence::Found);
    QCOMPARE(now.plugin->content, before.content);
    QCOMPARE(now.plugin->active, before.active);
    // Nothing of it is offered, neither of the run nor in the plugin's history.
    QCOMPARE(entries.size(), 2);
    QVERIFY(undoRequests(entries).isEmpty());
    for (const HistoryMoment &moment : moments) {
        const bool refused = moment.entry && moment.entry->after.outcome == HistoryOutcome::Failed;
        QVERIFY(!refused || !moment.canGoBackBefore());
    }
}

/// Somebody else creates the id between the look and the create.
void TestUndo::refusedCreateCreatedNothing()
{
    MemoryFixture fixture;
    UndoFixture undo(fixture);
    const QByteArray lookUpPath = "/api/v1/functions/id/f";
    fixture.memory.addFunction(u"f"_s, u"theirs"_s, true);
    FakeServer &server = fixture.memory.server();
    server.once("GET", lookUpPath, FakeAnswer::detail(401, u"We could not find what you're looking for :/"_s));
    server.once("POST", "/api/v1/functions/create",
                FakeAnswer::detail(400, u"Uh-oh! This id is already registered. Please choose another id string."_s));
    const DeployResult result = fixture.deploy(fixture.write(u"f.py"_s, text(PluginKind::Filter, u"f"_s, u"1.0"_s)));
    QVERIFY2(result.message.startsWith(u"Someone else created it"_s), qPrintable(result.message));

    const HistoryEntry entry = undo.last(function, u"f"_s);
    QCOMPARE(entry.change, HistoryChange::Create);
    // Also where somebody names the entry itself.
    for (const bool deleteCreated : {false, true}) {
        GoBackRequest request = GoBackRequest::toBefore(entry);
        request.deleteCreated = deleteCreated;
        const DeployResult back = undo.goBack(request);
        QVERIFY2(!back.isSuccess(), qPrintable(back.message));
    }
    QCOMPARE(server.count("POST"), 1);
    QCOMPARE(server.count("DELETE"), 0);
    QVERIFY(undoRequests({entry}).isEmpty());
    QVERIFY(!HistoryMoment{.entry = entry}.canGoBackBefore());
}

void TestUndo::switchingOffIsBlockedWhereSomebodyChangedIt()
{
    PracticeFixture fixture;
    QVERIFY(fixture.start(u"0.12.4"_s));
    UndoFixture undo(fixture);
    fixture.connection.switchOnNewFunctions = true;
    const QByteArray ours = text(PluginKind::Filter, u"f"_s, u"1.0"_s);
    QVERIFY(fixture.deploy(fixture.write(u"f.py"_s, ours)).isSuccess());
    QVERIFY(edit(fixture, u"f"_s, QString::fromUtf8(ours) + u"\n# mended on the server\n"_s));
    QVERIFY(fixture.look(function, u"f"_s).plugin->active);

    const DeployResult blocked = undo.undoLast().value(0);
    QVERIFY2(blocked.outcome == DeployOutcome::Blocked, qPrintable(outcomeOf(blocked) + u": "_s + blocked.message));
    QCOMPARE(blocked.missing, Consents{Consent::ChangedSincePlan});
    QVERIFY(fixture.look(function, u"f"_s).plugin->active);
    QVERIFY(undo.undoLast(false, {Consent::ChangedSincePlan}).value(0).isSuccess());
    QVERIFY(!fixture.look(function, u"f"_s).plugin->active);
}

/// Nobody knows whether it was created; what is there now may be somebody else's.
void TestUndo::unknownCreateIsNotTakenForOurs()
{
    PracticeFixture fixture;
    QVERIFY(fixture.start(u"0.12.4"_s));
    UndoFixture undo(fixture);
    QVERIFY(fixture.deploy(fixture.write(u"f.py"_s, text(PluginKind::Filter, u"f"_s, u"1.0"_s))).isSuccess());
    QVERIFY(fixture.post(u"/api/v1/functions/id/f/toggle"_s));
    HistoryEntry entry = undo.last(function, u"f"_s);
    entry.after.outcome = HistoryOutcome::Unknown;
    for (const bool deleteCreated : {false, true}) {
        QList<GoBackRequest> requests = undoRequests({entry});
        QCOMPARE(requests.size(), 1);
        requests.first().deleteCreated = deleteCreated;
        const DeployResult blocked = undo.goBack(requests).value(0);
        QVERIFY2(blocked.outcome == DeployOutcome::Blocked, qPrintable(outcomeOf(blocked) + u": "_s + blocked.message));
        QVERIFY(fixture.look(function, u"f"_s).plugin->active);
    }
}

void TestUndo::broughtBackOffIsNeverOn()
{
    PracticeFixture fixture;
    QVERIFY(fixture.start(u"0.12.4"_s));
    UndoFixture undo(fixture);
    QVERIFY(fixture.deploy(fixture.write(u"f.py"_s, text(PluginKind::Filter, u"f"_s, u"1.0"_s))).isSuccess());
    QVERIFY(undo.undoLast(true).value(0).isSuccess());
    QCOMPARE(fixture.look(function, u"f"_s).presence, Presence::Missing);

    fixture.connection.switchOnNewFunctions = true;
    const DeployResult back = undo.goBack(GoBackRequest::toBefore(undo.last(function, u"f"_s)));
    QVERIFY2(back.isSuccess(), qPrintable(back.message));
    QVERIFY2(!undo.paths.contains("POST /api/v1/functions/id/f/toggle"), undo.paths.join(", ").constData());
    const LookUp now = fixture.look(function, u"f"_s);
    QCOMPARE(now.presence, Presence::Found);
    QVERIFY(!now.plugin->active);
}

void TestUndo::halfUndoneRunHasARest()
{
    PracticeFixture fixture;
    QVERIFY(fixture.start(u"0.12.4"_s));
    UndoFixture undo(fixture);
    const QStringList ids{u"a"_s, u"b"_s, u"c"_s};
    for (const QString &version : {u"1.0"_s, u"1.1"_s}) {
        QList<Plugin> plugins;
        for (const QString &id : ids) {
            plugins.append(fixture.write(id + u".py"_s, text(PluginKind::Filter, id, version)));
        }
        QVERIFY(deployAll(fixture, plugins));
    }
    const QString run = undo.runs().first().id;
    undo.onResult = [&undo](const DeployResult &result) {
        if (result.isSuccess()) {
            undo.cancel();
        }
    };
    const QList<DeployResult> half = undo.undo(run);
    QCOMPARE(half.size(), 3);
    QCOMPARE(std::ranges::count_if(half, &DeployResult::isSuccess), 1);
    QVERIFY(!runOf(undo, run).takenBack);
    QStringList rest = ids;
    rest.removeAll(half.first().id);
    QCOMPARE(undo.left(run), rest);

    undo.onResult = {};
    const QList<DeployResult> whole = undo.undo(run);
    QCOMPARE(whole.size(), 2);
    QVERIFY(std::ranges::all_of(whole, &DeployResult::isSuccess));
    QVERIFY(runOf(undo, run).takenBack);
    QCOMPARE(undo.left(run), QStringList());
    for (const QString &id : ids) {
        QCOMPARE(fixture.look(function, id).plugin->version(), u"1.0"_s);
    }
}

void TestUndo::blockedOneIsLeft()
{
    PracticeFixture fixture;
    QVERIFY(fixture.start(u"0.12.4"_s));
    UndoFixture undo(fixture);
    for (const QString &version : {u"1.0"_s, u"1.1"_s}) {
        QVERIFY(deployAll(fixture, {fixture.write(u"a.py"_s, text(PluginKind::Filter, u"a"_s, version)),
                                    fixture.write(u"b.py"_s, text(PluginKind::Filter, u"b"_s, version))}));
    }
    const QString run = undo.runs().first().id;
    QVERIFY(edit(fixture, u"b"_s, *fixture.look(function, u"b"_s).plugin->content + u"\n# theirs\n"_s));
    const QHash<QString, DeployResult> results = byId(undo.undo(run));
    QVERIFY(results.value(u"a"_s).isSuccess());
    QCOMPARE(results.value(u"b"_s).outcome, DeployOutcome::Blocked);
    QVERIFY(!runOf(undo, run).takenBack);
    QCOMPARE(undo.left(run), QStringList{u"b"_s});

    const QList<DeployResult> agreed = undo.undo(run, false, {Consent::ChangedSincePlan});
    QCOMPARE(agreed.size(), 1);
    QVERIFY2(agreed.first().isSuccess(), qPrintable(agreed.first().message));
    QVERIFY(runOf(undo, run).takenBack);
}

/// A tool that was new stays, and a function that was new is off: nothing is sent for them, and they are done with.
void TestUndo::whatWasSoAlreadyIsNotLeft()
{
    PracticeFixture fixture;
    QVERIFY(fixture.start(u"0.12.4"_s));
    UndoFixture undo(fixture);
    QVERIFY(fixture.deploy(fixture.write(u"a.py"_s, text(PluginKind::Filter, u"a"_s, u"1.0"_s))).isSuccess());
    QVERIFY(deployAll(fixture, {fixture.write(u"a.py"_s, text(PluginKind::Filter, u"a"_s, u"1.1"_s)),
                                fixture.write(u"n.py"_s, text(PluginKind::Filter, u"n"_s, u"1.0"_s)),
                                fixture.write(u"t.py"_s, text(PluginKind::Tool, u"t"_s, u"1.0"_s))}));
    const QString run = undo.runs().first().id;
    QCOMPARE(undo.left(run).size(), 3);
    const QHash<QString, DeployResult> results = byId(undo.undo(run));
    QVERIFY(results.value(u"a"_s).isSuccess());
    QCOMPARE(results.value(u"n"_s).outcome, DeployOutcome::Unchanged);
    QCOMPARE(results.value(u"t"_s).outcome, DeployOutcome::Unchanged);
    QCOMPARE(undo.left(run), QStringList());
    QVERIFY(runOf(undo, run).takenBack);
}

void TestUndo::toolAndFunctionOfOneId()
{
    PracticeFixture fixture;
    QVERIFY(fixture.start(u"0.12.4"_s));
    UndoFixture undo(fixture);
    for (const QString &version : {u"1.0"_s, u"1.1"_s}) {
        QVERIFY(deployAll(fixture, {fixture.write(u"f/x.py"_s, text(PluginKind::Filter, u"x"_s, version)),
                                    fixture.write(u"t/x.py"_s, text(PluginKind::Tool, u"x"_s, version))}));
    }
    QList<GoBackRequest> requests = undoRequests(undo.entries({.run = undo.runs().first().id}));
    QCOMPARE(requests.size(), 2);
    // What was deployed from elsewhere has no file here.
    for (GoBackRequest &request : requests) {
        request.path.clear();
    }
    const QList<DeployResult> results = undo.goBack(requests);
    QCOMPARE(results.size(), 2);
    QCOMPARE(std::ranges::count(results, PluginKind::Tool, &DeployResult::kind), 1);
    QVERIFY(std::ranges::all_of(results, &DeployResult::isSuccess));
    QCOMPARE(fixture.look(function, u"x"_s).plugin->version(), u"1.0"_s);
    QCOMPARE(fixture.look(tool, u"x"_s).plugin->version(), u"1.0"_s);
}

void TestUndo::functionThatReadsAsATool_data()
{
    QTest::addColumn<bool>("isThere");
    QTest::newRow("update") << true;
    QTest::newRow("create again") << false;
}

/// The server takes the imported class; here a file with a class Tools of its own is a tool.
void TestUndo::functionThatReadsAsATool()
{
    QFETCH(const bool, isThere);
    MemoryFixture fixture;
    UndoFixture undo(fixture);
    const QString odd = u"from somewhere import Filter\n\nclass Tools:\n    pass\n"_s;
    fixture.memory.addFunction(u"f"_s, odd);
    QVERIFY(fixture.deploy(fixture.write(u"f.py"_s, text(PluginKind::Filter, u"f"_s, u"1.0"_s))).isSuccess());
    if (!isThere) {
        fixture.memory.remove(u"f"_s);
    }
    const DeployResult back = undo.goBack(GoBackRequest::toBefore(undo.last(function, u"f"_s)));
    for (const QByteArray &path : std::as_const(undo.paths)) {
        QVERIFY2(!path.contains("/tools"), path.constData());
    }
    QVERIFY2(back.isSuccess(), qPrintable(back.message));
    QCOMPARE(spaceOf(back.kind), function);
    QCOMPARE(fixture.memory.function(u"f"_s).value(u"content"_s).toString(), odd);
}

void TestUndo::saysWhatWasDone()
{
    PracticeFixture fixture;
    QVERIFY(fixture.start(u"0.12.4"_s));
    UndoFixture undo(fixture);
    fixture.connection.switchOnNewFunctions = true;
    QVERIFY(fixture.deploy(fixture.write(u"a.py"_s, text(PluginKind::Filter, u"a"_s, u"1.0"_s))).isSuccess());
    QVERIFY(deployAll(fixture, {fixture.write(u"a.py"_s, text(PluginKind::Filter, u"a"_s, u"1.1"_s)),
                                fixture.write(u"n.py"_s, text(PluginKind::Filter, u"n"_s, u"1.0"_s)),
                                fixture.write(u"t.py"_s, text(PluginKind::Tool, u"t"_s, u"1.0"_s))}));
    const QString run = undo.runs().first().id;
    const QHash<QString, DeployResult> soft = byId(undo.undo(run));
    QCOMPARE(outcomeOf(soft.value(u"a"_s)), u"taken-back"_s);
    QCOMPARE(outcomeOf(soft.value(u"n"_s)), u"switched-off"_s);
    QCOMPARE(outcomeOf(soft.value(u"t"_s)), u"unchanged"_s);

    QVERIFY(deployAll(fixture, {fixture.write(u"m.py"_s, text(PluginKind::Filter, u"m"_s, u"1.0"_s)),
                                fixture.write(u"u.py"_s, text(PluginKind::Tool, u"u"_s, u"1.0"_s))}));
    const QHash<QString, DeployResult> hard = byId(undo.undoLast(true));
    QCOMPARE(outcomeOf(hard.value(u"m"_s)), u"deleted"_s);
    QCOMPARE(outcomeOf(hard.value(u"u"_s)), u"deleted"_s);
    QVERIFY(std::ranges::all_of(hard, &DeployResult::isSuccess));
    QCOMPARE(fixture.look(function, u"m"_s).presence, Presence::Missing);
    QCOMPARE(fixture.look(tool, u"u"_s).presence, Presence::Missing);
}

QTEST_GUILESS_MAIN(TestUndo)
#include "tst_undo.moc"
