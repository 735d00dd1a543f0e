// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/run/recordeddelete.h"
#include "support/practicefixture.h"
#include "support/undofixture.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

class TestRecordedDelete final : public QObject
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

using Outcome = DeleteResult::Outcome;

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

    DeleteResult remove(const ServerPlugin &seen)
    {
        QNetworkAccessManager network;
        OpenWebUi server(network, deploy.connection, deploy.credential);
        requests.clear();
        QObject::connect(&server, &OpenWebUi::exchanged, &server,
                         [this](const Exchange &exchange) { requests.append(exchange.method); });
        auto *work = new RecordedDelete(server, *deploy.journal, seen, &server); // deletes itself
        DeleteResult result;
        QSignalSpy spy(work, &RecordedDelete::finished);
        QObject::connect(work, &RecordedDelete::finished, &server,
                         [&result](const DeleteResult &told) { result = told; });
        work->start();
        if (spy.isEmpty() && !spy.wait(30'000)) {
            qWarning("it did not end");
        }
        return result;
    }

    PracticeFixture deploy;
    std::unique_ptr<UndoFixture> undo;
    PluginSpace space = PluginSpace::Function;
    QByteArrayList requests;
};

} // namespace

void TestRecordedDelete::deletesWhatIsThere_data()
{
    QTest::addColumn<PluginKind>("kind");
    QTest::newRow("function") << PluginKind::Filter;
    QTest::newRow("tool") << PluginKind::Tool;
}

void TestRecordedDelete::deletesWhatIsThere()
{
    QFETCH(const PluginKind, kind);
    Fixture f;
    QVERIFY(f.start(kind));
    const ServerPlugin seen = *f.now();
    QCOMPARE(f.remove(seen).outcome, Outcome::Deleted);
    QCOMPARE(f.deploy.look(f.space, u"f"_s).presence, Presence::Missing);
    const HistoryEntry entry = f.undo->last(f.space, u"f"_s);
    QCOMPARE(entry.change, HistoryChange::Delete);
    QCOMPARE(entry.after.outcome, HistoryOutcome::Done);
    // And it can be brought back.
    QCOMPARE(f.undo->goBack(GoBackRequest::toBefore(entry)).outcome, DeployOutcome::Created);
    QCOMPARE(f.now()->content, seen.content);
}

void TestRecordedDelete::keepsWhatIsThereNow()
{
    Fixture f;
    QVERIFY(f.start());
    const ServerPlugin seen = *f.now();
    // Switched on since: no other text, so nobody is asked again, but what is kept is how it is now.
    QVERIFY(f.deploy.post(u"/api/v1/functions/id/f/toggle"_s));
    QCOMPARE(f.remove(seen).outcome, Outcome::Deleted);
    QVERIFY(f.undo->last(f.space, u"f"_s).before->active);
}

void TestRecordedDelete::stopsWhereItChanged()
{
    Fixture f;
    QVERIFY(f.start());
    const ServerPlugin seen = *f.now();
    QVERIFY(f.deploy.post(u"/api/v1/functions/id/f/update"_s, {{u"id"_s, u"f"_s},
                                                               {u"name"_s, u"F"_s},
                                                               {u"content"_s, *seen.content + u"\n# mended\n"_s},
                                                               {u"meta"_s, seen.meta}}));
    const qsizetype known = f.undo->entries().size();
    QCOMPARE(f.remove(seen).outcome, Outcome::Changed);
    QCOMPARE(f.requests, QByteArrayList{"GET"});
    QVERIFY(f.now());
    QCOMPARE(f.undo->entries().size(), known);
}

void TestRecordedDelete::saysThatItWasGone()
{
    Fixture f;
    QVERIFY(f.start());
    const ServerPlugin seen = *f.now();
    QCOMPARE(f.remove(seen).outcome, Outcome::Deleted);
    QCOMPARE(f.remove(seen).outcome, Outcome::Missing);
    QCOMPARE(f.requests, QByteArrayList{"GET"});
}

void TestRecordedDelete::sendsNothingWithoutHistory()
{
    Fixture f;
    QVERIFY(f.start());
    UndoFixture other(f.deploy);
    QFile inTheWay(other.folder());
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const DeleteResult result = f.remove(*f.now());
    QCOMPARE(result.outcome, Outcome::Refused);
    QVERIFY(!result.unstored.text.isEmpty() && !result.unstored.remedy.isEmpty());
    QCOMPARE(f.requests, QByteArrayList{"GET"});
    QVERIFY(f.now());
}

QTEST_GUILESS_MAIN(TestRecordedDelete)

#include "tst_recordeddelete.moc"
