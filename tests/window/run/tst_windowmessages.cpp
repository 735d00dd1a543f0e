// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/practicefixture.h"
#include "support/windowfixture.h"

#include "ui/parts/messagearea.h"
#include "ui/parts/windowactions.h"

#include <QAction>
#include <QLabel>
#include <QRegularExpression>
#include <QScrollBar>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

namespace {

constexpr int patience = 30'000; // milliseconds

const QByteArray failing = "# practice: load-error boom"; // the server refuses to create it

} // namespace

/// What the messages below the list tell, offer and leave alone.
class tst_WindowMessages : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void noRowMoves_data();
    void noRowMoves();
    void aSuccessKeepsWhatIsOpen();
    void oneFailureIsTheMessage();
    void messagesSayWhen();
    void focusNeverGoesToDeployAll();
    void decisionsAreCountedApart();

private:
    [[nodiscard]] static QPoint place(WindowFixture &window, int row);
};

/// On the screen.
QPoint tst_WindowMessages::place(WindowFixture &window, int row)
{
    const PluginView &view = window.view();
    return view.viewport()->mapToGlobal(view.visualRect(view.model()->index(row, 0)).topLeft());
}

void tst_WindowMessages::noRowMoves_data()
{
    QTest::addColumn<bool>("log");
    QTest::newRow("with the log") << true;
    QTest::newRow("without the log") << false;
}

void tst_WindowMessages::noRowMoves()
{
    QFETCH(const bool, log);
    WindowFixture window;
    for (int i = 0; i < 40; ++i) {
        window.write(u"p%1.py"_s.arg(i), filterText(u"Plugin %1"_s.arg(i, 2, 10, QLatin1Char('0'))));
    }
    window.open(40);
    window.find<WindowActions>().showLog->setChecked(log);
    QTest::mouseMove(window.view().viewport(), QPoint(20, 20));
    QTRY_VERIFY(window.view().underMouse());
    window.view().verticalScrollBar()->setValue(window.view().verticalScrollBar()->maximum());
    const QPoint last = place(window, 39);
    const QPoint other = place(window, 36);

    // No server is chosen, so there is only a message.
    window.clickDeploy(u"p36.py"_s);
    auto &messages = window.find<MessageArea>();
    QTRY_VERIFY(messages.isVisible() && messages.height() > 0);
    QTest::qWait(50); // laid out
    QCOMPARE(place(window, 36), other);
    QVERIFY(!QRect(messages.mapToGlobal(QPoint()), messages.size()).contains(other));
    QTest::mouseClick(messages.findChild<QToolButton *>(u"closeMessage"_s), Qt::LeftButton);
    QTRY_VERIFY(!messages.isVisible());
    QTest::qWait(50);
    QCOMPARE(place(window, 36), other);
    QCOMPARE(place(window, 39), last);
}

void tst_WindowMessages::aSuccessKeepsWhatIsOpen()
{
    WindowFixture window;
    window.write(u"a.py"_s, filterText(u"Apple"_s));
    window.write(u"b.py"_s, filterText(u"Banana"_s, u"1.0.0"_s, failing));
    window.write(u"c.py"_s, filterText(u"Cherry"_s));
    window.open(3);
    window.practise();
    QTRY_COMPARE(window.model().counts().missing, 3);
    window.select({u"a.py"_s, u"b.py"_s});
    QTRY_VERIFY(window.find<WindowActions>().deploySelected->isEnabled());
    window.find<WindowActions>().deploySelected->trigger();
    window.agreeToPlan();
    QTRY_VERIFY_WITH_TIMEOUT(window.messageButton(u"Retry failed"_s), patience);
    QTRY_VERIFY(!window.isDeploying());

    // Another one that goes well throws nothing away.
    window.clickDeploy(u"c.py"_s);
    QTRY_COMPARE_WITH_TIMEOUT(window.outcome(u"c.py"_s), DeployOutcome::Created, patience);
    QTRY_VERIFY(!window.isDeploying());
    QVERIFY(window.messageButton(u"Retry failed"_s));

    // The button does what it says, and goes with the work.
    window.write(u"b.py"_s, filterText(u"Banana"_s));
    QTRY_COMPARE(window.model().find(u"b.py"_s)->plugin.version(), u"1.0.0"_s);
    window.clickMessageButton(u"Retry failed"_s);
    QTRY_COMPARE_WITH_TIMEOUT(window.outcome(u"b.py"_s), DeployOutcome::Created, patience);
    QTRY_VERIFY(!window.isDeploying());
    QTRY_VERIFY(!window.messageButton(u"Retry failed"_s));
    // What is new is off, until somebody switches it on.
    window.clickMessageButton(u"Switch them on"_s);
    QTRY_VERIFY_WITH_TIMEOUT(window.find<MessageArea>().text(u"run"_s).isEmpty(), patience);
}

void tst_WindowMessages::oneFailureIsTheMessage()
{
    WindowFixture window;
    window.write(u"a.py"_s, filterText(u"Apple"_s));
    window.write(u"b.py"_s, filterText(u"Banana"_s, u"1.0.0"_s, failing));
    window.open(2);
    window.practise();
    window.select({u"a.py"_s});
    window.clickDeploy(u"b.py"_s);
    QTRY_COMPARE_WITH_TIMEOUT(window.outcome(u"b.py"_s), DeployOutcome::Failed, patience);
    const auto text = [&window] { return window.find<MessageArea>().text(u"run"_s); };
    QTRY_VERIFY(!text().isEmpty());
    QVERIFY2(text().contains(u"Banana"_s) && text().contains(u"Practice server"_s), qPrintable(text()));
    QVERIFY2(text().contains(u"boom"_s), qPrintable(text()));
    QVERIFY2(!text().contains(u"1 failed"_s), qPrintable(text()));
    QCOMPARE(window.view().currentPath(), u"b.py"_s);
    QCOMPARE(window.view().selectedPaths(), QStringList{u"b.py"_s});
}

void tst_WindowMessages::messagesSayWhen()
{
    WindowFixture window;
    window.write(u"a.py"_s, filterText(u"Apple"_s));
    window.open(1);
    window.clickDeploy(u"a.py"_s);
    auto *label = window.find<MessageArea>().findChild<QLabel *>(u"messageText"_s);
    QVERIFY(label);
    // Without seconds, also in the C locale, in which tests run.
    static const QRegularExpression time(uR"(^\d{1,2}:\d{2} · No server)"_s);
    QVERIFY2(time.match(label->text()).hasMatch(), qPrintable(label->text()));
}

void tst_WindowMessages::focusNeverGoesToDeployAll()
{
    WindowFixture window;
    window.write(u"a.py"_s, filterText(u"Apple"_s, u"1.0.0"_s, "# practice: sleep 1"));
    window.write(u"b.py"_s, filterText(u"Banana"_s));
    window.open(2);
    window.practise();
    window.select({u"a.py"_s});
    auto &actions = window.find<WindowActions>();
    QTRY_VERIFY(actions.deploySelected->isEnabled());
    const auto buttons = window.window->statusBar()->findChildren<QToolButton *>();
    const auto button = std::ranges::find(buttons, actions.deploySelected, &QToolButton::defaultAction);
    QVERIFY(button != buttons.end());
    window.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window.window.get()));
    (*button)->setFocus();
    QTest::keyClick(*button, Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(!(*button)->isEnabled(), patience);
    QCOMPARE(window.window->focusWidget(), &window.view());
    QTRY_COMPARE_WITH_TIMEOUT(window.outcome(u"a.py"_s), DeployOutcome::Created, patience);
    QCOMPARE(window.window->focusWidget(), &window.view());
}

void tst_WindowMessages::decisionsAreCountedApart()
{
    WindowFixture window;
    window.write(u"a.py"_s, filterText(u"Apple"_s));
    window.write(u"b.py"_s, filterText(u"Banana"_s));
    window.open(2);
    window.practise();
    QTRY_COMPARE(window.model().counts().missing, 2);
    window.find<WindowActions>().deployShown->trigger();
    QVERIFY(window.plan().isVisible());
    window.write(u"a.py"_s, filterText(u"Apple"_s, u"6.6.6"_s));
    window.agreeToPlan();
    QTRY_COMPARE_WITH_TIMEOUT(window.outcome(u"a.py"_s), DeployOutcome::Blocked, patience);
    const auto chip = [&window](const QString &name) {
        const QToolButton *shown = window.chip(name);
        return shown ? shown->text() : QString();
    };
    QTRY_COMPARE(chip(u"To decide"_s), u"To decide 1"_s);
    QCOMPARE(chip(u"Failed"_s), QString());
}

QTEST_MAIN(tst_WindowMessages)
#include "tst_windowmessages.moc"
