// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/run/runsummary.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;

class RunSummaryTest final : public QObject
{
    Q_OBJECT

private slots:
    void countsEveryOutcome();
    void saysOnlyWhatHappened();
};

void RunSummaryTest::countsEveryOutcome()
{
    RunSummary summary;
    for (const DeployOutcome outcome : allOf<DeployOutcome>()) {
        summary.count(outcome);
    }
    QCOMPARE(summary.total(), 11);
    const RunSummary oneOfEach{.created = 1,
                               .updated = 1,
                               .unchanged = 1,
                               .deleted = 1,
                               .switchedOn = 1,
                               .switchedOff = 1,
                               .takenBack = 1,
                               .failed = 1,
                               .unknown = 1,
                               .cancelled = 1,
                               .blocked = 1};
    QCOMPARE(summary, oneOfEach);
    QCOMPARE(summary.toJson().keys().join(u' '),
             u"blocked cancelled created deleted failed switchedOff switchedOn takenBack unchanged unknown updated"_s);
    QVERIFY(!summary.isClean());
}

void RunSummaryTest::saysOnlyWhatHappened()
{
    QCOMPARE(RunSummary({.created = 1, .updated = 9, .failed = 1}).text(), u"9 updated, 1 created, 1 failed."_s);
    QCOMPARE(RunSummary().text(), u"Nothing was deployed."_s);
    QCOMPARE(RunSummary({.deleted = 3, .switchedOn = 1, .switchedOff = 2, .takenBack = 4}).text(),
             u"4 taken back, 3 deleted, 1 switched on, 2 switched off."_s);
    QVERIFY(RunSummary({.created = 1, .updated = 9, .deleted = 1, .takenBack = 1}).isClean());
}

QTEST_GUILESS_MAIN(RunSummaryTest)
#include "tst_runsummary.moc"
