// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/version.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;

class TestVersion : public QObject
{
    Q_OBJECT

private slots:
    void compare_data();
    void compare();
    void raise_data();
    void raise();
};

void TestVersion::compare_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<VersionOrder>("expected");

    const auto row = [](const QString &left, VersionOrder expected, const QString &right) {
        QTest::addRow("%s against %s", qPrintable(left), qPrintable(right)) << left << right << expected;
    };
    using enum VersionOrder;
    row(u"1.10"_s, Newer, u"1.9"_s);
    row(u"1.10"_s, Newer, u"1.9-beta"_s);
    row(u"v1.2.3"_s, Equal, u"1.2.3"_s);
    row(u"V1.2.3"_s, Older, u"1.2.4"_s);
    row(u"1.2"_s, Equal, u"1.2.0"_s);
    row(u"1.02"_s, Equal, u"1.2"_s);
    row(u"0"_s, Equal, u"0.0.0"_s);
    row(u"1.2.3-beta"_s, Older, u"1.2.3"_s);
    row(u"1.2.3-beta"_s, Newer, u"1.2.3-alpha"_s);
    row(u"1.2.3-beta.2"_s, Older, u"1.2.3-beta.10"_s);
    row(u"1.2.3b1"_s, Equal, u"1.2.3-beta.1"_s);
    row(u"1.2.3-rc1"_s, Newer, u"1.2.3-beta9"_s);
    row(u"1.2.3.dev1"_s, Older, u"1.2.3a1"_s);
    row(u"1.2.3.post1"_s, Newer, u"1.2.3"_s);
    row(u"0.3.9c"_s, Newer, u"0.3.9"_s);
    row(u"0.3.9c"_s, Newer, u"0.3.9b"_s);
    row(u"0.3.9c"_s, Older, u"0.3.10"_s);
    row(u"0.3.9a"_s, Unordered, u"0.3.9"_s);
    row(u"0.3.5.1"_s, Newer, u"0.3.5"_s);
    row(u"0.3.5.1"_s, Older, u"0.3.6"_s);
    row(u"1.2-1"_s, Unordered, u"1.2"_s);
    row(u"1.2-1"_s, Older, u"1.2-2"_s);
    row(u"1.2.3-foo"_s, Unordered, u"1.2.3"_s);
    row(u"1.2.3-foo"_s, Equal, u"1.2.3-foo"_s);
    row(u"1.2.3-foo"_s, Newer, u"1.2.2"_s);
    row(u"1.2.3+build.1"_s, Unordered, u"1.2.3+build.2"_s);
    row(u"2024-10-01"_s, Unordered, u"2024-10-02"_s);
    row(u"99999999999999999999.1"_s, Newer, u"99999999999999999998.9"_s);
    row(u" 1.2 "_s, Equal, u"1.2"_s);
    row({}, Unordered, u"1.0"_s);
    row({}, Unordered, {});
    row(u"latest"_s, Unordered, u"latest"_s);
    row(u"1.2.3  # bump me"_s, Unordered, u"1.2.3"_s);
    row(u"\"1.2.3\""_s, Unordered, u"1.2.3"_s);
    row(u"1..2"_s, Unordered, u"1.2"_s);
}

void TestVersion::compare()
{
    QFETCH(QString, left);
    QFETCH(QString, right);
    QFETCH(VersionOrder, expected);

    const VersionOrder reversed = expected == VersionOrder::Newer   ? VersionOrder::Older
                                  : expected == VersionOrder::Older ? VersionOrder::Newer
                                                                    : expected;
    QCOMPARE(compareVersions(left, right), expected);
    QCOMPARE(compareVersions(right, left), reversed);
}

void TestVersion::raise_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("patch");
    QTest::addColumn<QString>("minor");
    QTest::addColumn<QString>("major");

    const auto row = [](const QString &version, const QString &patch, const QString &minor, const QString &major) {
        QTest::addRow("%s", qPrintable(version)) << version << patch << minor << major;
    };
    row(u"1.2.3"_s, u"1.2.4"_s, u"1.3.0"_s, u"2.0.0"_s);
    row(u"1.9.99"_s, u"1.9.100"_s, u"1.10.0"_s, u"2.0.0"_s);
    row(u"v1.2.3"_s, u"v1.2.4"_s, u"v1.3.0"_s, u"v2.0.0"_s);
    row(u"1"_s, u"1.0.1"_s, u"1.1"_s, u"2"_s);
    row(u"1.2"_s, u"1.2.1"_s, u"1.3"_s, u"2.0"_s);
    row(u"0.3.5.1"_s, u"0.3.6.0"_s, u"0.4.0.0"_s, u"1.0.0.0"_s);
    row(u"2024.05.09"_s, u"2024.05.10"_s, u"2024.06.00"_s, u"2025.00.00"_s);
    row(u"99999999999999999999"_s, u"99999999999999999999.0.1"_s, u"99999999999999999999.1"_s,
        u"100000000000000000000"_s);
    // The next patch of what comes before a release is the release.
    row(u"1.2.3-beta.2"_s, u"1.2.3"_s, u"1.3.0"_s, u"2.0.0"_s);
    row(u"1.2.3rc1"_s, u"1.2.3"_s, u"1.3.0"_s, u"2.0.0"_s);
    row(u"0.3.9c"_s, u"0.3.10"_s, u"0.4.0"_s, u"1.0.0"_s);
    row(u"1.2.3+build.1"_s, u"1.2.4"_s, u"1.3.0"_s, u"2.0.0"_s);
    row(u"latest"_s, {}, {}, {});
    row({}, {}, {}, {});
    row(u"1.2-1"_s, u"1.2.1"_s, u"1.3"_s, u"2.0"_s);
    row(u"1.0.0-0.3.7"_s, u"1.0.1"_s, u"1.1.0"_s, u"2.0.0"_s);
    row(u"2024-10-01"_s, {}, {}, {});
    row(u"2024-10"_s, {}, {}, {});
    row(u"1_2_3"_s, {}, {}, {});
    row(u"\"1.2.3\""_s, {}, {}, {});
    row(u"1.2.3  # bump me"_s, {}, {}, {});
}

void TestVersion::raise()
{
    QFETCH(QString, version);
    QFETCH(QString, patch);
    QFETCH(QString, minor);
    QFETCH(QString, major);
    QCOMPARE(raisedVersion(version, VersionPart::Patch), patch);
    QCOMPARE(raisedVersion(version, VersionPart::Minor), minor);
    QCOMPARE(raisedVersion(version, VersionPart::Major), major);
}

QTEST_APPLESS_MAIN(TestVersion)
#include "tst_version.moc"
