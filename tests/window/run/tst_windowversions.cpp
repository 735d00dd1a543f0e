// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/practicefixture.h"
#include "support/windowfixture.h"

#include "ui/list/pluginactions.h"
#include "ui/parts/windowactions.h"
#include "ui/run/planmodel.h"
#include "ui/window/settingsdialog.h"

#include <QAction>
#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
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

/// Two files, of which one is on the practice server, and was changed since with the version that it had.
struct Fixture
{
    Fixture() { window.openDeployed({u"Apple"_s, u"Banana"_s}); }
    void change()
    {
        window.write(u"a.py"_s, changed);
        [&] { QTRY_COMPARE(window.model().find(u"a.py"_s)->compareState(), CompareState::Changed); }();
    }

    /// The plan of both files, after that change.
    void openPlan()
    {
        change();
        window.find<WindowActions>().deployShown->trigger();
        plan = &window.plan();
        table = plan->findChild<QTreeView *>(u"planTable"_s);
        raise = plan->findChild<QPushButton *>(u"raiseVersion"_s);
    }
    void choose(int row) const { table->setCurrentIndex(table->model()->index(row, PlanModel::NameColumn)); }
    /// What the first row says will happen.
    [[nodiscard]] QString action() const { return table->model()->index(0, PlanModel::ActionColumn).data().toString(); }

    PlanDialog *plan = nullptr;
    QTreeView *table = nullptr;
    QPushButton *raise = nullptr;
    const QByteArray changed = filterText(u"Apple"_s, u"1.0.0"_s) + "# changed\n";
    WindowFixture window;
};

} // namespace

/// Versions in headers are raised where somebody asks for it.
class tst_WindowVersions : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void raisesTheVersionsOfTheSelected();
    void raisesTheVersionInThePlan();
    void planShowsEachOfSeveral();
    void planSaysWhyOneCannotBeRaised();
    void raisesByItselfWhereTheFolderSaysSo();
};

void tst_WindowVersions::raisesTheVersionsOfTheSelected()
{
    WindowFixture fixture;
    fixture.write(u"a.py"_s, pluginText(PluginKind::Filter, u"Apple"_s, u"1.2.3"_s));
    fixture.write(u"b.py"_s, pluginText(PluginKind::Filter, u"Banana"_s, u"2.0"_s));
    fixture.open(2);
    const auto version = [&fixture](const QString &path) { return fixture.model().find(path)->plugin.version(); };
    auto &rows = fixture.find<PluginActions>();
    fixture.select({u"a.py"_s});
    QTRY_COMPARE(rows.raiseMinor->text(), u"&Minor: 1.3.0"_s);
    QMenu menu;
    rows.fill(menu);
    QVERIFY(menu.actions().contains(rows.raiseMenu()->menuAction()));
    QTRY_VERIFY(fixture.window->findChild<QToolButton *>(u"detailsRaise"_s));
    fixture.select({u"b.py"_s});
    QTest::mouseClick(fixture.view().viewport(), Qt::LeftButton, Qt::ControlModifier,
                      fixture.view().visualRect(fixture.indexOf(u"a.py"_s, PluginModel::NameColumn)).center());
    QTRY_COMPARE(rows.raiseMajor->text(), u"M&ajor"_s);
    rows.raiseMajor->trigger();
    QTRY_COMPARE(version(u"a.py"_s), u"2.0.0"_s);
    QTRY_COMPARE(version(u"b.py"_s), u"3.0"_s);
    fixture.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    QTRY_VERIFY(fixture.find<WindowActions>().undoChange->isEnabled());
    QTest::keyClick(fixture.window.get(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(version(u"a.py"_s), u"1.2.3"_s);
    QTRY_COMPARE(version(u"b.py"_s), u"2.0"_s);
    QTRY_VERIFY(!fixture.find<WindowActions>().undoChange->isEnabled());
}

void tst_WindowVersions::raisesTheVersionInThePlan()
{
    Fixture f;
    f.openPlan();
    f.choose(1);
    QVERIFY(!f.raise->isVisible());
    f.choose(0);
    QVERIFY(f.raise->isVisible());
    QCOMPARE(f.raise->text(), u"&Raise the version in the file to 1.0.1"_s);
    QTest::mouseClick(f.raise, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(f.action(), u"update 1.0.0 → 1.0.1"_s, patience);
    QVERIFY(!f.raise->isVisible());
    f.window.agreeToPlan();
    QTRY_COMPARE_WITH_TIMEOUT(f.window.outcome(u"a.py"_s), DeployOutcome::Updated, patience);
    QCOMPARE(f.window.model().find(u"a.py"_s)->result->versionAfter, u"1.0.1"_s);
}

/// Also where the next row is asked for while the first is being planned anew.
void tst_WindowVersions::planShowsEachOfSeveral()
{
    Fixture f;
    f.openPlan();
    bool isAsked = false;
    connect(&f.window.model(), &PluginModel::merged, this, [&] {
        if (!isAsked && f.window.model().find(u"a.py"_s)->plugin.version() == u"1.0.1"_s) {
            isAsked = true;
            emit f.plan->pinRequested(u"b.py"_s, u"other"_s);
        }
    });
    f.choose(0);
    QTest::mouseClick(f.raise, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(isAsked, patience);
    QTRY_COMPARE_WITH_TIMEOUT(f.action(), u"update 1.0.0 → 1.0.1"_s, patience);
    const auto isPinned = [](const PlanRow &row) { return row.plugin.id == u"other"_s; };
    QTRY_VERIFY_WITH_TIMEOUT(std::ranges::any_of(f.plan->chosen(), isPinned), patience);
}

void tst_WindowVersions::planSaysWhyOneCannotBeRaised()
{
    Fixture f;
    f.openPlan();
    f.choose(0);
    QFile file(f.window.folderPath() + u"/a.py"_s);
    const QFile::Permissions before = file.permissions();
    QVERIFY(file.setPermissions(QFile::ReadOwner));
    QTest::mouseClick(f.raise, Qt::LeftButton);
    QVERIFY(!f.raise->isEnabled());
    const auto *warnings = f.plan->findChild<QLabel *>(u"planWarnings"_s);
    QTRY_VERIFY_WITH_TIMEOUT(warnings->text().contains(u"it is read-only"_s), patience);
    QVERIFY(f.raise->isEnabled());
    QVERIFY(file.setPermissions(before));
    QTest::mouseClick(f.raise, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(f.action(), u"update 1.0.0 → 1.0.1"_s, patience);
    QVERIFY(!warnings->text().contains(u"read-only"_s));
}

/// Shown in the plan, written when it is deployed, and taken back like one that was raised by hand.
void tst_WindowVersions::raisesByItselfWhereTheFolderSaysSo()
{
    Fixture f;
    f.window.find<WindowActions>().settings->trigger();
    auto &settings = f.window.find<SettingsDialog>();
    auto *byItself = settings.findChild<QCheckBox *>(u"settingsRaiseVersions"_s);
    QVERIFY(byItself->isEnabled() && !byItself->isChecked());
    byItself->setChecked(true);
    settings.accept();
    QTRY_VERIFY(f.window.model().find(u"a.py"_s)->plugin.raisesVersion);
    f.openPlan();
    QCOMPARE(f.action(), u"update 1.0.0 → 1.0.1"_s);
    f.choose(0);
    QVERIFY(f.plan->findChild<QLabel *>(u"planWarnings"_s)->text().contains(u"raised to 1.0.1"_s));
    QVERIFY(!f.raise->isVisible());
    QFile file(f.window.folderPath() + u"/a.py"_s);
    const auto content = [&file] {
        const bool isOpen = file.open(QIODevice::ReadOnly);
        const QByteArray all = isOpen ? file.readAll() : QByteArray();
        file.close();
        return all;
    };
    QCOMPARE(content(), f.changed);
    f.window.agreeToPlan();
    QTRY_COMPARE_WITH_TIMEOUT(f.window.outcome(u"a.py"_s), DeployOutcome::Updated, patience);
    QCOMPARE(f.window.model().find(u"a.py"_s)->result->versionAfter, u"1.0.1"_s);
    QCOMPARE(content(), QByteArray(f.changed).replace("1.0.0", "1.0.1"));
    QTRY_COMPARE(f.window.model().find(u"a.py"_s)->compareState(), CompareState::Same);
    f.window.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(f.window.window.get()));
    // What is taken back first is the last change.
    QTRY_VERIFY(f.window.find<WindowActions>().undoChange->isEnabled() && !f.window.isDeploying());
    QTest::keyClick(f.window.window.get(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(content(), f.changed, patience);
    QVERIFY(f.window.plugins.raisesVersions());
}

QTEST_MAIN(tst_WindowVersions)
#include "tst_windowversions.moc"
