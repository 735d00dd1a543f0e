// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/practicefixture.h"
#include "support/undofixture.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

class TestDelete final : public QObject
{
    Q_OBJECT

private slots:
    void deletesWhatIsThere_data();
    void deletesWhatIsThere();
    void keepsWhatIsThereNow();
    void stopsWhereItChanged();
    void saysThatItWasGone();
    void sendsNothingWithoutHistory();
};

namespace {

/// A plugin on a practice server with a history.
struct Fixture
{
    bool start(PluginKind kind = PluginKind::Filter)
    {
        space = spaceOf(kind);
        if (!deploy.start(u"0.12.4"_s)) {
            return false;
        }
        undo = std::make_unique<UndoFixture>(deploy);
        return deploy.deploy(deploy.write(u"f.py"_s, pluginText(kind, u"F"_s, u"1.0"_s))).isSuccess();
    }

    std::optional<ServerPlugin> now() { return deploy.look(space, u"f"_s).plugin; }

    DeployResult remove(const ServerPlugin &seen)
    {
        Run &run = deploy.run();
        run.remove({{.seen = seen}});
        if (!deploy.waitForEnd()) {
            qWarning("it did not end");
        }
        requests.clear();
        for (const Exchange &exchange : std::as_const(deploy.exchanges)) {
            if (exchange.path != u"/api/version") {
                requests.append(exchange.method);
            }
        }
        return run.results().value(0);
    }

    PracticeFixture deploy;
    std::unique_ptr<UndoFixture> undo;
    PluginSpace space = PluginSpace::Function;
    QByteArrayList requests;
};

} // namespace

void TestDelete::deletesWhatIsThere_data()
{
    QTest::addColumn<PluginKind>("kind");
    QTest::newRow("function") << PluginKind::Filter;
    QTest::newRow("tool") << PluginKind::Tool;
}

void TestDelete::deletesWhatIsThere()
{
    QFETCH(const PluginKind, kind);
    Fixture f;
    QVERIFY(f.start(kind));
    const ServerPlugin seen = *f.now();
    QCOMPARE(f.remove(seen).outcome, DeployOutcome::Deleted);
    QCOMPARE(f.deploy.look(f.space, u"f"_s).presence, Presence::Missing);
    const HistoryEntry entry = f.undo->last(f.space, u"f"_s);
    QCOMPARE(entry.change, HistoryChange::Delete);
    QCOMPARE(entry.after.outcome, HistoryOutcome::Done);
    // And it can be brought back.
    QCOMPARE(f.undo->goBack(GoBackRequest::toBefore(entry)).outcome, DeployOutcome::TakenBack);
    QCOMPARE(f.now()->content, seen.content);
}

void TestDelete::keepsWhatIsThereNow()
{
    Fixture f;
    QVERIFY(f.start());
    const ServerPlugin seen = *f.now();
    // Switched on since: no other text, so nobody is asked again, but what is kept is how it is now.
    QVERIFY(f.deploy.post(u"/api/v1/functions/id/f/toggle"_s));
    QCOMPARE(f.remove(seen).outcome, DeployOutcome::Deleted);
    QVERIFY(f.undo->last(f.space, u"f"_s).before->active);
}

void TestDelete::stopsWhereItChanged()
{
    Fixture f;
    QVERIFY(f.start());
    const ServerPlugin seen = *f.now();
    QVERIFY(f.deploy.post(u"/api/v1/functions/id/f/update"_s, {{u"id"_s, u"f"_s},
                                                               {u"name"_s, u"F"_s},
                                                               {u"content"_s, *seen.content + u"\n# mended\n"_s},
                                                               {u"meta"_s, seen.meta}}));
    const qsizetype known = f.undo->entries().size();
    QCOMPARE(f.remove(seen).outcome, DeployOutcome::Blocked);
    QCOMPARE(f.requests, QByteArrayList{"GET"});
    QVERIFY(f.now());
    QCOMPARE(f.undo->entries().size(), known);
}

void TestDelete::saysThatItWasGone()
{
    Fixture f;
    QVERIFY(f.start());
    const ServerPlugin seen = *f.now();
    QCOMPARE(f.remove(seen).outcome, DeployOutcome::Deleted);
    QCOMPARE(f.remove(seen).outcome, DeployOutcome::Unchanged);
    QCOMPARE(f.requests, QByteArrayList{"GET"});
}

void TestDelete::sendsNothingWithoutHistory()
{
    Fixture f;
    QVERIFY(f.start());
    UndoFixture other(f.deploy);
    QFile inTheWay(other.folder());
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const DeployResult result = f.remove(*f.now());
    QCOMPARE(result.outcome, DeployOutcome::Failed);
    QVERIFY(!result.message.isEmpty() && !result.remedy.isEmpty());
    QCOMPARE(f.requests, QByteArrayList{"GET"});
    QVERIFY(f.now());
}

QTEST_GUILESS_MAIN(TestDelete)

#include "tst_delete.moc"
