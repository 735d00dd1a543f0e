// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/parts/plaintext.h"

#include <QGuiApplication>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;

class tst_PlainText : public QObject
{
    Q_OBJECT

private slots:
    void isolates_data();
    void isolates();
    void isolatesAllWhereTheWindowRunsFromTheRight();
};

void tst_PlainText::isolates_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("shown");
    QTest::newRow("Latin") << u"Flash Card 2 🃏"_s << u"Flash Card 2 🃏"_s;
    QTest::newRow("Chinese") << u"闪卡"_s << u"闪卡"_s;
    QTest::newRow("Hebrew") << u"מסנן"_s << u"\u2068מסנן\u2069"_s;
    QTest::newRow("Arabic behind Latin") << u"Filter مرشح"_s << u"\u2068Filter مرشح\u2069"_s;
    QTest::newRow("beyond the first plane") << u"\U0001E900\U0001E901"_s << u"\u2068\U0001E900\U0001E901\u2069"_s;
    // What would end the isolate or turn the rest of the sentence.
    QTest::newRow("a name that steers") << u"a\u202Eb\u2069\u2066c"_s << u"abc"_s;
    QTest::newRow("a Hebrew name that steers") << u"מ\u2069\u202Eס"_s << u"\u2068מס\u2069"_s;
    QTest::newRow("none") << QString() << QString();
}

void tst_PlainText::isolates()
{
    QFETCH(const QString, name);
    QFETCH(const QString, shown);
    QCOMPARE(isolated(name), shown);
}

void tst_PlainText::isolatesAllWhereTheWindowRunsFromTheRight()
{
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    QCOMPARE(isolated(u"Flash Card"_s), u"\u2068Flash Card\u2069"_s);
    QGuiApplication::setLayoutDirection(Qt::LayoutDirectionAuto);
}

QTEST_MAIN(tst_PlainText)
#include "tst_plaintext.moc"
