// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/pathrules.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;

class TestPathRules : public QObject
{
    Q_OBJECT

private slots:
    void skipReason_data();
    void skipReason();
    void kindFolders();
    void localizedCopies();
};

void TestPathRules::skipReason_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<std::optional<SkipReason>>("expected");

    const auto row = [](const QString &path, std::optional<SkipReason> expected) {
        QTest::newRow(qPrintable(path)) << path << expected;
    };
    row(u"filters/markdown_normalizer.py"_s, {});
    row(u"contest.py"_s, {});
    row(u"latest.py"_s, {});
    row(u"test.py"_s, {});
    row(u"prompt_template_filter.py"_s, {});
    row(u"cn.py"_s, {});
    row(u"acn.py"_s, {});
    row(u"old.py"_s, {});
    row(u"test_filter.py"_s, SkipReason::TestOrHelper);
    row(u"filter_test.py"_s, SkipReason::TestOrHelper);
    row(u"tests/filter.py"_s, SkipReason::TestOrHelper);
    row(u"a/Test/b/filter.py"_s, SkipReason::TestOrHelper);
    row(u"conftest.py"_s, SkipReason::TestOrHelper);
    row(u"setup.py"_s, SkipReason::TestOrHelper);
    row(u"a/__init__.py"_s, SkipReason::TestOrHelper);
    row(u"template.py"_s, SkipReason::Template);
    row(u"ACTION_PLUGIN_TEMPLATE.py"_s, SkipReason::Template);
    row(u"templates/filter.py"_s, SkipReason::Template);
    row(u"_template/filter.py"_s, SkipReason::Template);
    row(u"flash_card_cn.py"_s, SkipReason::LocalizedCopy);
    row(u"flash_card_zh_CN.py"_s, SkipReason::LocalizedCopy);
    row(u"flash_card_zh.py"_s, SkipReason::LocalizedCopy);
    row(u"drafts/filter.py"_s, SkipReason::Draft);
    row(u"wip_filter.py"_s, SkipReason::Draft);
    row(u"filter-draft.py"_s, SkipReason::Draft);
    row(u".hidden.py"_s, SkipReason::Draft);
    row(u"filter_old.py"_s, SkipReason::Draft);
    row(u"filter copy.py"_s, SkipReason::Draft);
    row(u"filter copy 2.py"_s, SkipReason::Draft);
    row(u"filter (copy).py"_s, SkipReason::Draft);
    row(u"filter (another copy).py"_s, SkipReason::Draft);
    row(u"filter - Copy (2).py"_s, SkipReason::Draft);
    row(u"filter (1).py"_s, SkipReason::Draft);
    row(u"smart_copy.py"_s, {});
    row(u"copy.py"_s, {});
    row(u"threshold.py"_s, {});
    row(u"Report (Template).py"_s, {});
    row(u"templates/Report (Template).py"_s, SkipReason::Template);
    row(u"synchronous (WIP)/filter.py"_s, SkipReason::Draft);
    row(u"filters [old]/filter.py"_s, SkipReason::Draft);
    row(u"tools-wip/a/filter.py"_s, SkipReason::Draft);
    row(u"wiping tools/filter.py"_s, {});
    row(u"draft writer/filter.py"_s, {});
}

void TestPathRules::skipReason()
{
    QFETCH(QString, path);
    QFETCH(std::optional<SkipReason>, expected);
    QCOMPARE(skipReasonOfPath(path), expected);
}

void TestPathRules::kindFolders()
{
    QCOMPARE(kindFolder(u"plugins/Filters/x/a.py"), QStringView(u"Filters"));
    QCOMPARE(kindFolder(u"tools/pipes/a.py"), QStringView(u"pipes"));
    QVERIFY(kindFolder(u"filters.py").isEmpty());
    QCOMPARE(kindOfFolder(u"Filters"), std::optional(PluginKind::Filter));
    QCOMPARE(kindOfFolder(u"filtering"), std::nullopt);
}

void TestPathRules::localizedCopies()
{
    QCOMPARE(originalOfLocalizedCopy(u"notes_de.py"), u"notes.py"_s);
    QCOMPARE(originalOfLocalizedCopy(u"notes-ja.py"), u"notes.py"_s);
    QVERIFY(originalOfLocalizedCopy(u"notes.py").isEmpty());
    QVERIFY(originalOfLocalizedCopy(u"_de.py").isEmpty());
    QVERIFY(isBelowSources(u"a/src/b/c.py"));
    QVERIFY(isBelowSources(u"big_src/a.py"));
    QVERIFY(isBelowSources(u"bundle-parts/a.py"));
    QVERIFY(!isBelowSources(u"a/src.py"));
    QVERIFY(!isBelowSources(u"resources/a.py"));
}

QTEST_APPLESS_MAIN(TestPathRules)
#include "tst_pathrules.moc"
