// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/connectionsfixture.h"
#include "support/practicefixture.h"
#include "support/windowfixture.h"

#include "deploy/run/serversession.h"

#include "ui/list/pluginactions.h"
#include "ui/parts/messagearea.h"
#include "ui/parts/plaintext.h"
#include "ui/parts/windowactions.h"
#include "ui/run/consentdialog.h"
#include "ui/run/watchcontroller.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

namespace {

constexpr int patience = 30'000; // milliseconds

QByteArray apple(int number)
{
    return pluginText(PluginKind::Filter, u"Apple"_s, u"1.0.%1"_s.arg(number));
}

/// Some filters, all of them on the practice server.
struct WatchedWindow
{
    explicit WatchedWindow(int others = 0)
    {
        window.write(u"apple.py"_s, apple(0));
        for (int i = 0; i < others; ++i) {
            writeOther(i, u"1.0.0"_s);
        }
        window.open(1 + others);
        window.practise();
        [&] { QTRY_COMPARE(window.model().counts().missing, 1 + others); }();
        window.find<WindowActions>().deployChanged->trigger();
        if (others > 0) {
            window.agreeToPlan();
        }
        [&] { QTRY_VERIFY_WITH_TIMEOUT(!window.isDeploying() && isThere(u"apple.py"_s), patience); }();
        [&] { QTRY_VERIFY_WITH_TIMEOUT(!window.isLooking(), patience); }();
    }

    void writeOther(int i, const QString &version)
    {
        window.write(u"other%1.py"_s.arg(i), pluginText(PluginKind::Filter, u"Other %1"_s.arg(i), version));
    }
    bool isThere(const QString &path) { return window.model().find(path)->seen.plugin.has_value(); }
    QToolButton &button() { return window.find<QToolButton>(u"deployOnSave"_s); }
    void clickSwitch()
    {
        // The drop-down of the button is at its end.
        QTest::mouseClick(&button(), Qt::LeftButton, {}, QPoint(10, button().height() / 2));
    }
    void switchOn()
    {
        clickSwitch();
        QTRY_VERIFY(state().startsWith(u"Watching "_s));
    }
    QString state() { return window.find<QLabel>(u"watchState"_s).text().remove(QChar(0x2068)).remove(QChar(0x2069)); }

    WindowFixture window;
};

} // namespace

class tst_WindowWatch : public QObject
{
    Q_OBJECT

public:
    static void initMain() { ConnectionsFixture::withoutKeyStore(); }

private slots:
    void initTestCase();
    void savedIsLiveWhileTheSwitchIsOn();
    void anotherFolderSwitchesItOff();
    void withoutAServerItStaysOff();
    void whatNeedsAConsentWaitsWithoutADialog();
    void newOnesGoOnlyWithTheTick();
    void manyAtOnceArePlannedOnce();
    void versionThatIsRaisedHereIsNoSave();
    void savesAreUndoneInOneStep();
    void desktopIsToldWhileAnotherWindowIsInFront();
    void productionAsksOnce();
    void saysThatItStartsUntilTheFolderIsKnown();
    void whatIsIncludedLaterIsNotSent();
    void versionThatADeploymentRaisesIsNoSave();
    void whatIsSavedFromTheServerIsNoSave();
};

/// Without it numbers have "plugin(s)".
void tst_WindowWatch::initTestCase()
{
    auto *translator = new QTranslator(this);
    QVERIFY(translator->load(u":/i18n/owui_en.qm"_s));
    QVERIFY(QApplication::installTranslator(translator));
}

void tst_WindowWatch::savedIsLiveWhileTheSwitchIsOn()
{
    WatchedWindow f;
    QVERIFY(!f.button().isChecked());
    QVERIFY(f.state().isEmpty());
    f.switchOn();
    QVERIFY(f.button().isChecked());
    QCOMPARE(f.state(), u"Watching 1 plugin on Practice server"_s);
    QCOMPARE(f.window.find<QLabel>(u"watchState"_s).toolTip(), plainToolTip(f.state()));
    for (int i = 1; i <= 3; ++i) {
        f.window.write(u"apple.py"_s, apple(i));
        QTRY_VERIFY_WITH_TIMEOUT(f.state().contains(u" · Apple 1.0.%1 live after "_s.arg(i)), patience);
        QTRY_COMPARE(f.window.versionThere(u"apple.py"_s), u"1.0.%1"_s.arg(i));
    }
    f.window.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(f.window.window.get()));
    QTest::keyClick(f.window.window.get(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(!f.button().isChecked());
    QVERIFY(f.state().isEmpty());
    f.window.write(u"apple.py"_s, apple(9));
    QTRY_COMPARE_WITH_TIMEOUT(f.window.model().find(u"apple.py"_s)->plugin.version(), u"1.0.9"_s, patience);
    QVERIFY(!f.window.isDeploying());
    QCOMPARE(f.window.versionThere(u"apple.py"_s), u"1.0.3"_s);
}

void tst_WindowWatch::anotherFolderSwitchesItOff()
{
    WatchedWindow f;
    f.switchOn();
    QTemporaryDir other;
    f.window.window->start(other.path());
    QTRY_VERIFY(!f.button().isChecked());
    QVERIFY(f.state().isEmpty());
}

void tst_WindowWatch::withoutAServerItStaysOff()
{
    WindowFixture window;
    window.write(u"apple.py"_s, apple(0));
    window.open(1);
    window.find<WindowActions>().deployOnSave->trigger();
    QVERIFY(!window.find<WindowActions>().deployOnSave->isChecked());
    QVERIFY(window.find<MessageArea>().text(u"watch"_s).contains(u"Choose a server first"_s));
}

void tst_WindowWatch::whatNeedsAConsentWaitsWithoutADialog()
{
    WatchedWindow f;
    f.switchOn();
    f.window.editOnServer(PluginSpace::Function, u"apple"_s, apple(0) + "# mended in the browser\n");
    f.window.write(u"apple.py"_s, apple(1));
    QTRY_VERIFY_WITH_TIMEOUT(f.state().endsWith(u" · Apple waits for a decision"_s), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!f.window.isDeploying(), patience);
    QVERIFY(f.window.model().find(u"apple.py"_s)->isToDecide());
    QTRY_VERIFY(f.window.messageButton(u"Decide…"_s));
    QVERIFY(!f.window.window->findChild<ConsentDialog *>());
    f.window.clickMessageButton(u"Decide…"_s);
    QVERIFY(f.window.window->findChild<ConsentDialog *>());
    f.window.window->findChild<ConsentDialog *>()->reject();
    QTRY_VERIFY(!f.window.window->findChild<ConsentDialog *>());
    // On its row too.
    QCOMPARE(f.window.indexOf(u"apple.py"_s, PluginModel::DeployColumn).data().toString(), u"Decide…"_s);
    f.window.clickDeploy(u"apple.py"_s);
    QVERIFY(f.window.window->findChild<ConsentDialog *>());
}

void tst_WindowWatch::newOnesGoOnlyWithTheTick()
{
    WatchedWindow f;
    f.switchOn();
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    f.writeOther(0, u"1.0.0"_s);
    QTRY_VERIFY_WITH_TIMEOUT(f.state().endsWith(u" · Other 0 was not deployed"_s), patience);
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    QCOMPARE(f.window.outcome(u"other0.py"_s), DeployOutcome::Blocked);
    // What keeps a name apart from its sentence is for the window alone.
    f.window.select({u"other0.py"_s});
    QVERIFY(f.window.model().find(u"other0.py"_s)->result->message.contains(QChar(0x2068)));
    const auto copied = [&f] {
        f.window.find<PluginActions>().copyError->trigger();
        return QGuiApplication::clipboard()->text();
    };
    QTRY_VERIFY(copied().startsWith(u"Other 0: "_s));
    QVERIFY2(copied().contains(u"Practice server does not have it yet"_s), qUtf8Printable(copied()));
    f.window.find<WindowActions>().saveAlsoNew->trigger();
    f.writeOther(0, u"1.0.1"_s);
    QTRY_VERIFY_WITH_TIMEOUT(f.state().contains(u" · Other 0 1.0.1 live after "_s), patience);
    QVERIFY(f.isThere(u"other0.py"_s));
}

void tst_WindowWatch::manyAtOnceArePlannedOnce()
{
    WatchedWindow f(8);
    f.switchOn();
    f.window.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(f.window.window.get()));
    for (int i = 0; i < 8; ++i) {
        f.writeOther(i, u"2.0.0"_s);
    }
    PlanDialog &plan = f.window.plan();
    QCOMPARE(plan.chosen().size(), 8);
    QCOMPARE(f.window.versionThere(u"other0.py"_s), u"1.0.0"_s);
    plan.reject();
    QTRY_VERIFY(f.window.find<MessageArea>().text(u"storm"_s).startsWith(u"8 plugins changed at once"_s));
    f.window.write(u"apple.py"_s, apple(1));
    QTRY_VERIFY_WITH_TIMEOUT(f.state().contains(u" · Apple 1.0.1 live after "_s), patience);
}

void tst_WindowWatch::versionThatIsRaisedHereIsNoSave()
{
    WatchedWindow f(1);
    f.switchOn();
    f.window.plugins.raiseVersions({u"apple.py"_s}, VersionPart::Patch);
    QTRY_COMPARE_WITH_TIMEOUT(f.window.model().find(u"apple.py"_s)->plugin.version(), u"1.0.1"_s, patience);
    for (int i = 1; i <= 2; ++i) {
        f.writeOther(0, u"1.0.%1"_s.arg(i));
        QTRY_VERIFY_WITH_TIMEOUT(f.state().contains(u" · Other 0 1.0.%1 live after "_s.arg(i)), patience);
    }
    QCOMPARE(f.window.versionThere(u"apple.py"_s), u"1.0.0"_s);
    f.window.write(u"apple.py"_s, apple(2));
    QTRY_VERIFY_WITH_TIMEOUT(f.state().contains(u" · Apple 1.0.2 live after "_s), patience);
}

void tst_WindowWatch::savesAreUndoneInOneStep()
{
    WatchedWindow f;
    f.switchOn();
    for (int i = 1; i <= 3; ++i) {
        f.window.write(u"apple.py"_s, apple(i));
        QTRY_VERIFY_WITH_TIMEOUT(f.state().contains(u" · Apple 1.0.%1 live after "_s.arg(i)), patience);
    }
    QAction *undo = f.window.find<WindowActions>().undoDeploy;
    QTRY_VERIFY_WITH_TIMEOUT(undo->isEnabled() && !f.window.isDeploying(), patience);
    undo->trigger();
    QMessageBox *box = f.window.question(u"undoQuestion"_s);
    QVERIFY(box);
    QTest::mouseClick(box->findChild<QPushButton *>(u"undo"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(f.window.versionThere(u"apple.py"_s), u"1.0.0"_s, patience);
}

void tst_WindowWatch::desktopIsToldWhileAnotherWindowIsInFront()
{
    WatchedWindow f;
    QStringList notices;
    f.window.find<WatchController>().setNotice(
        [&notices](const QString &title, const QString & /*text*/) { notices.append(title); });
    f.switchOn();
    QWidget editor;
    editor.show();
    editor.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&editor));
    f.window.write(u"apple.py"_s, apple(1));
    QTRY_VERIFY_WITH_TIMEOUT(f.state().contains(u"Apple 1.0.1 live"_s), patience);
    QCOMPARE(notices, QStringList());
    f.writeOther(0, u"1.0.0"_s);
    QTRY_COMPARE_WITH_TIMEOUT(notices.size(), 1, patience);
    QVERIFY2(notices.last().contains(u"was not deployed"_s), qUtf8Printable(notices.last()));
    f.window.find<WindowActions>().tellSaved->trigger();
    f.window.write(u"apple.py"_s, apple(2));
    QTRY_COMPARE_WITH_TIMEOUT(notices.size(), 2, patience);
    f.window.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(f.window.window.get()));
    f.window.write(u"apple.py"_s, apple(3));
    QTRY_VERIFY_WITH_TIMEOUT(f.state().contains(u"Apple 1.0.3 live"_s), patience);
    QCOMPARE(notices.size(), 2);
}

void tst_WindowWatch::productionAsksOnce()
{
    PracticeFixture server;
    QVERIFY(server.start(u"0.12.4"_s));
    QVERIFY(server.deploy(server.write(u"apple.py"_s, apple(0))).isSuccess());
    WindowFixture window;
    window.write(u"apple.py"_s, apple(0));
    window.open(1);
    Connection connection = server.connection;
    connection.practice = false;
    connection.production = true;
    window.use(connection, server.credential);
    QTRY_VERIFY_WITH_TIMEOUT(window.model().find(u"apple.py"_s)->seen.plugin, patience);
    auto &button = window.find<QToolButton>(u"deployOnSave"_s);
    const QPalette usual = button.palette();
    const auto click = [&button] { QTest::mouseClick(&button, Qt::LeftButton, {}, QPoint(10, button.height() / 2)); };
    click();
    QMessageBox *box = window.question(u"watchQuestion"_s);
    QVERIFY(box);
    QVERIFY2(box->text().contains(u"production server"_s), qUtf8Printable(box->text()));
    QVERIFY(!button.isChecked());
    QTest::keyClick(box, Qt::Key_Return); // Cancel
    QTRY_VERIFY(!window.window->findChild<QMessageBox *>(u"watchQuestion"_s));
    QVERIFY(!button.isChecked());
    click();
    QVERIFY(window.question(u"watchQuestion"_s));
    QTest::mouseClick(&window.find<QPushButton>(u"watch"_s), Qt::LeftButton);
    QTRY_VERIFY(button.isChecked());
    QVERIFY(button.palette().color(QPalette::Button) != usual.color(QPalette::Button));
    QTRY_VERIFY(window.find<QLabel>(u"watchState"_s).text().startsWith(u"Watching "_s));
    window.write(u"apple.py"_s, apple(1000));
    QTRY_COMPARE_WITH_TIMEOUT(window.versionThere(u"apple.py"_s), u"1.0.1000"_s, patience);
    QVERIFY(!window.window->findChild<QMessageBox *>(u"watchQuestion"_s));
    click();
    QTRY_VERIFY(!button.isChecked());
    QCOMPARE(button.palette().color(QPalette::Button), usual.color(QPalette::Button));
}

void tst_WindowWatch::saysThatItStartsUntilTheFolderIsKnown()
{
    WatchedWindow f;
    f.window.plugins.rescan();
    QVERIFY(f.window.plugins.isScanning());
    QStringList states;
    connect(&f.window.find<WatchController>(), &WatchController::stateChanged, f.window.window.get(),
            [&](const QString &state) {
                states.append(state + (f.window.plugins.isScanning() ? u" too early"_s : QString()));
            });
    f.switchOn();
    QCOMPARE(states.first(), u"Starting to watch… too early"_s);
    QVERIFY2(!states.join(u'|').contains(u"server too early"_s), qUtf8Printable(states.join(u'|')));
    QVERIFY(f.state().startsWith(u"Watching 1 plugin "_s));
    f.window.write(u"apple.py"_s, apple(1));
    QTRY_VERIFY_WITH_TIMEOUT(f.state().contains(u" · Apple 1.0.1 live after "_s), patience);
}

/// It was saved while it was left out.
void tst_WindowWatch::whatIsIncludedLaterIsNotSent()
{
    WatchedWindow f(1);
    f.window.plugins.exclude(u"apple.py"_s);
    QTRY_VERIFY(f.window.model().find(u"apple.py"_s)->plugin.skipped);
    f.switchOn();
    f.window.write(u"apple.py"_s, apple(1));
    QTRY_COMPARE_WITH_TIMEOUT(f.window.model().find(u"apple.py"_s)->plugin.version(), u"1.0.1"_s, patience);
    f.writeOther(0, u"1.0.1"_s);
    QTRY_VERIFY_WITH_TIMEOUT(f.state().contains(u" · Other 0 1.0.1 live after "_s), patience);
    f.window.plugins.include(u"apple.py"_s);
    QTRY_VERIFY(!f.window.model().find(u"apple.py"_s)->plugin.skipped);
    f.writeOther(0, u"1.0.2"_s);
    QTRY_VERIFY_WITH_TIMEOUT(f.state().contains(u" · Other 0 1.0.2 live after "_s), patience);
    QCOMPARE(f.window.versionThere(u"apple.py"_s), u"1.0.0"_s);
}

void tst_WindowWatch::versionThatADeploymentRaisesIsNoSave()
{
    WatchedWindow f;
    f.window.plugins.setRaisesVersions(true);
    QTRY_VERIFY(f.window.model().find(u"apple.py"_s)->plugin.raisesVersion);
    f.window.write(u"apple.py"_s, apple(0) + "# changed\n");
    QTRY_COMPARE(f.window.model().find(u"apple.py"_s)->compareState(), CompareState::Changed);
    f.switchOn();
    const int before = f.window.log().rowCount();
    f.window.clickDeploy(u"apple.py"_s);
    QTRY_COMPARE_WITH_TIMEOUT(f.window.versionThere(u"apple.py"_s), u"1.0.1"_s, patience);
    QTRY_COMPARE(f.window.model().find(u"apple.py"_s)->plugin.version(), u"1.0.1"_s);
    f.writeOther(0, u"1.0.0"_s); // after which nothing can come that was there before
    QTRY_VERIFY_WITH_TIMEOUT(f.state().contains(u" · Other 0 "_s), patience);
    for (int row = before; row < f.window.log().rowCount(); ++row) {
        const QString text = f.window.log().entry(row).text;
        QVERIFY2(!text.contains(u"already"_s), qUtf8Printable(text));
    }
}

void tst_WindowWatch::whatIsSavedFromTheServerIsNoSave()
{
    WatchedWindow f;
    QVERIFY(QFile::remove(f.window.folderPath() + u"/apple.py"_s));
    QTRY_VERIFY(!f.window.model().find(u"apple.py"_s) && f.window.model().rowCount() == 1);
    f.switchOn();
    f.window.clickChip(u"Only on the server"_s);
    const QModelIndex name = f.window.view().model()->index(0, 0);
    QTest::mouseClick(f.window.view().viewport(), Qt::LeftButton, {}, f.window.view().visualRect(name).center());
    QTRY_VERIFY(f.window.find<PluginActions>().saveToFolder->isVisible());
    const int before = f.window.log().rowCount();
    f.window.find<PluginActions>().saveToFolder->trigger();
    auto *dialog = f.window.window->findChild<QFileDialog *>(u"saveToFolderDialog"_s);
    QVERIFY(dialog);
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY(f.window.model().find(u"apple.py"_s));
    f.writeOther(0, u"1.0.0"_s); // after which nothing can come that was there before
    QTRY_VERIFY_WITH_TIMEOUT(f.state().contains(u" · Other 0 "_s), patience);
    for (int row = before; row < f.window.log().rowCount(); ++row) {
        QVERIFY2(f.window.log().entry(row).path != u"apple.py"_s, qUtf8Printable(f.window.log().entry(row).text));
    }
}

QTEST_MAIN(tst_WindowWatch)

#include "tst_windowwatch.moc"
