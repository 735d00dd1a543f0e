// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/practicefixture.h"
#include "support/samplerepository.h"
#include "support/windowfixture.h"

#include "ui/list/detailspane.h"
#include "ui/list/foldercontroller.h"
#include "ui/list/pluginactions.h"
#include "ui/parts/messagearea.h"
#include "ui/parts/windowactions.h"
#include "ui/run/consentdialog.h"
#include "ui/run/planmodel.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QFile>
#include <QIcon>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

namespace {

constexpr int patience = 30'000; // milliseconds

PlanRow makeRow(const QString &title, PlanAction action)
{
    PlanRow row;
    row.plugin.path = title + u".py"_s;
    row.plugin.kind = PluginKind::Filter;
    row.plugin.id = title;
    row.action = action;
    row.comparison.state = action == PlanAction::None ? CompareState::Same : CompareState::Newer;
    row.requests = action == PlanAction::None ? 0 : 2;
    return row;
}

QPushButton *deployButton(const PlanDialog &dialog)
{
    return dialog.findChild<QPushButton *>(u"deploy"_s);
}

/// Two files, of which one is on the practice server already.
struct Fixture
{
    Fixture() { window.openDeployed({u"Apple"_s, u"Banana"_s}); }

    WindowFixture window;
};

} // namespace

class tst_WindowPlan : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void deploysWhatChanged();
    void sendsOnlyWhatIsTicked();
    void stopsWhereTheFileChanged();
    void messagesGoWithTheirFolder();
    void statusStaysInItsFolder();
    void asksOnceForAllThatIsMissing();
    void alwaysShowsThePlanWhereWanted();
    void pinsWhatLooksAlike();
    void pinsInThePlan();
    void knowsWhatTheListKnows();
    void showsTheDifferencesInPlace();
    void rowsAreInTheOrderOfTheList();
    void saysThatNothingIsToDo();
    void productionIsAskedInTheButton();
    void ticksFollowTheRules();
};

void tst_WindowPlan::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

void tst_WindowPlan::deploysWhatChanged()
{
    Fixture f;
    QAction *deploy = f.window.find<WindowActions>().deployChanged;
    QTRY_COMPARE(deploy->text(), u"Deploy &changed (1)"_s);
    f.window.write(u"a.py"_s, filterText(u"Apple"_s, u"1.1.0"_s));
    QTRY_COMPARE(deploy->text(), u"Deploy &changed (2)"_s);
    deploy->trigger();
    PlanDialog &plan = f.window.plan();
    const auto *table = plan.findChild<QTreeView *>(u"planTable"_s);
    QCOMPARE(table->model()->rowCount(), 2);
    QCOMPARE(table->model()->index(0, PlanModel::ActionColumn).data().toString(), u"update 1.0.0 → 1.1.0"_s);
    QCOMPARE(table->model()->index(1, PlanModel::ActionColumn).data().toString(), u"create 1.0.0"_s);
    QCOMPARE(plan.findChild<QLabel *>(u"planSum"_s)->text(), u"1 to create, 1 to update"_s);
    // 0.12 keeps versions: what they are called is asked here, and kept.
    QTest::keyClicks(plan.findChild<QLineEdit *>(u"commitTemplate"_s), u"from the test"_s);
    QCOMPARE(plan.settings().commitTemplate, u"from the test"_s);
    // The hint is what is sent without a text, and what is sent with it.
    QTRY_COMPARE(plan.findChild<QLineEdit *>(u"commitTemplate"_s)->placeholderText(), u"1.1.0"_s);
    const QString hint = plan.findChild<QLabel *>(u"commitHint"_s)->text();
    QVERIFY2(hint.contains(u"Apple"_s) && hint.contains(u"from the test"_s), qPrintable(hint));
    f.window.agreeToPlan();
    QTRY_COMPARE_WITH_TIMEOUT(f.window.outcome(u"b.py"_s), DeployOutcome::Created, patience);
    QTRY_COMPARE_WITH_TIMEOUT(f.window.outcome(u"a.py"_s), DeployOutcome::Updated, patience);
    QTRY_COMPARE(deploy->text(), u"Deploy &changed (0)"_s);
    QVERIFY(!deploy->isEnabled());
}

void tst_WindowPlan::sendsOnlyWhatIsTicked()
{
    Fixture f;
    f.window.write(u"c.py"_s, filterText(u"Cherry"_s, u"1.0.0"_s));
    QTRY_VERIFY(f.window.model().find(u"c.py"_s) &&
                f.window.model().find(u"c.py"_s)->compareState() == CompareState::Missing);
    f.window.find<WindowActions>().deployShown->trigger();
    PlanDialog &plan = f.window.plan();
    QTRY_COMPARE(deployButton(plan)->text(), u"&Deploy (2)"_s);
    auto *table = plan.findChild<QTreeView *>(u"planTable"_s);
    // The keyboard reaches every tick.
    table->setFocus();
    table->setCurrentIndex(table->model()->index(1, PlanModel::NameColumn));
    QTest::keyClick(table, Qt::Key_Space);
    QCOMPARE(deployButton(plan)->text(), u"&Deploy (1)"_s);
    f.window.agreeToPlan();
    QTRY_COMPARE_WITH_TIMEOUT(f.window.outcome(u"c.py"_s), DeployOutcome::Created, patience);
    QVERIFY(!f.window.outcome(u"b.py"_s));
}

void tst_WindowPlan::stopsWhereTheFileChanged()
{
    Fixture f;
    f.window.find<WindowActions>().deployShown->trigger();
    QVERIFY(f.window.plan().isVisible());
    f.window.write(u"b.py"_s, filterText(u"Banana"_s, u"6.6.6"_s));
    f.window.agreeToPlan();
    QTRY_COMPARE_WITH_TIMEOUT(f.window.outcome(u"b.py"_s), DeployOutcome::Blocked, patience);
    QTRY_VERIFY(f.window.window->findChild<ConsentDialog *>());
    QVERIFY(f.window.model().find(u"b.py"_s)->result->missing.contains(Consent::ChangedOnDisk));
}

void tst_WindowPlan::messagesGoWithTheirFolder()
{
    Fixture f;
    f.window.find<WindowActions>().deployShown->trigger();
    QVERIFY(f.window.plan().isVisible());
    f.window.write(u"b.py"_s, filterText(u"Banana"_s, u"6.6.6"_s));
    f.window.agreeToPlan();
    QTRY_VERIFY_WITH_TIMEOUT(f.window.window->findChild<ConsentDialog *>(), patience);
    QTest::keyClick(f.window.window->findChild<ConsentDialog *>(), Qt::Key_Escape);
    QTRY_VERIFY(f.window.messageButton(u"Decide…"_s));

    // Of what is asked here the other folder knows nothing.
    QTemporaryDir other;
    f.window.find<FolderController>().open(other.path());
    QVERIFY2(!f.window.messageButton(u"Decide…"_s), "deciding would do nothing");
    QVERIFY(f.window.find<MessageArea>().text(u"run"_s).isEmpty());
}

void tst_WindowPlan::statusStaysInItsFolder()
{
    Fixture f;
    f.window.write(u"a.py"_s, pluginText(PluginKind::Filter, u"Apple"_s, u"1.1.0"_s, "# practice: sleep 1"));
    QTRY_COMPARE(f.window.model().find(u"a.py"_s)->compareState(), CompareState::Newer);
    f.window.clickDeploy(u"a.py"_s);
    QTRY_VERIFY(f.window.model().find(u"a.py"_s)->isRunning());

    // The same path is another plugin there.
    QTemporaryDir other;
    QVERIFY(QFile::copy(f.window.folderPath() + u"/b.py"_s, other.filePath(u"a.py"_s)));
    f.window.find<FolderController>().open(other.path());
    QTRY_VERIFY(f.window.model().find(u"a.py"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!f.window.isDeploying(), patience);
    QVERIFY(f.window.logContains(u"a.py"_s, LogLevel::Success));
    QVERIFY(!f.window.model().find(u"a.py"_s)->isBusy());
    QVERIFY(!f.window.outcome(u"a.py"_s));
}

void tst_WindowPlan::asksOnceForAllThatIsMissing()
{
    Fixture f;
    SampleRepository repository(f.window.folderPath());
    QVERIFY(repository.commit(1'700'000'000)); // where there is no commit, nobody can tell what was edited there
    f.window.editOnServer(PluginSpace::Function, u"apple"_s, filterText(u"Apple"_s, u"2.0.0"_s));
    f.window.write(u"a.py"_s, filterText(u"Apple"_s, u"1.1.0"_s) + "    class Valves(BaseModel):\n        key: str\n");
    f.window.find<WindowActions>().refresh->trigger();
    QTRY_COMPARE(f.window.model().find(u"a.py"_s)->compareState(), CompareState::Older);

    // All of it is known before, so the plan asks and nobody is asked after the run.
    f.window.clickDeploy(u"a.py"_s);
    PlanDialog &plan = f.window.plan();
    auto *table = plan.findChild<QTreeView *>(u"planTable"_s);
    QCOMPARE(table->model()->rowCount(), 1);
    QVERIFY(!deployButton(plan)->isEnabled());
    const QString asked = plan.findChild<QLabel *>(u"planWarnings"_s)->text();
    for (const QString &cause : {u"newer than 1.1.0"_s, u"edited it there"_s, u"needs settings"_s}) {
        QVERIFY2(asked.contains(cause), qPrintable(asked));
    }
    QTest::keyClick(table, Qt::Key_Space);
    QVERIFY(deployButton(plan)->isEnabled());
    f.window.agreeToPlan();
    QTRY_COMPARE_WITH_TIMEOUT(f.window.outcome(u"a.py"_s), DeployOutcome::Updated, patience);
    QVERIFY(!f.window.window->findChild<ConsentDialog *>());
}

/// What the list has a mark for is told in the plan with its cause, and left for a person to tick.
void tst_WindowPlan::knowsWhatTheListKnows()
{
    Fixture f;
    f.window.write(u"c.py"_s, filterText(u"Cherry"_s, u"1.0.0"_s) + "def broken(:\n");
    f.window.write(u"d.py"_s, "import os\n" + filterText(u"Damson"_s, u"1.0.0"_s));
    QTRY_COMPARE(f.window.model().counts().missing, 3);
    QTRY_COMPARE_WITH_TIMEOUT(f.window.model().counts().problems, 2, patience);
    f.window.find<WindowActions>().deployChanged->trigger();
    PlanDialog &plan = f.window.plan();
    auto *table = plan.findChild<QTreeView *>(u"planTable"_s);
    QCOMPARE(table->model()->rowCount(), 3);
    QCOMPARE(deployButton(plan)->text(), u"&Deploy (1)"_s);
    const auto toKnow = [table](int row) {
        return table->model()->index(row, PlanModel::WarningColumn).data().toString();
    };
    QVERIFY2(toKnow(1).contains(u"cannot compile"_s), qPrintable(toKnow(1)));
    QVERIFY2(!toKnow(2).isEmpty(), "the header is not at the top");
    table->setCurrentIndex(table->model()->index(1, PlanModel::NameColumn));
    QTest::keyClick(table, Qt::Key_Space);
    QCOMPARE(deployButton(plan)->text(), u"&Deploy (2)"_s);
    f.window.agreeToPlan();
    // The server refuses it as well, and nobody is asked after the run.
    QTRY_COMPARE_WITH_TIMEOUT(f.window.outcome(u"c.py"_s), DeployOutcome::Failed, patience);
    QTRY_COMPARE_WITH_TIMEOUT(f.window.outcome(u"b.py"_s), DeployOutcome::Created, patience);
    QVERIFY(!f.window.window->findChild<ConsentDialog *>());
}

void tst_WindowPlan::showsTheDifferencesInPlace()
{
    Fixture f;
    f.window.write(u"a.py"_s, filterText(u"Apple"_s, u"1.1.0"_s));
    QTRY_COMPARE(f.window.model().find(u"a.py"_s)->compareState(), CompareState::Newer);
    f.window.find<WindowActions>().deployChanged->trigger();
    PlanDialog &plan = f.window.plan();
    auto *summary = plan.findChild<QLabel *>(u"diffSummary"_s);
    auto *lines = plan.findChild<QTreeView *>(u"diffLines"_s);
    QTRY_VERIFY2(summary->text().contains(u"version: 1.0.0 → 1.1.0"_s), qPrintable(summary->text()));
    QVERIFY(lines->isVisible() && lines->model()->rowCount() > 2);
    // What is created has nothing to compare with.
    auto *table = plan.findChild<QTreeView *>(u"planTable"_s);
    QTest::keyClick(table, Qt::Key_Down);
    QTRY_VERIFY(!lines->isVisible());
    QTest::keyClick(table, Qt::Key_Up);
    QTRY_VERIFY(lines->isVisible() && summary->text().contains(u"version: 1.0.0 → 1.1.0"_s));
}

void tst_WindowPlan::rowsAreInTheOrderOfTheList()
{
    Fixture f;
    f.window.write(u"c.py"_s, filterText(u"Aardvark"_s, u"1.0.0"_s));
    f.window.write(u"d.py"_s, filterText(u"Zebra"_s, u"1.0.0"_s));
    QTRY_COMPARE(f.window.model().counts().missing, 3);
    f.window.view().sortByColumn(PluginModel::NameColumn, Qt::DescendingOrder);
    f.window.find<WindowActions>().deployChanged->trigger();
    const auto *table = f.window.plan().findChild<QTreeView *>(u"planTable"_s);
    QStringList titles;
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        titles.append(table->model()->index(row, PlanModel::NameColumn).data().toString());
    }
    QCOMPARE(titles, (QStringList{u"Zebra"_s, u"Banana"_s, u"Aardvark"_s}));
}

void tst_WindowPlan::saysThatNothingIsToDo()
{
    PlanDialog dialog({}, true, {makeRow(u"a"_s, PlanAction::None), makeRow(u"b"_s, PlanAction::None)}, {});
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.open();
    QCOMPARE(dialog.findChild<QLabel *>(u"planSum"_s)->text(), u"Nothing to do: all 2 are the same."_s);
    QVERIFY(!deployButton(dialog)->isEnabled());
}

void tst_WindowPlan::alwaysShowsThePlanWhereWanted()
{
    Fixture f;
    f.window.find<WindowActions>().deployShown->trigger();
    auto *always = f.window.plan().findChild<QCheckBox *>(u"alwaysShowPlan"_s);
    QTest::mouseClick(always, Qt::LeftButton, {}, QPoint(8, always->height() / 2));
    QVERIFY(always->isChecked());
    f.window.agreeToPlan();
    QTRY_COMPARE_WITH_TIMEOUT(f.window.outcome(u"b.py"_s), DeployOutcome::Created, patience);
    QTRY_VERIFY(!f.window.window->findChild<PlanDialog *>());
    QTRY_COMPARE(f.window.model().find(u"b.py"_s)->compareState(), CompareState::Same);
    f.window.sendAgain(u"b.py"_s);
    QVERIFY(f.window.plan().isVisible());
    QTest::keyClick(&f.window.plan(), Qt::Key_Escape);
    QTRY_VERIFY(!f.window.window->findChild<PlanDialog *>());
    QCOMPARE(f.window.outcome(u"b.py"_s), DeployOutcome::Created);
    // The menu says so too, and takes it back.
    QAction *inMenu = f.window.find<WindowActions>().alwaysPlan;
    QVERIFY(inMenu->isChecked());
    inMenu->trigger();
    f.window.sendAgain(u"b.py"_s);
    QTRY_COMPARE_WITH_TIMEOUT(f.window.outcome(u"b.py"_s), DeployOutcome::Updated, patience);
}

void tst_WindowPlan::pinsWhatLooksAlike()
{
    Fixture f;
    // The same title and kind, in a file whose name and pin give another id.
    f.window.write(u"c.py"_s, filterText(u"Apple"_s, u"1.0.0"_s).replace("title: Apple", "title: Apple\nid: pomme"));
    QFile::remove(f.window.folderPath() + u"/a.py"_s);
    const auto row = [&f] { return f.window.model().find(u"c.py"_s); };
    QTRY_VERIFY(row() && row()->compareState() == CompareState::Missing);
    QTRY_COMPARE(row()->lookAlikeId, u"apple"_s);
    const QModelIndex cell = f.window.model().index(f.window.model().rowOf(u"c.py"_s), PluginModel::StateColumn);
    QCOMPARE(cell.data().toString(), u"looks like apple on the server"_s);
    f.window.select({u"c.py"_s});
    QAction *pin = f.window.find<PluginActions>().pinLookAlike;
    QTRY_VERIFY(pin->isVisible());
    // The details have it as a button.
    const auto buttons = f.window.find<DetailsPane>().findChildren<QToolButton *>();
    const auto button = std::ranges::find(buttons, pin, &QToolButton::defaultAction);
    QVERIFY(button != buttons.end());
    QTest::mouseClick(*button, Qt::LeftButton);
    QTRY_COMPARE(row()->plugin.id, u"apple"_s);
    QTRY_COMPARE(row()->compareState(), CompareState::Changed);
    QVERIFY(row()->lookAlikeId.isEmpty());
    QTRY_VERIFY(!pin->isVisible());
}

void tst_WindowPlan::pinsInThePlan()
{
    Fixture f;
    f.window.write(u"c.py"_s, filterText(u"Apple"_s, u"1.1.0"_s).replace("title: Apple", "title: Apple\nid: pomme"));
    QFile::remove(f.window.folderPath() + u"/a.py"_s);
    QTRY_VERIFY(f.window.model().find(u"c.py"_s) && f.window.model().find(u"c.py"_s)->lookAlikeId == u"apple"_s);
    f.window.find<WindowActions>().deployShown->trigger();
    PlanDialog &plan = f.window.plan();
    auto *table = plan.findChild<QTreeView *>(u"planTable"_s);
    const auto action = [table](int row) {
        return table->model()->index(row, PlanModel::ActionColumn).data().toString();
    };
    QTRY_COMPARE(table->model()->rowCount(), 2);
    const int row = action(0) == u"create 1.1.0" ? 0 : 1;
    QCOMPARE(action(row), u"create 1.1.0"_s);
    QTRY_COMPARE(deployButton(plan)->text(), u"&Deploy (1)"_s); // a second copy needs to be ticked
    auto *pin = plan.findChild<QPushButton *>(u"pinLookAlike"_s);
    table->setCurrentIndex(table->model()->index(1 - row, PlanModel::NameColumn));
    QVERIFY(!pin->isVisible());
    table->setCurrentIndex(table->model()->index(row, PlanModel::NameColumn));
    QVERIFY(pin->isVisible());
    QTest::mouseClick(pin, Qt::LeftButton);
    QTRY_COMPARE(action(row), u"update 1.0.0 → 1.1.0"_s);
    QCOMPARE(deployButton(plan)->text(), u"&Deploy (2)"_s);
    QVERIFY(!pin->isVisible());
    f.window.agreeToPlan();
    QTRY_COMPARE_WITH_TIMEOUT(f.window.outcome(u"c.py"_s), DeployOutcome::Updated, patience);
    QTRY_COMPARE(f.window.model().find(u"c.py"_s)->plugin.id, u"apple"_s);
}

/// Once, in the button that sends.
void tst_WindowPlan::productionIsAskedInTheButton()
{
    Connection connection;
    connection.name = u"Live"_s;
    connection.production = true;
    connection.color = u"#8a4fd3"_s;
    PlanDialog dialog(connection, true, {makeRow(u"a"_s, PlanAction::Update)}, {});
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.open();
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    QCOMPARE(deployButton(dialog)->text(), u"&Deploy to production (1)"_s);
    QCOMPARE(deployButton(dialog)->palette().color(QPalette::Button), QColor(u"#8a4fd3"_s));
    QCOMPARE(dialog.findChild<QLabel *>(u"planPlace"_s)->palette().color(QPalette::Window), QColor(u"#8a4fd3"_s));
    // Return alone sends nothing there.
    QTest::keyClick(dialog.findChild<QTreeView *>(u"planTable"_s), Qt::Key_Return);
    QCOMPARE(accepted.size(), 0);
    dialog.open();
    QTest::mouseClick(deployButton(dialog), Qt::LeftButton);
    QCOMPARE(accepted.size(), 1);
    QVERIFY(!dialog.findChild<QMessageBox *>());
    QCOMPARE(dialog.chosen().size(), 1);
}

void tst_WindowPlan::ticksFollowTheRules()
{
    PlanRow downgrade = makeRow(u"older"_s, PlanAction::Update);
    downgrade.comparison.state = CompareState::Older;
    downgrade.warnings = {
        {.code = PlanWarningCode::OlderThanServer, .text = u"older"_s, .consent = Consent::Downgrade}};
    PlanModel model({makeRow(u"newer"_s, PlanAction::Update), downgrade, makeRow(u"same"_s, PlanAction::None),
                     makeRow(u"broken"_s, PlanAction::Blocked)});
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(model.tickedCount(), 1);
    const auto icon = [&model](int row) {
        return model.index(row, PlanModel::ActionColumn).data(Qt::DecorationRole).value<QIcon>().name();
    };
    QCOMPARE(icon(0), u"compare-newer"_s);
    QCOMPARE(icon(1), u"compare-older"_s);
    QVERIFY(model.hasUnchanged());
    QVERIFY(model.setData(model.index(1, PlanModel::NameColumn), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(model.tickedCount(), 2);
    model.setSendUnchanged(true);
    QCOMPARE(model.tickedCount(), 3);
    QVERIFY(!model.setData(model.index(3, PlanModel::NameColumn), Qt::Checked, Qt::CheckStateRole));
    model.setSendUnchanged(false);
    QVERIFY(!model.setData(model.index(2, PlanModel::NameColumn), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(model.setData(model.index(0, PlanModel::NameColumn), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(model.ticked().size(), 1);
    QCOMPARE(model.ticked().first().consents(), Consents{Consent::Downgrade});
}

QTEST_MAIN(tst_WindowPlan)
#include "tst_windowplan.moc"
