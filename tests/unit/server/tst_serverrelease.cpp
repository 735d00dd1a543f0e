// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/serverrelease.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;

class TestServerRelease : public QObject
{
    Q_OBJECT

private slots:
    void knowsWhatFollows_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("known");
        QTest::addColumn<bool>("deactivates");
        QTest::addColumn<bool>("updateTells");
        QTest::addColumn<bool>("events");
        QTest::addColumn<bool>("losesToggle");
        //                          known    off      tells    events   toggle
        QTest::newRow("unknown") << QString() << false << true << false << true << false;
        QTest::newRow("word") << u"main"_s << false << true << false << true << false;
        QTest::newRow("0.5.20") << u"0.5.20"_s << true << true << false << false << false;
        QTest::newRow("0.6.29") << u"0.6.29"_s << true << true << false << false << false;
        QTest::newRow("0.6.30") << u"0.6.30"_s << true << true << false << false << true;
        QTest::newRow("0.6.43") << u"0.6.43"_s << true << true << false << false << true;
        QTest::newRow("0.7.0") << u"0.7.0"_s << true << true << false << false << false;
        QTest::newRow("0.9.6") << u"0.9.6"_s << true << true << false << false << false;
        QTest::newRow("0.10") << u"0.10"_s << true << true << false << true << false;
        QTest::newRow("0.10.2") << u"0.10.2"_s << true << true << false << true << false;
        QTest::newRow("0.11.4") << u"0.11.4"_s << true << true << false << true << false;
        QTest::newRow("0.12.0-dev") << u"0.12.0-dev"_s << true << false << true << true << false;
        QTest::newRow("v0.12.4") << u"v0.12.4"_s << true << false << true << true << false;
        QTest::newRow("1.0") << u"1.0"_s << true << false << true << true << false;
    }

    void knowsWhatFollows()
    {
        QFETCH(QString, text);
        const ServerRelease release(text);
        QTEST(release.isKnown(), "known");
        QTEST(release.mayDeactivateOnFailure(), "deactivates");
        QTEST(release.tellsReasonOnUpdateOnly(), "updateTells");
        QTEST(release.hasEventFunctions(), "events");
        QTEST(release.losesToggleOnCreate(), "losesToggle");
        QCOMPARE(release.hasVersions(), release.tellsReasonOnUpdateOnly());
        QCOMPARE(release.text(), text);
    }

    void compares()
    {
        QVERIFY(ServerRelease(u"0.9.6"_s).isBefore(0, 10));
        QVERIFY(!ServerRelease(u"0.10.0"_s).isBefore(0, 10));
        QVERIFY(!ServerRelease(u"0.10"_s).isBefore(0, 10, 0));
        QVERIFY(ServerRelease(u"0.10"_s).isAtLeast(0, 10, 0));
        QVERIFY(!ServerRelease().isBefore(0, 10));
        QVERIFY(!ServerRelease().isAtLeast(0, 10));
    }

    void readsRequiredVersionsAsThePageDoes_data()
    {
        QTest::addColumn<QString>("release");
        QTest::addColumn<QString>("required");
        QTest::addColumn<bool>("tooOld");
        QTest::newRow("none") << u"0.12.4"_s << u""_s << false;
        QTest::newRow("unknown release") << u""_s << u"9.9"_s << false;
        QTest::newRow("same") << u"0.12.4"_s << u"0.12.4"_s << false;
        QTest::newRow("older wanted") << u"0.12.4"_s << u"0.5.0"_s << false;
        QTest::newRow("by number") << u"0.12.4"_s << u"0.9.6"_s << false;
        QTest::newRow("newer wanted") << u"0.9.6"_s << u"0.12.4"_s << true;
        QTest::newRow("shorter wanted") << u"0.12.4"_s << u"0.12"_s << false;
        QTest::newRow("longer wanted") << u"0.12"_s << u"0.12.0"_s << true;
        QTest::newRow("a leading v always blocks") << u"0.12.4"_s << u"v0.5.0"_s << true;
        QTest::newRow("a sign never does") << u"0.12.4"_s << u">=0.99"_s << false;
        QTest::newRow("leading zeros") << u"0.12.4"_s << u"0.012.04"_s << false;
        QTest::newRow("blanks") << u"0.12.4"_s << u" 0.12.5 "_s << true;
    }

    void readsRequiredVersionsAsThePageDoes()
    {
        QFETCH(QString, release);
        QFETCH(QString, required);
        QTEST(ServerRelease(release).isTooOldFor(required), "tooOld");
    }
};

QTEST_GUILESS_MAIN(TestServerRelease)
#include "tst_serverrelease.moc"
