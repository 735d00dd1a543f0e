// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/arguments/idpattern.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;

class TestIdPattern final : public QObject
{
    Q_OBJECT

private slots:
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
        const Result<IdPattern> parsed = IdPattern::parse(pattern);
        QVERIFY(parsed);
        QTEST(parsed.value().matches(PluginSpace::Function, u"word_count"_s), "function");
        QTEST(parsed.value().matches(PluginSpace::Tool, u"word_count"_s), "tool");
        QTEST(parsed.value().isBareId(), "bare");
    }

    void refusesOtherSpaces()
    {
        QVERIFY(!IdPattern::parse(u"filter:word"_s));
        QVERIFY(!IdPattern::parse(u":word"_s));
    }
};

QTEST_GUILESS_MAIN(TestIdPattern)
#include "tst_idpattern.moc"
