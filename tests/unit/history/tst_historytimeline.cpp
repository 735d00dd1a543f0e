// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "history/historytimeline.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;

namespace {

QDateTime second(int seconds)
{
    return QDateTime::fromSecsSinceEpoch(1'700'000'000 + seconds, Qt::UTC);
}

HistoryEntry entry(qint64 number, int at, const QString &versionId)
{
    HistoryEntry entry;
    entry.number = number;
    entry.when = second(at);
    entry.before = HistoryState{.contentHash = "h", .version = u"1.0"_s};
    entry.after = {.outcome = HistoryOutcome::Done, .version = u"1.1"_s, .versionId = versionId};
    return entry;
}

ServerVersion version(const QString &id, int at)
{
    return {.id = id, .parentId = {}, .author = u"Ann"_s, .message = {}, .when = second(at)};
}

/// A switch of what has this version.
HistoryEntry toggle(qint64 number, int at, const QString &versionId, std::optional<bool> on = true)
{
    HistoryEntry toggle = entry(number, at, versionId);
    toggle.change = HistoryChange::Toggle;
    toggle.before->versionId = versionId;
    toggle.after.active = on;
    return toggle;
}

/// One that found a version there.
HistoryEntry found(const QString &versionId, HistoryEntry entry)
{
    entry.before->versionId = versionId;
    return entry;
}

/// "#2=v2*": entry 2, which made version v2, which is live.
QString lineOf(const HistoryMoment &moment)
{
    return (moment.entry ? u"#%1"_s.arg(moment.entry->number) : QString()) +
           (moment.version ? u'=' + moment.version->id : QString()) + (moment.live ? u"*"_s : QString());
}

} // namespace

class TestHistoryTimeline final : public QObject
{
    Q_OBJECT

private slots:
    void merges_data();
    void merges();
    void tellsWhatIsNow();
    void tellsWhatCanBeDone();
    void tellsWhichWayItWasSwitched();
};

void TestHistoryTimeline::merges_data()
{
    using Entries = QList<HistoryEntry>;
    using Versions = QList<ServerVersion>;
    QTest::addColumn<Entries>("entries");
    QTest::addColumn<Versions>("versions");
    QTest::addColumn<QString>("live");
    QTest::addColumn<QString>("expected");

    QTest::newRow("nothing") << Entries{} << Versions{} << QString() << QString();
    QTest::newRow("ours only") << Entries{entry(2, 20, {}), entry(1, 10, {})} << Versions{} << QString() << u"#2 #1"_s;
    QTest::newRow("theirs only") << Entries{} << Versions{version(u"b"_s, 20), version(u"a"_s, 10)} << u"a"_s
                                 << u"=b =a*"_s;
    QTest::newRow("one made the other") << Entries{entry(2, 20, u"b"_s), entry(1, 10, u"a"_s)}
                                        << Versions{version(u"b"_s, 20), version(u"a"_s, 10)} << u"b"_s
                                        << u"#2=b* #1=a"_s;
    QTest::newRow("somebody in between") << Entries{entry(2, 30, u"c"_s), entry(1, 10, u"a"_s)}
                                         << Versions{version(u"c"_s, 30), version(u"b"_s, 20), version(u"a"_s, 10)}
                                         << u"c"_s << u"#2=c* =b #1=a"_s;
    QTest::newRow("failed in between") << Entries{entry(3, 30, u"c"_s), entry(2, 20, {}), entry(1, 10, u"a"_s)}
                                       << Versions{version(u"c"_s, 30), version(u"a"_s, 10)} << u"c"_s
                                       << u"#3=c* #2 #1=a"_s;
    QTest::newRow("the server's clock is an hour ahead")
        << Entries{entry(3, 30, {}), entry(2, 20, u"c"_s), entry(1, 10, u"a"_s)}
        << Versions{version(u"c"_s, 3620), version(u"b"_s, 3615), version(u"a"_s, 3610)} << u"c"_s
        << u"#3 #2=c* =b #1=a"_s;
    QTest::newRow("gone back: the old version is live")
        << Entries{entry(3, 30, u"a"_s), entry(2, 20, u"b"_s), entry(1, 10, u"a"_s)}
        << Versions{version(u"b"_s, 20), version(u"a"_s, 10)} << u"a"_s << u"#3 #2=b #1=a*"_s;
    QTest::newRow("somebody's version was switched")
        << Entries{toggle(2, 30, u"b"_s), entry(1, 10, u"a"_s)} << Versions{version(u"b"_s, 20), version(u"a"_s, 10)}
        << u"b"_s << u"#2 =b* #1=a"_s;
    QTest::newRow("gone back to somebody's version")
        << Entries{entry(2, 30, u"a"_s), found(u"a"_s, entry(1, 20, u"b"_s))}
        << Versions{version(u"b"_s, 20), version(u"a"_s, 10)} << u"a"_s << u"#2 #1=b =a*"_s;
    QTest::newRow("one second, random order")
        << Entries{entry(2, 10, u"b"_s), entry(1, 10, u"a"_s)} << Versions{version(u"a"_s, 10), version(u"b"_s, 10)}
        << u"b"_s << u"#2=b* #1=a"_s;
}

void TestHistoryTimeline::merges()
{
    QFETCH(QList<HistoryEntry>, entries);
    QFETCH(QList<ServerVersion>, versions);
    QFETCH(QString, live);

    QStringList lines;
    for (const HistoryMoment &moment : mergeHistory(entries, versions, live)) {
        lines.append(lineOf(moment));
    }
    QTEST(lines.join(u' '), "expected");
}

/// Going back and switching make no version, but are what happened last to the one that is there.
void TestHistoryTimeline::tellsWhatIsNow()
{
    const QList<ServerVersion> versions{version(u"b"_s, 20), version(u"a"_s, 10)};
    const auto rowsNow = [&versions](const QList<HistoryEntry> &entries, const QString &live) {
        QString rows;
        for (const HistoryMoment &moment : mergeHistory(entries, versions, live)) {
            rows += moment.now ? u'x' : u'-';
        }
        return rows;
    };
    const HistoryEntry made = entry(1, 10, u"a"_s);
    const HistoryEntry updated = entry(2, 20, u"b"_s);
    QCOMPARE(rowsNow({updated, made}, u"b"_s), u"x-"_s);
    QCOMPARE(rowsNow({entry(3, 30, u"a"_s), updated, made}, u"a"_s), u"x--"_s);
    QCOMPARE(rowsNow({toggle(3, 30, u"b"_s), updated, made}, u"b"_s), u"x--"_s);
    QCOMPARE(rowsNow({updated, made}, u"c"_s), u"--"_s);
}

void TestHistoryTimeline::tellsWhatCanBeDone()
{
    HistoryMoment ours{.entry = entry(1, 1, {}), .version = {}, .live = false};
    QVERIFY(ours.canGoBackBefore());
    QVERIFY(!ours.canGoTo());
    QCOMPARE(ours.versionFrom(), u"1.0"_s);
    QCOMPARE(ours.versionTo(), u"1.1"_s);
    ours.entry->before->contentHash.clear();
    QVERIFY(!ours.canGoBackBefore());
    ours.entry->before.reset();
    QVERIFY(ours.canGoBackBefore()); // it was not there
    ours.entry->after.outcome = HistoryOutcome::Unknown;
    QVERIFY(ours.canGoBackBefore());
    ours.entry->after.outcome = HistoryOutcome::Failed;
    ours.entry->after.contentHash = "theirs";
    QVERIFY(!ours.canGoBackBefore()); // nor was it created: what is there is somebody else's
    ours.entry->after.outcome = HistoryOutcome::Done;
    ours.entry->looked = false;
    QVERIFY(!ours.canGoBackBefore());
    ours.entry->looked = true;
    ours.entry->after.outcome = HistoryOutcome::NotSent;
    QVERIFY(!ours.canGoBackBefore());

    HistoryMoment theirs{.entry = {}, .version = version(u"a"_s, 1), .live = false};
    QVERIFY(theirs.canGoTo());
    QVERIFY(!theirs.canGoBackBefore());
    theirs.live = true;
    QVERIFY(!theirs.canGoTo());
    QVERIFY(!theirs.what().isEmpty());
}

void TestHistoryTimeline::tellsWhichWayItWasSwitched()
{
    const auto what = [](const HistoryEntry &entry) { return HistoryMoment{.entry = entry}.what(); };
    QCOMPARE(what(toggle(1, 10, {}, true)), u"switched on"_s);
    QCOMPARE(what(toggle(1, 10, {}, false)), u"switched off"_s);
    QCOMPARE(what(toggle(1, 10, {}, {})), u"switched on or off"_s); // nobody saw it
    HistoryEntry failed = toggle(1, 10, {}, false);
    failed.after.outcome = HistoryOutcome::Failed;
    QCOMPARE(what(failed), u"switch on or off: failed"_s);
}

QTEST_GUILESS_MAIN(TestHistoryTimeline)

#include "tst_historytimeline.moc"
