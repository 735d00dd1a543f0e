// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/list/pluginfilter.h"
#include "ui/list/pluginmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;

namespace {

Plugin makePlugin(const QString &path, const QString &title, const QString &version, PluginKind kind)
{
    Plugin plugin;
    plugin.path = path;
    plugin.kind = kind;
    plugin.id = path.section(u'.', 0, 0);
    plugin.header = Frontmatter::read(
        u"\"\"\"\ntitle: %1\nversion: %2\nauthor: Ada %3\n\"\"\"\n"_s.arg(title, version, path.left(1)).toUtf8());
    return plugin;
}

QStringList shown(const PluginFilter &filter)
{
    QStringList paths;
    for (int row = 0; row < filter.rowCount(); ++row) {
        paths.append(filter.rowAt(row).plugin.path);
    }
    return paths;
}

} // namespace

class tst_PluginFilter : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void sorts_data();
    void sorts();
    void searches_data();
    void searches();
    void narrowsByKindAndState();
    void sortsOnceAfterLoading();

private:
    std::unique_ptr<PluginModel> m_model;
    std::unique_ptr<PluginFilter> m_filter;
};

void tst_PluginFilter::init()
{
    m_model = std::make_unique<PluginModel>();
    m_filter = std::make_unique<PluginFilter>(*m_model);
    new QAbstractItemModelTester(m_filter.get(), QAbstractItemModelTester::FailureReportingMode::Fatal, m_filter.get());
    QSignalSpy merged(m_model.get(), &PluginModel::merged);
    Plugin helper = makePlugin(u"z.py"_s, u"Helper"_s, u"1"_s, PluginKind::Filter);
    helper.skipped = SkipReason::TestOrHelper;
    Plugin taken = makePlugin(u"d.py"_s, u"zebra"_s, u"1.9"_s, PluginKind::Tool);
    taken.findings.append({.code = FindingCode::IdTaken, .argument = u"e.py"_s, .line = 0});
    m_model->merge({makePlugin(u"a.py"_s, u"Plugin 10"_s, u"1.10"_s, PluginKind::Pipe),
                    makePlugin(u"b.py"_s, u"plugin 9"_s, u"1.2-beta"_s, PluginKind::Filter),
                    makePlugin(u"c.py"_s, u"Apple pie"_s, {}, PluginKind::Filter), taken, helper});
    QTRY_COMPARE(merged.size(), 1);
}

void tst_PluginFilter::cleanup()
{
    m_filter.reset();
    m_model.reset();
}

void tst_PluginFilter::sorts_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("order");
    QTest::newRow("name, numbers as numbers, case ignored") << int(PluginModel::NameColumn) << u"c.py b.py a.py d.py"_s;
    QTest::newRow("version") << int(PluginModel::VersionColumn) << u"c.py b.py d.py a.py"_s;
    QTest::newRow("path") << int(PluginModel::PathColumn) << u"a.py b.py c.py d.py"_s;
}

void tst_PluginFilter::sorts()
{
    QFETCH(int, column);
    QFETCH(QString, order);
    m_filter->sort(column);
    QCOMPARE(shown(*m_filter).join(u' '), order);
}

void tst_PluginFilter::searches_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing") << QString() << u"a.py b.py c.py d.py"_s;
    QTest::newRow("title, another case") << u"PLUGIN"_s << u"a.py b.py"_s;
    QTest::newRow("two words in any order") << u"10 plugin"_s << u"a.py"_s;
    QTest::newRow("author") << u"ada apple"_s << u"c.py"_s;
    QTest::newRow("path") << u"c.py"_s << u"c.py"_s;
    QTest::newRow("no hit") << u"nowhere"_s << QString();
}

void tst_PluginFilter::searches()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    m_filter->sort(PluginModel::PathColumn);
    m_filter->setText(text);
    QCOMPARE(shown(*m_filter).join(u' '), expected);
}

void tst_PluginFilter::narrowsByKindAndState()
{
    m_filter->sort(PluginModel::PathColumn);
    m_filter->setShown(PluginKind::Filter, PluginState::Plugins);
    QCOMPARE(shown(*m_filter), (QStringList{u"b.py"_s, u"c.py"_s}));
    m_filter->setShown({}, PluginState::Problems);
    QCOMPARE(shown(*m_filter), QStringList{u"d.py"_s});
    m_filter->setShown({}, PluginState::NotPlugins);
    QCOMPARE(shown(*m_filter), QStringList{u"z.py"_s});
    m_filter->setShown({}, PluginState::Failed);
    QCOMPARE(shown(*m_filter), QStringList());
    DeployResult failed;
    failed.path = u"b.py"_s;
    failed.outcome = DeployOutcome::Failed;
    m_model->setResult(failed);
    QCOMPARE(shown(*m_filter), QStringList{u"b.py"_s});
}

void tst_PluginFilter::sortsOnceAfterLoading()
{
    m_filter->sort(PluginModel::PathColumn, Qt::DescendingOrder);
    m_filter->setLoading(true);
    QCOMPARE(shown(*m_filter), (QStringList{u"a.py"_s, u"b.py"_s, u"c.py"_s, u"d.py"_s}));
    m_filter->sort(PluginModel::NameColumn);
    QCOMPARE(shown(*m_filter), (QStringList{u"a.py"_s, u"b.py"_s, u"c.py"_s, u"d.py"_s}));
    m_filter->setLoading(false);
    QCOMPARE(shown(*m_filter), (QStringList{u"c.py"_s, u"b.py"_s, u"a.py"_s, u"d.py"_s}));
}

QTEST_MAIN(tst_PluginFilter)
#include "tst_pluginfilter.moc"
