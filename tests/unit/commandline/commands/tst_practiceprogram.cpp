// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/programrun.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui::test;

class TestPracticeProgram final : public QObject
{
    Q_OBJECT

private slots:
    void deploysTheSamples()
    {
        ProgramRun run(
            {u"deploy"_s, QStringLiteral(OWUI_SOURCE_DIR "/resources/samples"), u"--practice"_s, u"--json"_s});
        QVERIFY(run.run());
        QVERIFY2(run.exitCode() == 0, run.errors().constData());
        const QJsonValue summary = run.document().value(u"summary"_s);
        QVERIFY(summary[u"created"_s].toInt() >= 5);
        QCOMPARE(summary[u"failed"_s].toInt(), 0);
    }

    void runsUntilInterrupted()
    {
        ProgramRun practice({u"practice"_s, u"--json"_s});
        practice.start();
        QTRY_VERIFY_WITH_TIMEOUT(!practice.document().isEmpty(), 20'000);
        ProgramRun test(
            {u"test-connection"_s, u"--url"_s, practice.document().value(u"url"_s).toString(), u"--key-stdin"_s});
        QVERIFY(test.run(practice.document().value(u"key"_s).toString().toLatin1()));
        QVERIFY2(test.exitCode() == 0, test.output().constData());
        practice.interrupt();
        QVERIFY(practice.waitForEnd());
        QVERIFY(!practice.crashed());
        QCOMPARE(practice.exitCode(), 0);
        QCOMPARE(practice.errors(), QByteArray());
    }

    void refusesAnUnknownRelease()
    {
        ProgramRun practice({u"practice"_s, u"--release"_s, u"9.9.9"_s});
        QVERIFY(practice.run());
        QCOMPARE(practice.exitCode(), 2);
        QCOMPARE(practice.output(), QByteArray());
        QVERIFY2(practice.errors().contains("9.9.9") && practice.errors().contains("0.7.2"),
                 practice.errors().constData());
        QCOMPARE(practice.errors().count('\n'), 1);
    }
};

QTEST_GUILESS_MAIN(TestPracticeProgram)
#include "tst_practiceprogram.moc"
