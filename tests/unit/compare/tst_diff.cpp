// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/git/diff.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;

class DiffTest final : public QObject
{
    Q_OBJECT

private slots:
    void unified_data();
    void unified();
    void lineNumbers();
    void contextAsAsked();
    void lineEnds();
    void strangeTexts();
};

void DiffTest::unified_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("expected");

    QTest::newRow("equal") << QByteArray("a\nb\n") << QByteArray("a\nb\n") << QString();
    QTest::newRow("both empty") << QByteArray() << QByteArray() << QString();
    QTest::newRow("changed") << QByteArray("a\nb\nc\n") << QByteArray("a\nB\nc\n")
                             << u"--- old\n+++ new\n@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n"_s;
    QTest::newRow("from nothing") << QByteArray() << QByteArray("a\n") << u"--- old\n+++ new\n@@ -0,0 +1 @@\n+a\n"_s;
    QTest::newRow("to nothing") << QByteArray("a\n") << QByteArray() << u"--- old\n+++ new\n@@ -1 +0,0 @@\n-a\n"_s;
    QTest::newRow("no end of the last line")
        << QByteArray("a\nb") << QByteArray("a\nb\n")
        << u"--- old\n+++ new\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n"_s;
    QTest::newRow("heading") << QByteArray("class A:\n    def f(self):\n        1\n        2\n        3\n        4\n")
                             << QByteArray("class A:\n    def f(self):\n        1\n        2\n        3\n        5\n")
                             << u"--- old\n+++ new\n@@ -3,4 +3,4 @@ class A:\n         1\n         2\n         3\n"
                                "-        4\n+        5\n"_s;
}

void DiffTest::unified()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    QFETCH(const QString, expected);
    QCOMPARE(unifiedText(diffTexts(before, after), u"old"_s, u"new"_s), expected);
}

void DiffTest::lineNumbers()
{
    const TextDiff diff = diffTexts("1\n2\n3\n4\n", "1\n2a\n2b\n3\n4\n", {.contextLines = 1});
    QCOMPARE(diff.added, 2);
    QCOMPARE(diff.removed, 1);
    QCOMPARE(diff.hunks.size(), 1);
    using Kind = DiffLine::Kind;
    const QList<DiffLine> expected{{Kind::Context, 1, 1, u"1"_s, false},
                                   {Kind::Removed, 2, 0, u"2"_s, false},
                                   {Kind::Added, 0, 2, u"2a"_s, false},
                                   {Kind::Added, 0, 3, u"2b"_s, false},
                                   {Kind::Context, 3, 4, u"3"_s, false}};
    QCOMPARE(diff.hunks.first().lines, expected);
}

void DiffTest::contextAsAsked()
{
    QByteArray before;
    for (int i = 0; i < 100; ++i) {
        before += QByteArray::number(i) + '\n';
    }
    QByteArray after = before;
    after.replace("\n10\n", "\nten\n").replace("\n90\n", "\nninety\n");
    QCOMPARE(diffTexts(before, after).hunks.size(), 2);
    QCOMPARE(diffTexts(before, after, {.contextLines = 0}).hunks.at(1).lines.size(), 2);
    const TextDiff whole = diffTexts(before, after, {.contextLines = 1000});
    QCOMPARE(whole.hunks.size(), 1);
    QCOMPARE(whole.hunks.first().lines.size(), 102);
}

void DiffTest::lineEnds()
{
    const TextDiff diff = diffTexts("a\r\nb\r\n", "a\nb\n");
    QCOMPARE(diff.added, 2);
    QCOMPARE(diff.removed, 2);
    QCOMPARE(diff.hunks.first().lines.first().text, u"a"_s);
    QVERIFY(diffTexts("a\r\nb\r\n", "a\nb\n", {.ignoreLineEnds = true}).hunks.isEmpty());
    QCOMPARE(diffTexts("a\r\nb\r\n", "a\nc\n", {.ignoreLineEnds = true}).added, 1);
}

void DiffTest::strangeTexts()
{
    const TextDiff withNul = diffTexts(QByteArray("a\0b\nc\n", 6), "a\nc\n");
    QCOMPARE(withNul.added, 1);
    QCOMPARE(withNul.removed, 1);
    const TextDiff notUtf8 = diffTexts("\xff\xfe\n", "ok\n");
    QCOMPARE(notUtf8.hunks.first().lines.size(), 2);
    const TextDiff wide = diffTexts("深度\n", "深さ\n");
    QCOMPARE(wide.hunks.first().lines.last().text, u"深さ"_s);
    const TextDiff longLine = diffTexts(QByteArray(3'000'000, 'a'), QByteArray(3'000'000, 'b'));
    QCOMPARE(longLine.hunks.first().lines.size(), 2);
}

QTEST_GUILESS_MAIN(DiffTest)
#include "tst_diff.moc"
