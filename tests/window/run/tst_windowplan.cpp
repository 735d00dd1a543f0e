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

QByteArray filter(const QString &title, const QString &version)
{
    return pluginText(PluginKind::Filter, title, version);
}

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
    Fixture()
    {
        window.write(u"a.py"_s, filter(u"Apple"_s, u"1.0.0"_s));
        window.write(u"b.py"_s, filter(u"Banana"_s, u"1.0.0"_s));
        window.open(2);
        window.practise();
        [&] { QTRY_COMPARE(window.model().counts().missing, 2); }();
        window.clickDeploy(u"a.py"_s);
        [&] { QTRY_COMPARE(window.model().find(u"a.py"_s)->compareState(), CompareState::Same); }();
    }

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
    void productionWantsASecondConfirmation();
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
    f.window.write(u"a.py"_s, filter(u"Apple"_s, u"1.1.0"_s));
    QTRY_COMPARE(deploy->text(), u"Deploy &changed (2)"_s);
    deploy->trigger();
    PlanDialog &plan = f.window.plan();
    const auto *table = plan.findChild<QTreeView *>(u"planTable"_s);
    QCOMPARE(table->model()->rowCount(), 2);
    QCOMPARE(table->model()->index(0, PlanModel::ActionColumn).data().toString(), u"update 1.0.0 → 1.1.0"_s);
    QCOMPARE(table->model()->index(1, PlanModel::ActionColumn).data().toString(), u"create 1.0.0"_s);
    QVERIFY(plan.findChild<QLabel *>(u"planSum"_s)->text().contains(u"request"_s));
    // 0.12 keeps versions: what they are called is asked here, and kept.
    QTest::keyClicks(plan.findChild<QLineEdit *>(u"commitTemplate"_s), u"from the test"_s);
    QCOMPARE(plan.settings().commitTemplate, u"from the test"_s);
    f.window.agreeToPlan();
    QTRY_COMPARE_WITH_TIMEOUT(f.window.outcome(u"b.py"_s), DeployOutcome::Created, patience);
    QTRY_COMPARE_WITH_TIMEOUT(f.window.outcome(u"a.py"_s), DeployOutcome::Updated, patience);
    QTRY_COMPARE(deploy->text(), u"Deploy &changed (0)"_s);
    QVERIFY(!deploy->isEnabled());
}

void tst_WindowPlan::sendsOnlyWhatIsTicked()
{
    Fixture f;
    f.window.write(u"c.py"_s, filter(u"Cherry"_s, u"1.0.0"_s));
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
    f.window.write(u"b.py"_s, filter(u"Banana"_s, u"6.6.6"_s));
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
    f.window.write(u"b.py"_s, filter(u"Banana"_s, u"6.6.6"_s));
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
    f.window.editOnServer(PluginSpace::Function, u"apple"_s, filter(u"Apple"_s, u"2.0.0"_s));
    f.window.write(u"a.py"_s, filter(u"Apple"_s, u"1.1.0"_s) + "    class Valves(BaseModel):\n        key: str\n");
    f.window.find<WindowActions>().refresh->trigger();
    QTRY_COMPARE(f.window.model().find(u"a.py"_s)->compareState(), CompareState::Older);

    f.window.clickDeploy(u"a.py"_s);
    ConsentDialog *dialog = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((dialog = f.window.window->findChild<ConsentDialog *>()), patience);
    QCOMPARE(f.window.model().find(u"a.py"_s)->result->missing,
             (Consents{Consent::Downgrade, Consent::EditedOnServer, Consent::Valves}));
    const auto ticks = dialog->findChildren<QCheckBox *>();
    QCOMPARE(ticks.size(), 3);
    std::ranges::for_each(ticks, [](QCheckBox *tick) { QTest::keyClick(tick, Qt::Key_Space); });
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(f.window.outcome(u"a.py"_s), DeployOutcome::Updated, patience);
    QVERIFY(!f.window.window->findChild<ConsentDialog *>());
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
    f.window.write(u"c.py"_s, filter(u"Apple"_s, u"1.0.0"_s).replace("title: Apple", "title: Apple\nid: pomme"));
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
    f.window.write(u"c.py"_s, filter(u"Apple"_s, u"1.1.0"_s).replace("title: Apple", "title: Apple\nid: pomme"));
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

void tst_WindowPlan::productionWantsASecondConfirmation()
{
    Connection connection;
    connection.name = u"Live"_s;
    connection.production = true;
    PlanDialog dialog(connection, true, {makeRow(u"a"_s, PlanAction::Update)}, {});
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.open();
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    const auto question = [&dialog] { return dialog.findChild<QMessageBox *>(u"productionQuestion"_s); };
    QTest::mouseClick(deployButton(dialog), Qt::LeftButton);
    QVERIFY(question() && question()->isVisible());
    QTest::mouseClick(question()->button(QMessageBox::Cancel), Qt::LeftButton);
    QTRY_VERIFY(!question());
    QCOMPARE(accepted.size(), 0);
    QTest::mouseClick(deployButton(dialog), Qt::LeftButton);
    QTest::mouseClick(question()->findChild<QPushButton *>(u"deployToProduction"_s), Qt::LeftButton);
    QCOMPARE(accepted.size(), 1);
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
    QCOMPARE(model.requests(), 3);
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
