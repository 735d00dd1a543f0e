// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/list/pluginmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;

namespace {

Plugin makePlugin(const QString &path, const QString &title, const QString &version = u"1.0"_s,
                  PluginKind kind = PluginKind::Filter)
{
    Plugin plugin;
    plugin.path = path;
    plugin.kind = kind;
    plugin.id = title.toLower().replace(u' ', u'_');
    plugin.header = Frontmatter::read(u"\"\"\"\ntitle: %1\nversion: %2\n\"\"\"\n"_s.arg(title, version).toUtf8());
    return plugin;
}

QStringList titles(const PluginModel &model)
{
    QStringList titles;
    for (int row = 0; row < model.rowCount(); ++row) {
        titles.append(model.row(row).plugin.title());
    }
    return titles;
}

DeployResult makeResult(const QString &path, DeployOutcome outcome)
{
    DeployResult result;
    result.path = path;
    result.outcome = outcome;
    result.versionBefore = u"1.0"_s;
    result.versionAfter = u"1.1"_s;
    return result;
}

} // namespace

class tst_PluginModel : public QObject
{
    Q_OBJECT

private slots:
    void addsBatchesThenMerges();
    void showsRowsWhileBatchesCome();
    void mergeKeepsSelectionAndStatus();
    void anotherIdHasAnotherPast();
    void whatNobodyToldIsNotOff();
    void mergeRemovesWhatIsGone();
    void mergeOfManyRowsIsComplete();
    void clearForgetsEverything();
    void showsStageAndResult();
    void countsByKindAndState();
    void idsBySpace();
    void toolTipsArePlain();
};

void tst_PluginModel::addsBatchesThenMerges()
{
    PluginModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy merged(&model, &PluginModel::merged);
    model.add({makePlugin(u"b.py"_s, u"B"_s), makePlugin(u"a.py"_s, u"A"_s)});
    QTRY_COMPARE(titles(model), (QStringList{u"B"_s, u"A"_s}));
    QCOMPARE(merged.size(), 0);
    model.merge({makePlugin(u"a.py"_s, u"A"_s), makePlugin(u"b.py"_s, u"B two"_s), makePlugin(u"c.py"_s, u"C"_s)});
    QTRY_COMPARE(merged.size(), 1);
    QCOMPARE(titles(model), (QStringList{u"B two"_s, u"A"_s, u"C"_s}));
    QCOMPARE(model.rowOf(u"c.py"_s), 2);
}

// A scan of a large folder reports every few milliseconds until it ends.
void tst_PluginModel::showsRowsWhileBatchesCome()
{
    PluginModel model;
    constexpr int batches = 200;
    int batch = 0;
    while (model.rowCount() == 0 && batch < batches) {
        model.add({makePlugin(u"%1.py"_s.arg(batch), u"Plugin %1"_s.arg(batch))});
        ++batch;
        QTest::qWait(1);
    }
    QVERIFY(batch < batches);
}

void tst_PluginModel::mergeKeepsSelectionAndStatus()
{
    PluginModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy merged(&model, &PluginModel::merged);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    const QList<Plugin> plugins{makePlugin(u"a.py"_s, u"A"_s), makePlugin(u"b.py"_s, u"B"_s)};
    model.merge(plugins);
    QTRY_COMPARE(merged.size(), 1);
    const QPersistentModelIndex kept = model.index(1, 0);
    model.setResult(makeResult(u"b.py"_s, DeployOutcome::Updated));
    changed.clear();

    model.merge({makePlugin(u"b.py"_s, u"B"_s, u"2.0"_s)});
    QTRY_COMPARE(merged.size(), 2);
    QVERIFY(kept.isValid());
    QCOMPARE(kept.row(), 0);
    QCOMPARE(kept.data().toString(), u"B"_s);
    QVERIFY(model.row(0).result.has_value());
    QCOMPARE(changed.size(), 1);

    // What did not change is not announced: a list that is looked at stays still.
    changed.clear();
    model.merge({makePlugin(u"b.py"_s, u"B"_s, u"2.0"_s)});
    QTRY_COMPARE(merged.size(), 3);
    QCOMPARE(changed.size(), 0);
    QCOMPARE(reset.size(), 0);
}

void tst_PluginModel::anotherIdHasAnotherPast()
{
    PluginModel model;
    QSignalSpy merged(&model, &PluginModel::merged);
    Plugin plugin = makePlugin(u"a.py"_s, u"A"_s);
    model.merge({plugin});
    QTRY_COMPARE(merged.size(), 1);
    model.setPast(u"a.py"_s, {.id = plugin.id});
    plugin.size = 1; // another text is still the same plugin
    model.merge({plugin});
    QTRY_COMPARE(merged.size(), 2);
    QVERIFY(model.row(0).past);
    plugin.id = u"other"_s;
    model.merge({plugin});
    QTRY_COMPARE(merged.size(), 3);
    QVERIFY(!model.row(0).past);
}

/// The answer of a minimal server has no such field.
void tst_PluginModel::whatNobodyToldIsNotOff()
{
    PluginModel model;
    model.merge({makePlugin(u"a.py"_s, u"A"_s)});
    QTRY_COMPARE(model.rowCount(), 1);
    ServerPlugin there{.id = u"a"_s, .kind = PluginKind::Filter};
    for (const bool isTold : {false, true}) {
        there.hasActive = isTold;
        model.setSeen(u"a.py"_s, {.presence = Presence::Found, .plugin = there});
        QCOMPARE(model.row(0).isOff(), isTold);
        QCOMPARE(model.index(0, PluginModel::OnColumn).data().toString(), isTold ? u"off"_s : QString());
    }
}

void tst_PluginModel::mergeRemovesWhatIsGone()
{
    PluginModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy merged(&model, &PluginModel::merged);
    QList<Plugin> plugins;
    for (int i = 0; i < 40; ++i) {
        plugins.append(makePlugin(u"%1.py"_s.arg(i), u"P%1"_s.arg(i)));
    }
    model.merge(plugins);
    QTRY_COMPARE(merged.size(), 1);
    QList<Plugin> left;
    for (int i = 0; i < 40; ++i) {
        if (i % 7 != 0 && i != 39) {
            left.append(plugins.at(i));
        }
    }
    left.append(makePlugin(u"new.py"_s, u"New"_s));
    model.merge(left);
    QTRY_COMPARE(merged.size(), 2);
    QCOMPARE(model.rowCount(), left.size());
    for (const Plugin &plugin : left) {
        const PluginRow *row = model.find(plugin.path);
        QVERIFY(row);
        QCOMPARE(row->plugin.path, plugin.path);
    }
    QVERIFY(!model.find(u"7.py"_s));
    model.merge({});
    QTRY_COMPARE(merged.size(), 3);
    QCOMPARE(model.rowCount(), 0);
}

void tst_PluginModel::mergeOfManyRowsIsComplete()
{
    PluginModel model;
    QSignalSpy merged(&model, &PluginModel::merged);
    QList<Plugin> plugins;
    for (int i = 0; i < 3000; ++i) {
        plugins.append(makePlugin(u"folder/%1.py"_s.arg(i), u"Plugin %1"_s.arg(i)));
    }
    model.add(plugins.first(2000));
    model.merge(plugins);
    QTRY_COMPARE(merged.size(), 1);
    QCOMPARE(model.rowCount(), 3000);
    QTRY_COMPARE(model.counts().plugins, 3000);
}

void tst_PluginModel::clearForgetsEverything()
{
    PluginModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy merged(&model, &PluginModel::merged);
    model.merge({makePlugin(u"a.py"_s, u"A"_s)});
    QTRY_COMPARE(merged.size(), 1);
    model.setResult(makeResult(u"a.py"_s, DeployOutcome::Updated));
    model.add({makePlugin(u"late.py"_s, u"Late"_s)});
    model.clear();
    QCOMPARE(model.rowCount(), 0);
    model.merge({makePlugin(u"a.py"_s, u"A"_s)});
    QTRY_COMPARE(merged.size(), 2);
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(!model.row(0).result);
}

void tst_PluginModel::showsStageAndResult()
{
    PluginModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.merge({makePlugin(u"a.py"_s, u"A"_s)});
    QTRY_COMPARE(model.rowCount(), 1);
    const QModelIndex result = model.index(0, PluginModel::StateColumn);
    const QModelIndex deploy = model.index(0, PluginModel::DeployColumn);
    QCOMPARE(deploy.data().toString(), u"Deploy"_s);
    QVERIFY(deploy.data(PluginModel::CanDeployRole).toBool());

    model.setStage(u"a.py"_s, DeployStage::Updating);
    QCOMPARE(result.data().toString(), textOf(DeployStage::Updating));
    QCOMPARE(deploy.data().toString(), u"Cancel"_s);
    QVERIFY(!deploy.data(PluginModel::CanDeployRole).toBool());
    QVERIFY(deploy.data(PluginModel::BusyRole).toBool());
    QTRY_VERIFY(result.data().toString().contains(u"1 s"));

    model.setResult(makeResult(u"a.py"_s, DeployOutcome::Updated));
    QVERIFY2(result.data(PluginModel::SecondLineRole).toString().isEmpty(), "a success is in details and log");
    QVERIFY(!deploy.data(PluginModel::BusyRole).toBool());
    DeployResult failed = makeResult(u"a.py"_s, DeployOutcome::Failed);
    failed.message = u"Nobody answers."_s;
    model.setResult(failed);
    QVERIFY(result.data(PluginModel::SecondLineRole).toString().contains(u"Nobody answers."_s));
    model.setStage(u"a.py"_s, DeployStage::Waiting);
    QVERIFY(result.data(PluginModel::SecondLineRole).toString().isEmpty());
    model.clearStatus();
    QCOMPARE(result.data().toString(), QString());
}

void tst_PluginModel::countsByKindAndState()
{
    PluginModel model;
    Plugin tool = makePlugin(u"tool.py"_s, u"Tool"_s, u"1"_s, PluginKind::Tool);
    tool.findings.append({.code = FindingCode::IdTaken, .argument = u"other.py"_s, .line = 0});
    Plugin skipped = makePlugin(u"test_x.py"_s, u"X"_s);
    skipped.skipped = SkipReason::TestOrHelper;
    model.merge({makePlugin(u"a.py"_s, u"A"_s), makePlugin(u"b.py"_s, u"B"_s), tool, skipped});
    QTRY_COMPARE(model.counts().plugins, 3);
    QCOMPARE(model.counts().of(PluginKind::Filter), 2);
    QCOMPARE(model.counts().of(PluginKind::Tool), 1);
    QCOMPARE(model.counts().problems, 1);
    QCOMPARE(model.counts().notPlugins, 1);
    QCOMPARE(model.counts().failed, 0);
    model.setResult(makeResult(u"a.py"_s, DeployOutcome::Failed));
    QTRY_COMPARE(model.counts().failed, 1);
    QVERIFY(
        !model.index(model.rowOf(u"tool.py"_s), PluginModel::DeployColumn).data(PluginModel::CanDeployRole).toBool());
}

void tst_PluginModel::idsBySpace()
{
    PluginModel model;
    QSignalSpy merged(&model, &PluginModel::merged);
    model.merge({makePlugin(u"a.py"_s, u"A"_s), makePlugin(u"t.py"_s, u"T"_s, u"1"_s, PluginKind::Tool)});
    QTRY_COMPARE(merged.size(), 1);
    QCOMPARE(model.ids(PluginSpace::Function), QSet<QString>{u"a"_s});
    QCOMPARE(model.ids(PluginSpace::Tool), QSet<QString>{u"t"_s});
    model.merge({makePlugin(u"b.py"_s, u"B"_s)});
    QTRY_COMPARE(merged.size(), 2);
    QCOMPARE(model.ids(PluginSpace::Function), QSet<QString>{u"b"_s});
}

void tst_PluginModel::toolTipsArePlain()
{
    PluginModel model;
    model.merge({makePlugin(u"<b>a</b>.py"_s, u"A"_s)});
    QTRY_COMPARE(model.rowCount(), 1);
    DeployResult failed = makeResult(u"<b>a</b>.py"_s, DeployOutcome::Failed);
    failed.message = u"<img src=x>"_s;
    model.setResult(failed);
    for (const int column : {PluginModel::NameColumn, PluginModel::StateColumn}) {
        const QString tip = model.index(0, column).data(Qt::ToolTipRole).toString();
        QVERIFY(tip.contains(u"&lt;"));
        QVERIFY(!tip.contains(u"<img") && !tip.contains(u"<b>"));
    }
}

QTEST_MAIN(tst_PluginModel)
#include "tst_pluginmodel.moc"
