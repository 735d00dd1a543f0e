// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/arguments/pluginreference.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;

class TestPluginReference final : public QObject
{
    Q_OBJECT

private slots:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("id"); // empty: refused
        QTest::addColumn<QString>("space");
        QTest::newRow("bare") << u"word_count"_s << u"word_count"_s << QString();
        QTest::newRow("function") << u"function:word_count"_s << u"word_count"_s << u"function"_s;
        QTest::newRow("tool") << u"tool:word_count"_s << u"word_count"_s << u"tool"_s;
        QTest::newRow("not ASCII") << u"zählung"_s << u"zählung"_s << QString();
        QTest::newRow("beyond the first plane") << u"𠀀"_s << u"𠀀"_s << QString();
        QTest::newRow("hyphen") << u"word-count"_s << u"word-count"_s << QString();
        QTest::newRow("empty") << QString() << QString() << QString();
        QTest::newRow("only a space") << u"tool:"_s << QString() << QString();
        QTest::newRow("kind") << u"filter:word_count"_s << QString() << QString();
        QTest::newRow("path up") << u"../word"_s << QString() << QString();
        QTest::newRow("folder") << u"a/b"_s << QString() << QString();
        QTest::newRow("hidden") << u".word"_s << QString() << QString();
        QTest::newRow("backslash") << u"a\\b"_s << QString() << QString();
        QTest::newRow("blank") << u"a b"_s << QString() << QString();
        QTest::newRow("control") << u"a\x1b"_s << QString() << QString();
    }
    void reads()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, id);
        QFETCH(const QString, space);
        const Result<PluginReference> reference = PluginReference::parse(text);
        QCOMPARE(reference.isOk(), !id.isEmpty());
        if (!reference) {
            QVERIFY(!reference.error().remedy.isEmpty());
            return;
        }
        QCOMPARE(reference.value().id, id);
        QCOMPARE(reference.value().text(), text);
        QCOMPARE(reference.value().admits(PluginSpace::Function), space != u"tool");
        QCOMPARE(reference.value().admits(PluginSpace::Tool), space != u"function");
    }

    void namesBothSpellings()
    {
        const Problem problem = ambiguousReference(u"x"_s, u"The server"_s);
        QVERIFY(problem.remedy.contains(u"function:x"));
        QVERIFY(problem.remedy.contains(u"tool:x"));
    }

    void matches_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<bool>("function"); // "word_count" as a function
        QTest::addColumn<bool>("tool");     // and as a tool
        QTest::addColumn<bool>("bare");
        QTest::newRow("id") << u"word_count"_s << true << true << true;
        QTest::newRow("other case") << u"Word_Count"_s << true << true << true;
        QTest::newRow("part") << u"word"_s << false << false << true;
        QTest::newRow("stars") << u"*_c*"_s << true << true << false;
        QTest::newRow("one character") << u"word?count"_s << true << true << false;
        QTest::newRow("function") << u"function:word*"_s << true << false << false;
        QTest::newRow("tool") << u"tool:word_count"_s << false << true << false;
    }
    void matches()
    {
        QFETCH(const QString, pattern);
        const Result<PluginReference> parsed = PluginReference::split(pattern);
        QVERIFY(parsed);
        QTEST(parsed.value().matches(PluginSpace::Function, u"word_count"_s), "function");
        QTEST(parsed.value().matches(PluginSpace::Tool, u"word_count"_s), "tool");
        QTEST(parsed.value().isBareId(), "bare");
    }

    void refusesPatternsOfOtherSpaces()
    {
        QVERIFY(!PluginReference::split(u"filter:word"_s));
        QVERIFY(!PluginReference::split(u":word"_s));
    }
};

QTEST_GUILESS_MAIN(TestPluginReference)
#include "tst_pluginreference.moc"
