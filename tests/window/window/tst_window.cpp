// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/practicefixture.h"
#include "support/windowfixture.h"

#include "ui/list/detailspane.h"
#include "ui/list/pluginactions.h"
#include "ui/parts/icons.h"
#include "ui/parts/messagearea.h"
#include "ui/parts/secondarytext.h"
#include "ui/parts/windowactions.h"
#include "ui/window/emptystate.h"
#include "ui/window/settingsdialog.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPalette>
#include <QScopeGuard>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

namespace {

constexpr int patience = 30'000; // milliseconds

} // namespace

class tst_Window : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void firstStart();
    void looksAsChosen();
    void listsAFolder();
    void rescanKeepsTheSelection();
    void searches();
    void keyTakesBackAChangeToAFile();
    void opensTheEditorAtTheLine();
    void tellsAllProblemsOfAFolder();
    void showsWhatPythonRefuses();
    void deploysOneByClick();
    void deploysTheSelectionByKey();
    void returnNeverDeploys();
    void tellsThatNoServerIsChosen();
    void failedRunOffersRetry();
    void asksBeforeClosingWhileDeploying();
};

void tst_Window::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

void tst_Window::firstStart()
{
    WindowFixture fixture;
    fixture.window->show();
    fixture.window->start();
    QVERIFY(fixture.find<EmptyState>().isVisible());
    for (const QString &name : {u"chooseFolder"_s, u"addServer"_s, u"practice"_s}) {
        QVERIFY(fixture.find<QAbstractButton>(name).isVisible());
    }
}

/// At once, and in the next start.
void tst_Window::looksAsChosen()
{
    WindowFixture fixture;
    fixture.window->show();
    const QPalette before = QApplication::palette();
    const auto restore = qScopeGuard([&before] { QApplication::setPalette(before); });
    const auto choose = [&fixture](const QString &theme, const QString &language) {
        fixture.find<WindowActions>().settings->trigger();
        auto &dialog = fixture.find<SettingsDialog>();
        auto *themes = dialog.findChild<QComboBox *>(u"settingsTheme"_s);
        themes->setCurrentIndex(themes->findData(theme));
        auto *languages = dialog.findChild<QComboBox *>(u"settingsLanguage"_s);
        languages->setCurrentIndex(languages->findData(language));
        dialog.accept();
        QTRY_VERIFY(!fixture.window->findChild<SettingsDialog *>());
    };
    for (const auto &[theme, dark] : {std::pair(u"dark"_s, true), std::pair(u"light"_s, false)}) {
        choose(theme, u"zh_CN"_s);
        QTRY_COMPARE(isDark(fixture.window->palette()), dark);
        const QPalette palette = fixture.window->palette();
        QVERIFY(contrast(palette.color(QPalette::Text), palette.color(QPalette::Base)) >= 7);
        QTRY_VERIFY(
            contrast(fixture.window->palette().color(QPalette::PlaceholderText), palette.color(QPalette::Base)) >= 4.5);
    }
    choose(u"dark"_s, u"zh_CN"_s);
    QCOMPARE(Appearance::from(fixture.settings).locale().language(), QLocale::Chinese);
    QApplication::setPalette(before);
    QTRY_VERIFY(!isDark(fixture.window->palette()));
    fixture.window.reset();
    fixture.window =
        std::make_unique<MainWindow>(fixture.settings, fixture.connections, fixture.secrets, fixture.localCheck,
                                     fixture.plugins, fixture.history, fixture.journal);
    QTRY_VERIFY(isDark(fixture.window->palette()));
    choose(u"system"_s, {});
    QTRY_VERIFY(!isDark(fixture.window->palette()));
    QCOMPARE(Appearance::from(fixture.settings), Appearance());
}

void tst_Window::listsAFolder()
{
    WindowFixture fixture;
    fixture.write(u"filters/b.py"_s, filterText(u"Beta"_s, u"1.2.3"_s));
    fixture.write(u"a.py"_s, filterText(u"alpha"_s));
    fixture.write(u"helper.py"_s, "x = 1\n");
    fixture.open(2);
    QVERIFY(!fixture.window->findChild<EmptyState *>());
    QCOMPARE(fixture.shown(), (QStringList{u"a.py"_s, u"filters/b.py"_s}));
    const QModelIndex beta = fixture.view().model()->index(1, 0);
    QCOMPARE(beta.data().toString(), u"Beta"_s);
    QCOMPARE(beta.siblingAtColumn(PluginModel::VersionColumn).data().toString(), u"1.2.3"_s);
    QTRY_COMPARE(fixture.find<WindowActions>().deployShown->text(), u"Deploy &all shown (2)"_s);
    QTRY_COMPARE(fixture.model().counts().notPlugins, 1);
}

void tst_Window::rescanKeepsTheSelection()
{
    WindowFixture fixture;
    fixture.write(u"a.py"_s, filterText(u"A"_s));
    fixture.write(u"c.py"_s, filterText(u"C"_s));
    fixture.open(2);
    fixture.select({u"c.py"_s});
    QCOMPARE(fixture.view().selectedPaths(), QStringList{u"c.py"_s});
    fixture.write(u"b.py"_s, filterText(u"B"_s));
    QTest::keyClick(fixture.window.get(), Qt::Key_F5);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.view().model()->rowCount(), 3, patience);
    QCOMPARE(fixture.view().selectedPaths(), QStringList{u"c.py"_s});
    QCOMPARE(fixture.shown(), (QStringList{u"a.py"_s, u"b.py"_s, u"c.py"_s}));
}

void tst_Window::searches()
{
    WindowFixture fixture;
    fixture.write(u"a.py"_s, filterText(u"Apple"_s));
    fixture.write(u"b.py"_s, filterText(u"Banana"_s));
    fixture.open(2);
    fixture.find<WindowActions>().find->trigger();
    auto &search = fixture.find<QLineEdit>(u"search"_s);
    QTest::keyClicks(&search, u"banana"_s);
    QTRY_COMPARE(fixture.shown(), QStringList{u"b.py"_s});
    fixture.find<WindowActions>().clearSearch->trigger();
    QTRY_COMPARE(fixture.shown().size(), 2);
}

void tst_Window::keyTakesBackAChangeToAFile()
{
    WindowFixture fixture;
    fixture.write(u"a.py"_s, filterText(u"Apple"_s));
    fixture.write(u"b.py"_s, filterText(u"Banana"_s));
    fixture.open(2);
    const QAction *undo = fixture.find<WindowActions>().undoChange;
    QVERIFY(!undo->isEnabled());
    fixture.select({u"a.py"_s, u"b.py"_s});
    auto &actions = fixture.find<PluginActions>();
    QTRY_VERIFY(actions.exclude->isVisible());
    actions.exclude->trigger();
    QTRY_COMPARE(fixture.shown().size(), 0);
    QTRY_VERIFY(undo->isEnabled());
    QTest::keyClick(fixture.window.get(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(fixture.shown().size(), 2);
    QTRY_VERIFY(!undo->isEnabled());

    // Not once somebody else changed what was decided.
    fixture.select({u"a.py"_s});
    QTRY_VERIFY(actions.exclude->isVisible());
    actions.exclude->trigger();
    QTRY_VERIFY(undo->isEnabled());
    fixture.write(u".owui-deploy.json"_s, R"({"version":1,"excluded":["b.py"]})");
    QTRY_VERIFY_WITH_TIMEOUT(!undo->isEnabled(), patience);
    QTRY_COMPARE(fixture.shown(), QStringList{u"a.py"_s});
}

void tst_Window::opensTheEditorAtTheLine()
{
    WindowFixture fixture;
    fixture.write(u"a b.py"_s, pluginText(PluginKind::Filter, u"Apple"_s, u"1.2.3"_s) + "def broken(:\n");
    fixture.open(1);
    const QString told = fixture.data.filePath(u"told"_s);
    fixture.find<WindowActions>().settings->trigger();
    auto &settings = fixture.find<SettingsDialog>();
    auto *editor = settings.findChild<QComboBox *>(u"settingsEditor"_s);
    QVERIFY(editor->findText(u"code --goto {file}:{line}"_s) >= 0);
    editor->setEditText(u"sh -c \"echo \"\"\"$0\"\"\" > '%1'\" {file}:{line}"_s.arg(told));
    settings.accept();
    fixture.select({u"a b.py"_s});
    QAction *look = fixture.find<PluginActions>().lookAtLine;
    QTRY_VERIFY_WITH_TIMEOUT(look->isVisible(), patience);
    const int line = int(pluginText(PluginKind::Filter, u"Apple"_s, u"1.2.3"_s).count('\n')) + 1;
    QCOMPARE(look->text(), u"Loo&k at line %1"_s.arg(line));
    look->trigger();
    // A file remembers that it was not there.
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(told).size() > 0, patience);
    QFile file(told);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().trimmed(), u"%1/a b.py:%2"_s.arg(fixture.folderPath(), QString::number(line)).toUtf8());
}

void tst_Window::tellsAllProblemsOfAFolder()
{
    WindowFixture fixture;
    fixture.write(u"a.py"_s, filterText(u"Apple"_s));
    fixture.open(1);
    constexpr int folders = 6; // that cannot be read, which root always can
    for (int i = 0; i < folders; ++i) {
        emit fixture.plugins.problemFound({.text = u"The folder %1 cannot be read."_s.arg(i), .remedy = {}});
    }
    auto &messages = fixture.find<MessageArea>();
    QTRY_VERIFY(messages.text(u"folder"_s).contains(u"2 more problems"_s));
    QCOMPARE(messages.text(u"folder"_s).count(u"cannot be read"_s), 4);
    const LogModel &log = fixture.log();
    int told = 0;
    for (int row = 0; row < log.rowCount(); ++row) {
        told += log.entry(row).text.contains(u"cannot be read"_s);
    }
    QCOMPARE(told, folders);

    QTest::keyClick(fixture.window.get(), Qt::Key_F5);
    QTRY_VERIFY(!fixture.plugins.isScanning());
    QVERIFY2(messages.text(u"folder"_s).isEmpty(), "what is mended is no longer told");
}

void tst_Window::showsWhatPythonRefuses()
{
    if (QStandardPaths::findExecutable(u"python3"_s).isEmpty()) {
        QSKIP("There is no python3 here.");
    }
    WindowFixture fixture;
    fixture.write(u"a.py"_s, filterText(u"Apple"_s) + "    def inlet(:\n");
    fixture.open(1);
    fixture.select({u"a.py"_s});
    const auto isShown = [&fixture] {
        const auto labels = fixture.find<DetailsPane>().findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [](const QLabel *label) { return label->text().contains(u"Python refuses the code"_s); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(isShown(), patience);
}

void tst_Window::deploysOneByClick()
{
    WindowFixture fixture;
    fixture.write(u"a.py"_s, filterText(u"Apple"_s, u"1.0.0"_s));
    fixture.write(u"b.py"_s, filterText(u"Banana"_s));
    fixture.open(2);
    fixture.practise();
    fixture.select({u"b.py"_s});
    fixture.clickDeploy(u"a.py"_s);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.outcome(u"a.py"_s), DeployOutcome::Created, patience);
    QVERIFY(fixture.logContains(u"a.py"_s, LogLevel::Success));
    QVERIFY(!fixture.outcome(u"b.py"_s));
    // The button is no part of the selection.
    QCOMPARE(fixture.view().selectedPaths(), QStringList{u"b.py"_s});

    fixture.write(u"a.py"_s, filterText(u"Apple"_s, u"1.1.0"_s));
    fixture.find<WindowActions>().rescan->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.model().find(u"a.py"_s)->compareState(), CompareState::Newer, patience);
    fixture.clickDeploy(u"a.py"_s);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.outcome(u"a.py"_s), DeployOutcome::Updated, patience);
    QCOMPARE(fixture.model().find(u"a.py"_s)->result->versionBefore, u"1.0.0"_s);
}

void tst_Window::deploysTheSelectionByKey()
{
    WindowFixture fixture;
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s}) {
        fixture.write(name + u".py"_s, filterText(u"Plugin "_s + name));
    }
    fixture.open(3);
    fixture.practise();
    fixture.select({u"a.py"_s, u"c.py"_s});
    QTRY_COMPARE(fixture.find<WindowActions>().deploySelected->text(), u"&Deploy selected (2)"_s);
    QTest::keyClick(fixture.window.get(), Qt::Key_Return, Qt::ControlModifier);
    fixture.agreeToPlan();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.outcome(u"c.py"_s), DeployOutcome::Created, patience);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.outcome(u"a.py"_s), DeployOutcome::Created, patience);
    QVERIFY(!fixture.outcome(u"b.py"_s));
    QTRY_VERIFY(fixture.find<MessageArea>().text(u"run"_s).contains(u'2'));
}

void tst_Window::returnNeverDeploys()
{
    WindowFixture fixture;
    fixture.write(u"a.py"_s, filterText(u"Apple"_s));
    fixture.open(1);
    fixture.practise();
    fixture.select({u"a.py"_s});
    QTest::keyClick(&fixture.view(), Qt::Key_Return);
    QTest::mouseDClick(fixture.view().viewport(), Qt::LeftButton, {},
                       fixture.view().visualRect(fixture.view().model()->index(0, 0)).center());
    QVERIFY(!fixture.model().find(u"a.py"_s)->isBusy());
    QVERIFY(!fixture.logContains(u"a.py"_s, LogLevel::Info));
}

void tst_Window::tellsThatNoServerIsChosen()
{
    WindowFixture fixture;
    fixture.write(u"a.py"_s, filterText(u"Apple"_s));
    fixture.open(1);
    fixture.clickDeploy(u"a.py"_s);
    QVERIFY(!fixture.find<MessageArea>().text(u"server"_s).isEmpty());
    QVERIFY(!fixture.model().find(u"a.py"_s)->isBusy());
}

void tst_Window::failedRunOffersRetry()
{
    WindowFixture fixture;
    fixture.write(u"a.py"_s, filterText(u"Apple"_s));
    fixture.write(u"b.py"_s, filterText(u"Banana"_s, u"1.0.0"_s, "# practice: load-error No module named 'x'\n"));
    fixture.open(2);
    fixture.practise();
    fixture.find<WindowActions>().deployShown->trigger();
    fixture.agreeToPlan();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.outcome(u"b.py"_s), DeployOutcome::Failed, patience);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.outcome(u"a.py"_s), DeployOutcome::Created, patience);
    QVERIFY(fixture.logContains(u"b.py"_s, LogLevel::Error));
    QTRY_VERIFY(!fixture.find<MessageArea>().text(u"run"_s).isEmpty());
    fixture.clickMessageButton(u"Show failed"_s);
    QCOMPARE(fixture.shown(), QStringList{u"b.py"_s});
    fixture.write(u"b.py"_s, filterText(u"Banana"_s));
    fixture.clickMessageButton(u"Retry failed"_s);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.outcome(u"b.py"_s), DeployOutcome::Created, patience);
}

void tst_Window::asksBeforeClosingWhileDeploying()
{
    WindowFixture fixture;
    fixture.write(u"a.py"_s, filterText(u"Apple"_s, u"1.0.0"_s, "# practice: sleep 20\n"));
    fixture.open(1);
    fixture.practise();
    fixture.clickDeploy(u"a.py"_s);
    QTRY_VERIFY(fixture.model().find(u"a.py"_s)->isRunning());
    QVERIFY(!fixture.window->close());
    QVERIFY(fixture.window->isVisible());
    auto &question = fixture.find<QMessageBox>(u"closeQuestion"_s);
    QTRY_VERIFY(question.isVisible());
    question.findChild<QAbstractButton *>(u"stop"_s)->click();
    QTRY_VERIFY(!fixture.window->isVisible());
}

QTEST_MAIN(tst_Window)
#include "tst_window.moc"
