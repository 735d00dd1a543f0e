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
    for (const DeployOutcome outcome :
         {DeployOutcome::Created, DeployOutcome::Updated, DeployOutcome::Unchanged, DeployOutcome::Failed,
          DeployOutcome::Unknown, DeployOutcome::Cancelled, DeployOutcome::Blocked}) {
        summary.count(outcome);
    }
    QCOMPARE(summary.total(), 7);
    const RunSummary oneOfEach{
        .created = 1, .updated = 1, .unchanged = 1, .failed = 1, .unknown = 1, .cancelled = 1, .blocked = 1};
    QCOMPARE(summary, oneOfEach);
    QVERIFY(!summary.isClean());
}

void RunSummaryTest::saysOnlyWhatHappened()
{
    QCOMPARE(RunSummary({.created = 1, .updated = 9, .failed = 1}).text(), u"9 updated, 1 created, 1 failed."_s);
    QCOMPARE(RunSummary().text(), u"Nothing was deployed."_s);
    QVERIFY(RunSummary({.created = 1, .updated = 9}).isClean());
}

QTEST_GUILESS_MAIN(RunSummaryTest)
#include "tst_runsummary.moc"
