// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/emptyjournal.h"
#include "support/practicefixture.h"
#include "support/undofixture.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

namespace {

/// A history that cannot be written.
class RefusingJournal final : public EmptyJournal
{
public:
    void before(const JournalChange & /*change*/, std::function<void(const Result<qint64> &)> stored) override
    {
        QMetaObject::invokeMethod(
            &m_context,
            [stored] {
                stored(Problem{u"The disk is full."_s, {}});
            },
            Qt::QueuedConnection);
    }
    void after(qint64 /*entry*/, HistoryOutcome /*outcome*/, const std::optional<ServerPlugin> & /*now*/,
               const QString & /*message*/) override
    {
        ++afters;
    }

    int afters = 0;

private:
    QObject m_context;
};

/// Answers only when it is told to.
class WaitingJournal final : public EmptyJournal
{
public:
    void before(const JournalChange & /*change*/, std::function<void(const Result<qint64> &)> stored) override
    {
        waiting = std::move(stored);
    }
    void after(qint64 entry, HistoryOutcome outcome, const std::optional<ServerPlugin> & /*now*/,
               const QString & /*message*/) override
    {
        ended.append({entry, outcome});
    }

    std::function<void(const Result<qint64> &)> waiting;
    QList<std::pair<qint64, HistoryOutcome>> ended;
};

} // namespace

class TestHistoryJournal final : public QObject
{
    Q_OBJECT

private slots:
    void recordsEveryEnd_data();
    void recordsEveryEnd();
    void failedUpdateIsSwitchedOnAgain();
    void refusedUpdateLeavesNothingToUndo();
    void storedBeforeItIsSent();
    void blindUpdateThenCreate();
    void cannotBeStored_data();
    void cannotBeStored();
    void cancelledWhileStoring();
    void unchangedIsNotRecorded();
    void noHistoryFolder();
};

void TestHistoryJournal::recordsEveryEnd_data()
{
    QTest::addColumn<QString>("release");
    for (const char *release : {"0.7.2", "0.11.4", "0.12.4"}) {
        QTest::newRow(release) << QString::fromLatin1(release);
    }
}

void TestHistoryJournal::recordsEveryEnd()
{
    QFETCH(QString, release);

    PracticeFixture fixture;
    QVERIFY(fixture.start(release));
    UndoFixture undo(fixture);
    QVERIFY(fixture.deploy(fixture.write(u"a.py"_s, pluginText(PluginKind::Filter, u"a"_s, u"1.0"_s))).isSuccess());
    const QByteArray broken = pluginText(PluginKind::Filter, u"a"_s, u"1.1"_s, "# practice: load-error it is broken");
    QCOMPARE(fixture.deploy(fixture.write(u"a.py"_s, broken)).outcome, DeployOutcome::Failed);
    fixture.connection.deployTimeout = std::chrono::seconds(1);
    fixture.connection.lookUpTimeout = std::chrono::seconds(1); // while it imports it answers nobody
    const QByteArray slow = pluginText(PluginKind::Filter, u"b"_s, u"1.0"_s, "# practice: sleep 8");
    Run &run = fixture.run();
    run.setFindOutLimits({.total = std::chrono::milliseconds(0)});
    QSignalSpy finished(&run, &Run::runFinished);
    run.deploy({fixture.request(fixture.write(u"b.py"_s, slow))});
    QVERIFY(finished.wait(60'000));
    QCOMPARE(run.results().first().outcome, DeployOutcome::Unknown);

    const QList<HistoryEntry> entries = undo.entries();
    QCOMPARE(entries.size(), 3);
    const HistoryEntry &unknown = entries.at(0);
    const HistoryEntry &failed = entries.at(1);
    const HistoryEntry &created = entries.at(2);
    QCOMPARE(created.change, HistoryChange::Create);
    QCOMPARE(created.after.outcome, HistoryOutcome::Done);
    QVERIFY(created.hasWayBack());
    QVERIFY(!created.before);
    QCOMPARE(created.after.contentHash, failed.before->contentHash);
    QCOMPARE(created.server, originOf(fixture.connection.url));
    QCOMPARE(created.path, u"a.py"_s);
    QCOMPARE(failed.change, HistoryChange::Update);
    QCOMPARE(failed.after.outcome, HistoryOutcome::Failed);
    QVERIFY(!failed.after.message.isEmpty());
    QCOMPARE(unknown.after.outcome, HistoryOutcome::Unknown);
    QCOMPARE(undo.runs().size(), 3);
    QVERIFY(created.run != failed.run);
}

void TestHistoryJournal::failedUpdateIsSwitchedOnAgain()
{
    PracticeFixture fixture;
    QVERIFY(fixture.start(u"0.11.4"_s));
    UndoFixture undo(fixture);
    fixture.connection.switchOnNewFunctions = true;
    QVERIFY(fixture.deploy(fixture.write(u"a.py"_s, pluginText(PluginKind::Filter, u"a"_s, u"1.0"_s))).isSuccess());
    const QByteArray broken = pluginText(PluginKind::Filter, u"a"_s, u"1.1"_s, "# practice: load-error it is broken");
    QVERIFY(fixture.deploy(fixture.write(u"a.py"_s, broken)).deactivated);
    QVERIFY(!fixture.look(PluginSpace::Function, u"a"_s).plugin->active);
    const QList<DeployResult> results = undo.undoLast();
    QVERIFY2(results.value(0).isSuccess(), qPrintable(results.value(0).message));
    QVERIFY(fixture.look(PluginSpace::Function, u"a"_s).plugin->active);
}

void TestHistoryJournal::refusedUpdateLeavesNothingToUndo()
{
    PracticeFixture fixture;
    QVERIFY(fixture.start(u"0.12.4"_s));
    UndoFixture undo(fixture);
    QVERIFY(fixture.deploy(fixture.write(u"a.py"_s, pluginText(PluginKind::Filter, u"a"_s, u"1.0"_s))).isSuccess());
    const QByteArray broken = pluginText(PluginKind::Filter, u"a"_s, u"1.1"_s, "# practice: load-error it is broken");
    QCOMPARE(fixture.deploy(fixture.write(u"a.py"_s, broken)).outcome, DeployOutcome::Failed);
    const QByteArray never = pluginText(PluginKind::Filter, u"b"_s, u"1.0"_s, "# practice: load-error it is broken");
    QCOMPARE(fixture.deploy(fixture.write(u"b.py"_s, never)).outcome, DeployOutcome::Failed);
    const QList<HistoryEntry> entries = undo.entries();
    QVERIFY(entries.size() >= 3);
    for (const HistoryEntry &entry : entries) {
        QCOMPARE(undoRequests({entry}).isEmpty(), entry.after.outcome == HistoryOutcome::Failed);
    }
}

void TestHistoryJournal::storedBeforeItIsSent()
{
    PracticeFixture fixture;
    QVERIFY(fixture.start(u"0.12.4"_s));
    WaitingJournal journal;
    fixture.journal = &journal;
    Run &run = fixture.run();
    run.deploy({fixture.request(fixture.write(u"a.py"_s, pluginText(PluginKind::Filter, u"a"_s, u"1.0"_s)))});
    QTRY_VERIFY_WITH_TIMEOUT(bool(journal.waiting), 30'000);
    QCOMPARE(fixture.posts, 0);
    QSignalSpy finished(&run, &Run::runFinished);
    journal.waiting(7);
    QVERIFY(finished.wait(30'000));
    QCOMPARE(journal.ended, (QList<std::pair<qint64, HistoryOutcome>>{{7, HistoryOutcome::Done}}));
}

void TestHistoryJournal::blindUpdateThenCreate()
{
    PracticeFixture fixture;
    QVERIFY(fixture.start(u"0.11.4"_s));
    UndoFixture undo(fixture);
    fixture.connection.order = DeployOrder::UpdateThenCreate;
    QVERIFY(fixture.deploy(fixture.write(u"a.py"_s, pluginText(PluginKind::Filter, u"a"_s, u"1.0"_s))).isSuccess());
    const QList<HistoryEntry> entries = undo.entries();
    QCOMPARE(entries.size(), 2);
    QCOMPARE(entries.at(1).change, HistoryChange::Update);
    QCOMPARE(entries.at(1).after.outcome, HistoryOutcome::Failed);
    QVERIFY(!entries.at(1).hasWayBack()); // nobody looked
    QCOMPARE(entries.at(0).change, HistoryChange::Create);
    QCOMPARE(entries.at(0).after.outcome, HistoryOutcome::Done);
    const QList<GoBackRequest> requests = undoRequests(entries);
    QCOMPARE(requests.size(), 1);
    QVERIFY(requests.first().undoesCreate());
}

void TestHistoryJournal::cannotBeStored_data()
{
    QTest::addColumn<bool>("production");
    QTest::newRow("anywhere") << false;
    QTest::newRow("production") << true;
}

void TestHistoryJournal::cannotBeStored()
{
    QFETCH(bool, production);

    PracticeFixture fixture;
    QVERIFY(fixture.start(u"0.12.4"_s));
    RefusingJournal journal;
    fixture.journal = &journal;
    fixture.connection.production = production;
    const Plugin plugin = fixture.write(u"a.py"_s, pluginText(PluginKind::Filter, u"a"_s, u"1.0"_s));
    const DeployResult result = fixture.deploy(plugin, {Consent::Production});
    const QString told = result.message + result.notes.join(u' ');
    QVERIFY2(told.contains(u"The disk is full."_s), qPrintable(told));
    QCOMPARE(journal.afters, 0);
    if (production) {
        QCOMPARE(result.outcome, DeployOutcome::Failed);
        QCOMPARE(fixture.posts, 0);
        QVERIFY(!result.remedy.isEmpty());
    } else {
        QCOMPARE(result.outcome, DeployOutcome::Created);
    }
}

void TestHistoryJournal::cancelledWhileStoring()
{
    PracticeFixture fixture;
    QVERIFY(fixture.start(u"0.12.4"_s));
    WaitingJournal journal;
    fixture.journal = &journal;
    Run &run = fixture.run();
    QSignalSpy finished(&run, &Run::runFinished);
    run.deploy({fixture.request(fixture.write(u"a.py"_s, pluginText(PluginKind::Filter, u"a"_s, u"1.0"_s)))});
    QTRY_VERIFY_WITH_TIMEOUT(bool(journal.waiting), 30'000);
    run.cancelAll();
    QVERIFY(finished.wait(30'000));
    QCOMPARE(run.results().first().outcome, DeployOutcome::Cancelled);
    QVERIFY(journal.ended.isEmpty());
    journal.waiting(7); // it was stored after all
    QCOMPARE(journal.ended, (QList<std::pair<qint64, HistoryOutcome>>{{7, HistoryOutcome::NotSent}}));
    QCOMPARE(fixture.posts, 0);
}

void TestHistoryJournal::unchangedIsNotRecorded()
{
    PracticeFixture fixture;
    QVERIFY(fixture.start(u"0.12.4"_s));
    UndoFixture undo(fixture);
    const Plugin plugin = fixture.write(u"a.py"_s, pluginText(PluginKind::Filter, u"a"_s, u"1.0"_s));
    QVERIFY(fixture.deploy(plugin).isSuccess());
    DeployRequest again = fixture.request(plugin);
    again.sendUnchanged = false;
    QCOMPARE(fixture.deploy({again}).value(u"a.py"_s).outcome, DeployOutcome::Unchanged);
    QCOMPARE(undo.entries().size(), 1);
    QCOMPARE(undo.runs().size(), 1);
}

void TestHistoryJournal::noHistoryFolder()
{
    PracticeFixture fixture;
    QVERIFY(fixture.start(u"0.12.4"_s));
    UndoFixture undo(fixture);
    QFile inTheWay(undo.folder());
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const DeployResult result =
        fixture.deploy(fixture.write(u"a.py"_s, pluginText(PluginKind::Filter, u"a"_s, u"1.0"_s)));
    QCOMPARE(result.outcome, DeployOutcome::Created);
    QVERIFY2(result.notes.join(u' ').contains(undo.folder()), qPrintable(result.notes.join(u' ')));
}

QTEST_GUILESS_MAIN(TestHistoryJournal)

#include "tst_historyjournal.moc"
