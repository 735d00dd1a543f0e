// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "history/historylimits.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;

class TestHistoryLimits final : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void savesWhatItReads();
};

void TestHistoryLimits::reads_data()
{
    QTest::addColumn<QVariant>("megabytes");
    QTest::addColumn<QVariant>("days");
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<int>("age");

    constexpr qint64 mega = 1024 * 1024;
    QTest::newRow("nothing") << QVariant() << QVariant() << 1024 * mega << 365;
    QTest::newRow("given") << QVariant(50) << QVariant(30) << 50 * mega << 30;
    QTest::newRow("as text") << QVariant(u"50"_s) << QVariant(u"30"_s) << 50 * mega << 30;
    QTest::newRow("nonsense") << QVariant(u"much"_s) << QVariant(u"long"_s) << 1024 * mega << 365;
    QTest::newRow("nothing may stay") << QVariant(0) << QVariant(-5) << 1024 * mega << 365;
    QTest::newRow("no end") << QVariant(Q_INT64_C(9'000'000'000'000'000)) << QVariant(2'000'000'000) << mega * mega
                            << 36'500;
}

void TestHistoryLimits::reads()
{
    QFETCH(QVariant, megabytes);
    QFETCH(QVariant, days);

    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
    if (megabytes.isValid()) {
        settings.setValue(u"history/megabytes"_s, megabytes);
        settings.setValue(u"history/days"_s, days);
    }
    const HistoryLimits limits = HistoryLimits::from(settings);
    QTEST(limits.bytes, "bytes");
    QTEST(static_cast<int>(limits.age.count()), "age");
}

void TestHistoryLimits::savesWhatItReads()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
    const HistoryLimits limits{.bytes = qint64(7) * 1024 * 1024, .age = std::chrono::days(9)};
    limits.saveTo(settings);
    QVERIFY(HistoryLimits::from(settings) == limits);
}

QTEST_GUILESS_MAIN(TestHistoryLimits)

#include "tst_historylimits.moc"
