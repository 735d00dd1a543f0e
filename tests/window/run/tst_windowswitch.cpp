// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/connectionsfixture.h"
#include "support/practicefixture.h"
#include "support/windowfixture.h"

#include "deploy/run/serversession.h"

#include "ui/list/listpage.h"
#include "ui/list/pluginactions.h"
#include "ui/list/switchdelegate.h"
#include "ui/parts/messagearea.h"
#include "ui/parts/windowactions.h"

#include <QAction>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

namespace {

constexpr int patience = 30'000; // milliseconds

/// Two filters and a tool on the practice server; the filters are off.
struct Fixture
{
    Fixture()
    {
        window.write(u"a.py"_s, pluginText(PluginKind::Filter, u"Apple"_s, u"1.0.0"_s));
        window.write(u"b.py"_s, pluginText(PluginKind::Filter, u"Banana"_s, u"1.0.0"_s));
        window.write(u"t.py"_s, pluginText(PluginKind::Tool, u"Tango"_s, u"1.0.0"_s));
        window.open(3);
        window.practise();
        [&] { QTRY_COMPARE(window.model().counts().missing, 3); }();
    }

    void deployAll()
    {
        QAction *deploy = window.find<WindowActions>().deployChanged;
        [&] { QTRY_VERIFY(deploy->text().contains(u"(3)"_s)); }();
        deploy->trigger();
        window.agreeToPlan();
        [&] { QTRY_VERIFY_WITH_TIMEOUT(isThere(u"a.py"_s) && isThere(u"b.py"_s) && isThere(u"t.py"_s), patience); }();
        [&] { QTRY_VERIFY_WITH_TIMEOUT(!window.isDeploying(), patience); }();
        // What follows a run by itself would else come between.
        [&] { QTRY_VERIFY_WITH_TIMEOUT(!window.isLooking(), patience); }();
    }
    /// Chooses these rows, and waits until the commands are about them.
    void select(const QStringList &paths)
    {
        window.select(paths);
        const QString text = u"&Deploy selected (%1)"_s.arg(paths.size());
        QTRY_COMPARE(window.find<WindowActions>().deploySelected->text(), text);
        // A dialog that closed leaves no window active where there is no window manager.
        window.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.window.get()));
    }
    bool isThere(const QString &path)
    {
        const PluginRow *row = window.model().find(path);
        return row && row->seen.plugin && !row->isBusy();
    }
    bool isOn(const QString &path) { return isThere(path) && window.model().find(path)->seen.plugin->active; }
    QModelIndex cell(const QString &path) { return window.indexOf(path, PluginModel::OnColumn); }
    void clickSwitch(const QString &path)
    {
        window.view().scrollTo(cell(path));
        QTest::mouseClick(window.view().viewport(), Qt::LeftButton, {}, switchOf(path).center());
    }
    QRect switchOf(const QString &path)
    {
        QStyleOptionViewItem option;
        option.initFrom(&window.view());
        option.widget = &window.view();
        option.rect = window.view().visualRect(cell(path));
        return SwitchDelegate::switchRect(option);
    }
    QMessageBox *question() { return window.question(u"switchQuestion"_s); }
    bool asks() { return window.window->findChild<QMessageBox *>(u"switchQuestion"_s); }
    void makeAppleGlobal()
    {
        window.toggleGlobalOnServer(u"apple"_s);
        window.find<WindowActions>().refresh->trigger();
        QTRY_VERIFY(window.model().find(u"a.py"_s)->seen.plugin->global);
    }

    WindowFixture window;
};

} // namespace

class tst_WindowSwitch : public QObject
{
    Q_OBJECT

public:
    static void initMain() { ConnectionsFixture::withoutKeyStore(); }

private slots:
    void initTestCase();
    void clickSwitchesAndUndoSwitchesBack();
    void keySwitchesTheSelection();
    void commandsFollowEverySelectedRow();
    void menuSwitchesTheSelection();
    void globalAsksFirst();
    void productionAsksFirst();
    void whatBecameGlobalIsLeft();
    void switchesWhatOnlyTheServerHas();
    void runTellsWhatIsOff();
};

void tst_WindowSwitch::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

void tst_WindowSwitch::clickSwitchesAndUndoSwitchesBack()
{
    Fixture f;
    f.deployAll();
    // The rest of the cell belongs to the row.
    const QRect cell = f.window.view().visualRect(f.cell(u"a.py"_s));
    QTest::mouseClick(f.window.view().viewport(), Qt::LeftButton, {}, {cell.right() - 2, cell.center().y()});
    QTRY_COMPARE(f.window.view().selectedPaths(), QStringList{u"a.py"_s});
    QVERIFY(!f.window.isDeploying());
    f.window.select({u"b.py"_s});

    f.clickSwitch(u"a.py"_s);
    QTRY_VERIFY_WITH_TIMEOUT(f.isOn(u"a.py"_s), patience);
    QVERIFY(!f.isOn(u"b.py"_s));
    QVERIFY(!f.asks());
    QCOMPARE(f.window.view().selectedPaths(), QStringList{u"b.py"_s});
    QCOMPARE(f.cell(u"a.py"_s).data().toString(), u"on"_s);
    const auto told = [&f] { return f.window.find<MessageArea>().text(u"change"_s); };
    QTRY_VERIFY2(told().contains(u"Apple"_s) && told().contains(u"on now"_s), qPrintable(told()));

    f.window.clickMessageButton(u"Undo"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!f.isOn(u"a.py"_s) && f.isThere(u"a.py"_s), patience);
    std::optional<qsizetype> kept;
    f.window.history.entries(
        {.id = u"apple"_s}, &f.window.history, [&kept](const Result<QList<HistoryEntry>> &entries) {
            kept = entries ? std::ranges::count(entries.value(), HistoryChange::Toggle, &HistoryEntry::change) : -1;
        });
    QTRY_COMPARE(kept, 2);
}

void tst_WindowSwitch::keySwitchesTheSelection()
{
    Fixture f;
    f.deployAll();
    f.select({u"a.py"_s, u"b.py"_s, u"t.py"_s});
    const QAction *toggle = f.window.find<PluginActions>().toggle;
    QTRY_VERIFY(toggle->isEnabled());
    QTest::keyClick(f.window.window.get(), Qt::Key_T, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(f.isOn(u"a.py"_s) && f.isOn(u"b.py"_s), patience);
    const auto told = [&f] { return f.window.find<MessageArea>().text(u"change"_s); };
    QTRY_VERIFY2(told().contains(u"2 switched on"_s), qPrintable(told()));
    QTRY_VERIFY(!f.window.isDeploying());
    // The command follows the rows after a moment.
    QTRY_VERIFY(toggle->isEnabled());
    QTest::keyClick(f.window.window.get(), Qt::Key_T, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(f.isThere(u"a.py"_s) && !f.isOn(u"a.py"_s), patience);
    QTRY_VERIFY_WITH_TIMEOUT(f.isThere(u"b.py"_s) && !f.isOn(u"b.py"_s), patience);

    // A tool has no switch.
    QVERIFY(!f.cell(u"t.py"_s).data(PluginModel::SwitchRole).isValid());
    f.window.select({u"t.py"_s});
    QTRY_VERIFY(!toggle->isEnabled());
}

/// Also those that are not current.
void tst_WindowSwitch::commandsFollowEverySelectedRow()
{
    Fixture f;
    f.deployAll();
    f.select({u"a.py"_s, u"t.py"_s});
    f.window.view().selectionModel()->setCurrentIndex(f.cell(u"t.py"_s), QItemSelectionModel::NoUpdate);
    const auto &actions = f.window.find<PluginActions>();
    QTRY_VERIFY(actions.switchOn->isVisible() && !actions.switchOff->isVisible());
    f.window.toggleOnServer(u"apple"_s);
    f.window.find<WindowActions>().refresh->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(f.isOn(u"a.py"_s), patience);
    QTRY_VERIFY(!actions.switchOn->isVisible() && actions.switchOff->isVisible());
}

void tst_WindowSwitch::menuSwitchesTheSelection()
{
    Fixture f;
    f.deployAll();
    f.select({u"a.py"_s, u"b.py"_s});
    auto &actions = f.window.find<PluginActions>();
    QTRY_VERIFY(actions.switchOn->isVisible());
    QVERIFY(!actions.switchOff->isVisible());
    QMenu menu;
    actions.fill(menu);
    QVERIFY(menu.actions().contains(actions.switchOn));
    actions.switchOn->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(f.isOn(u"a.py"_s) && f.isOn(u"b.py"_s), patience);
    QTRY_VERIFY(actions.switchOff->isVisible());
    QVERIFY(!actions.switchOn->isVisible());
}

void tst_WindowSwitch::globalAsksFirst()
{
    Fixture f;
    f.deployAll();
    f.makeAppleGlobal();
    f.clickSwitch(u"a.py"_s);
    QMessageBox *box = f.question();
    QVERIFY2(box->informativeText().contains(u"every chat"_s), qPrintable(box->informativeText()));
    QTest::keyClick(box, Qt::Key_Return); // Cancel is what Return does
    QTRY_VERIFY(!f.asks());
    QVERIFY(!f.window.isDeploying() && !f.isOn(u"a.py"_s));
    f.clickSwitch(u"a.py"_s);
    QTest::mouseClick(f.question()->findChild<QPushButton *>(u"switch"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(f.isOn(u"a.py"_s), patience);
    // Off again asks as well.
    QTRY_VERIFY(!f.asks());
    f.clickSwitch(u"a.py"_s);
    QTest::mouseClick(f.question()->findChild<QPushButton *>(u"switch"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(f.isThere(u"a.py"_s) && !f.isOn(u"a.py"_s), patience);
}

void tst_WindowSwitch::productionAsksFirst()
{
    PracticeFixture server;
    QVERIFY(server.start(u"0.12.4"_s));
    QVERIFY(server.deploy(server.write(u"f.py"_s, pluginText(PluginKind::Filter, u"F"_s, u"1.0"_s))).isSuccess());
    WindowFixture window;
    window.write(u"a.py"_s, pluginText(PluginKind::Filter, u"Apple"_s, u"1.0.0"_s));
    window.open(1);
    Connection connection = server.connection;
    connection.practice = false;
    connection.production = true;
    window.use(connection, server.credential);
    const QString key = u"//functions/f"_s;
    QTRY_VERIFY_WITH_TIMEOUT(window.model().find(key), patience);
    // What the list selects by itself while it is read is not what is meant here.
    const auto switchOn = [&window, &key] {
        window.find<PluginActions>().setTarget(key, {key});
        window.find<PluginActions>().switchOn->trigger();
    };
    switchOn();
    auto &box = window.find<QMessageBox>(u"switchQuestion"_s);
    QVERIFY2(box.text().contains(u"production server"_s), qPrintable(box.text()));
    QTest::keyClick(&box, Qt::Key_Return); // Cancel
    QTRY_VERIFY(!window.window->findChild<QMessageBox *>(u"switchQuestion"_s));
    QVERIFY(!window.isDeploying());
    switchOn();
    QTest::mouseClick(&window.find<QPushButton>(u"switch"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(window.model().find(key)->seen.plugin->active, patience);
    QVERIFY(server.look(PluginSpace::Function, u"f"_s).plugin->active);
}

void tst_WindowSwitch::whatBecameGlobalIsLeft()
{
    Fixture f;
    f.deployAll();
    f.window.toggleGlobalOnServer(u"apple"_s);
    f.clickSwitch(u"a.py"_s);
    QTRY_COMPARE_WITH_TIMEOUT(f.window.outcome(u"a.py"_s), DeployOutcome::Failed, patience);
    QVERIFY(!f.isOn(u"a.py"_s));
    // The row says why.
    const QModelIndex state = f.cell(u"a.py"_s).siblingAtColumn(PluginModel::StateColumn);
    QVERIFY(state.data(PluginModel::SecondLineRole).toString().contains(u"global"_s));
}

void tst_WindowSwitch::switchesWhatOnlyTheServerHas()
{
    Fixture f;
    f.deployAll();
    QVERIFY(QFile::remove(f.window.folderPath() + u"/a.py"_s));
    f.window.find<WindowActions>().rescan->trigger();
    const QString key = u"//functions/apple"_s;
    QTRY_VERIFY(f.window.model().find(key));
    f.window.find<WindowActions>().refresh->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(f.window.find<WindowActions>().refresh->isEnabled(), patience);
    QVERIFY(!f.isOn(key));
    f.window.find<ListPage>().showState(PluginState::ServerOnly);
    QTRY_VERIFY(f.cell(key).isValid());
    f.clickSwitch(key);
    QTRY_VERIFY_WITH_TIMEOUT(f.isOn(key), patience);
}

void tst_WindowSwitch::runTellsWhatIsOff()
{
    Fixture f;
    f.deployAll();
    const auto told = [&f] { return f.window.find<MessageArea>().text(u"run"_s); };
    QTRY_VERIFY2(told().contains(u"3 created, 2 of them off."_s), qPrintable(told()));
    f.window.clickMessageButton(u"Switch them on"_s);
    QTRY_VERIFY_WITH_TIMEOUT(f.isOn(u"a.py"_s) && f.isOn(u"b.py"_s), patience);
    QVERIFY(!f.asks());
    QTRY_VERIFY(!f.window.messageButton(u"Switch them on"_s));
}

QTEST_MAIN(tst_WindowSwitch)
#include "tst_windowswitch.moc"
