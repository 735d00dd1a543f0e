// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/practicefixture.h"
#include "support/windowfixture.h"

#include "ui/connections/sessioncontroller.h"
#include "ui/diff/diffdialog.h"
#include "ui/list/pluginactions.h"
#include "ui/parts/messagearea.h"
#include "ui/parts/windowactions.h"
#include "ui/run/historydialog.h"
#include "ui/run/historymodel.h"
#include "ui/window/settingsdialog.h"
#include "ui/window/statusprogress.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSpinBox>
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

/// One filter that is on the practice server in 1.0.0 and newer in the folder.
struct Fixture
{
    Fixture()
    {
        window.openDeployed({u"Apple"_s});
        window.write(u"a.py"_s, filterText(u"Apple"_s, u"1.1.0"_s));
        [&] { QTRY_COMPARE(state(u"a.py"_s), CompareState::Newer); }();
    }

    CompareState state(const QString &path)
    {
        const PluginRow *row = window.model().find(path);
        return row ? row->compareState() : CompareState::Unknown;
    }
    /// Deploys the changed filter and a new one as one run.
    void deployBoth()
    {
        window.write(u"b.py"_s, filterText(u"Banana"_s, u"1.0.0"_s));
        QTRY_COMPARE(state(u"b.py"_s), CompareState::Missing);
        deployChanged(2);
    }
    /// Deploys what changed as one run, and waits for its end.
    void deployChanged(int count)
    {
        QAction *deploy = window.find<WindowActions>().deployChanged;
        QTRY_COMPARE(deploy->text(), u"Deploy &changed (%1)"_s.arg(count));
        deploy->trigger();
        window.agreeToPlan();
        QTRY_COMPARE_WITH_TIMEOUT(state(u"a.py"_s), CompareState::Same, patience);
        QTRY_COMPARE_WITH_TIMEOUT(state(u"b.py"_s), CompareState::Same, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!window.isDeploying(), patience);
    }
    /// Shows that of the filter, once it has so many lines.
    HistoryDialog &history(int lines)
    {
        window.select({u"a.py"_s});
        QAction *action = window.find<PluginActions>().history;
        [&] { QTRY_VERIFY(action->isEnabled()); }();
        action->trigger();
        auto &dialog = window.find<HistoryDialog>();
        [&] { QTRY_COMPARE(dialog.findChild<QTreeView *>(u"historyTable"_s)->model()->rowCount(), lines); }();
        return dialog;
    }

    WindowFixture window;
};

} // namespace

class tst_WindowHistory : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void undoesTheLastDeployment_data();
    void undoesTheLastDeployment();
    void showsHowFarItIsAndCancels();
    void goesOnWhereTheServerIsLeft();
    void settingsAreTakenAtOnce();
    void cancelUndoesNothing();
    void takesBackTheOneThatWasStopped();
    void goesBackFromTheHistory();
    void asksOverTheHistoryAndTakesReturn();
    void offersUndoOnlyWhereThereIsOne();
    void findsWhatCanBeUndoneAmongMuchThatChangedNothing();
    void tellsWhatIsNow();
    void theNoteHasTheRoomThatIsLeft();
    void showsThatOneIsUnderWay();
    void savesAndCopiesTheReport();
};

void tst_WindowHistory::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

void tst_WindowHistory::undoesTheLastDeployment_data()
{
    QTest::addColumn<bool>("remove");
    QTest::newRow("new ones are switched off") << false;
    QTest::newRow("new ones are deleted") << true;
}

void tst_WindowHistory::undoesTheLastDeployment()
{
    QFETCH(const bool, remove);
    Fixture f;
    f.deployBoth();
    f.window.toggleOnServer(u"banana"_s);
    f.window.find<WindowActions>().undoDeploy->trigger();
    QMessageBox *question = f.window.question(u"undoQuestion"_s);
    QVERIFY2(question->informativeText().contains(u"switched off"_s), qPrintable(question->informativeText()));
    if (remove) {
        QTest::keyClick(question->findChild<QCheckBox *>(u"deleteCreated"_s), Qt::Key_Space);
        QVERIFY2(question->informativeText().contains(u"deleted"_s), qPrintable(question->informativeText()));
        QVERIFY2(!question->informativeText().contains(u"switched off"_s), qPrintable(question->informativeText()));
    }
    QTest::mouseClick(question->findChild<QPushButton *>(u"undo"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(f.window.versionThere(u"a.py"_s), u"1.0.0"_s, patience);
    QTRY_COMPARE_WITH_TIMEOUT(f.state(u"a.py"_s), CompareState::Newer, patience);
    QTRY_COMPARE_WITH_TIMEOUT(f.state(u"b.py"_s), remove ? CompareState::Missing : CompareState::Same, patience);
    // What became of each is said, and what the deployment came to is not said any longer.
    const auto told = [&f] { return f.window.find<MessageArea>().text(u"run"_s); };
    QTRY_VERIFY2(told().contains(remove ? u"1 deleted"_s : u"1 switched off"_s), qPrintable(told()));
    QVERIFY2(told().contains(u"1 taken back"_s), qPrintable(told()));
    QVERIFY2(!told().contains(u"created"_s) && !told().contains(u"updated"_s), qPrintable(told()));
    QCOMPARE(nameOf(f.window.model().find(u"b.py"_s)->result->outcome), remove ? u"deleted"_s : u"switched-off"_s);

    // A run is taken back once; the one before it is next, which made the first plugin.
    QTRY_VERIFY(!f.window.window->findChild<QMessageBox *>(u"undoQuestion"_s));
    f.window.find<WindowActions>().undoDeploy->trigger();
    question = f.window.question(u"undoQuestion"_s);
    QVERIFY(!question->informativeText().contains(u"return to what they were"_s));
    QTest::mouseClick(question->button(QMessageBox::Cancel), Qt::LeftButton);
}

void tst_WindowHistory::showsHowFarItIsAndCancels()
{
    Fixture f;
    f.window.write(u"b.py"_s, pluginText(PluginKind::Filter, u"Banana"_s, u"1.0.0"_s, "# practice: sleep 3"));
    f.deployChanged(2);
    f.window.write(u"b.py"_s, filterText(u"Banana"_s, u"1.1.0"_s));
    f.window.write(u"a.py"_s, filterText(u"Apple"_s, u"1.2.0"_s));
    QTRY_COMPARE(f.state(u"a.py"_s), CompareState::Newer);
    QTRY_COMPARE(f.state(u"b.py"_s), CompareState::Newer);
    f.deployChanged(2);

    f.window.find<WindowActions>().undoDeploy->trigger();
    QTest::mouseClick(f.window.question(u"undoQuestion"_s)->findChild<QPushButton *>(u"undo"_s), Qt::LeftButton);
    auto &progress = f.window.find<StatusProgress>();
    QTRY_VERIFY(progress.text().endsWith(u"of 2"_s));
    QVERIFY(progress.isVisible());
    QVERIFY(f.window.find<WindowActions>().cancelDeploy->isEnabled());
    QVERIFY(f.window.model().find(u"a.py"_s)->isBusy() || f.window.model().find(u"b.py"_s)->isBusy());
    QTest::mouseClick(progress.findChild<QToolButton *>(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(f.window.find<MessageArea>().text(u"run"_s).contains(u"cancelled"_s), patience);
    QTRY_VERIFY(!progress.isVisible());
    QVERIFY(!f.window.find<WindowActions>().cancelDeploy->isEnabled());
    QVERIFY(!f.window.model().find(u"a.py"_s)->isBusy() && !f.window.model().find(u"b.py"_s)->isBusy());
}

void tst_WindowHistory::goesOnWhereTheServerIsLeft()
{
    Fixture f;
    f.window.write(u"a.py"_s, pluginText(PluginKind::Filter, u"Apple"_s, u"1.1.0"_s, "# practice: sleep 2"));
    f.window.clickDeploy(u"a.py"_s);
    QTRY_COMPARE_WITH_TIMEOUT(f.window.versionThere(u"a.py"_s), u"1.1.0"_s, patience);
    f.window.write(u"a.py"_s, filterText(u"Apple"_s, u"1.2.0"_s));
    QTRY_COMPARE(f.state(u"a.py"_s), CompareState::Newer);
    f.window.clickDeploy(u"a.py"_s);
    QTRY_COMPARE_WITH_TIMEOUT(f.window.versionThere(u"a.py"_s), u"1.2.0"_s, patience);
    f.window.find<WindowActions>().undoDeploy->trigger();
    QTest::mouseClick(f.window.question(u"undoQuestion"_s)->findChild<QPushButton *>(u"undo"_s), Qt::LeftButton);
    QTRY_VERIFY(f.window.find<StatusProgress>().isVisible());
    // No server any more: what runs is finished all the same, and said in the log.
    f.window.connections.setActive({});
    f.window.find<SessionController>().useActiveConnection();
    QVERIFY(f.window.find<SessionController>().isBusy());
    QTRY_VERIFY_WITH_TIMEOUT(!f.window.find<SessionController>().isBusy(), patience);
    QVERIFY(f.window.logContains(u"a.py"_s, LogLevel::Success));
    std::optional<HistoryOutcome> outcome;
    f.window.history.entries({.most = 1}, &f.window.history, [&outcome](const Result<QList<HistoryEntry>> &entries) {
        outcome = entries ? entries.value().first().after.outcome : HistoryOutcome::Sent;
    });
    QTRY_VERIFY(outcome);
    QCOMPARE(*outcome, HistoryOutcome::Done);
}

void tst_WindowHistory::settingsAreTakenAtOnce()
{
    Fixture f;
    QAction *settings = f.window.find<WindowActions>().settings;
    QCOMPARE(settings->menuRole(), QAction::PreferencesRole);
    settings->trigger();
    auto &dialog = f.window.find<SettingsDialog>();
    auto *megabytes = dialog.findChild<QSpinBox *>(u"historyMegabytes"_s);
    auto *days = dialog.findChild<QSpinBox *>(u"historyDays"_s);
    QCOMPARE(megabytes->value(), 1024);
    QCOMPARE(days->value(), 365);
    megabytes->setValue(1);
    days->setValue(30);
    QTest::keyClick(dialog.findChild<QCheckBox *>(u"settingsAlwaysShowPlan"_s), Qt::Key_Space);
    QTest::keyClick(&dialog, Qt::Key_Return);
    QTRY_VERIFY(!f.window.window->findChild<SettingsDialog *>());
    QCOMPARE(HistoryLimits::from(f.window.settings),
             (HistoryLimits{.bytes = qint64(1024) * 1024, .age = std::chrono::days(30)}));
    QVERIFY(f.window.find<WindowActions>().alwaysPlan->isChecked());
    f.window.find<WindowActions>().alwaysPlan->setChecked(false);

    // Texts that hardly shrink: of each only a part of what would be kept fits.
    auto *random = QRandomGenerator::global();
    for (const QString &version : {u"1.1.0"_s, u"1.2.0"_s, u"1.3.0"_s, u"1.4.0"_s}) {
        QByteArray noise(1'000'000, Qt::Uninitialized);
        std::ranges::generate(noise, [random] { return static_cast<char>(random->bounded(256)); });
        const QByteArray line = "# " + noise.toBase64() + '\n';
        f.window.write(u"a.py"_s, pluginText(PluginKind::Filter, u"Apple"_s, version, line));
        QTRY_COMPARE_WITH_TIMEOUT(f.window.model().find(u"a.py"_s)->plugin.version(), version, patience);
        QTRY_COMPARE_WITH_TIMEOUT(f.state(u"a.py"_s), CompareState::Newer, patience);
        f.window.clickDeploy(u"a.py"_s);
        QTRY_COMPARE_WITH_TIMEOUT(f.window.versionThere(u"a.py"_s), version, patience);
    }
    std::optional<qsizetype> kept;
    f.window.history.entries({}, &f.window.history, [&kept](const Result<QList<HistoryEntry>> &entries) {
        kept = entries ? entries.value().size() : -1;
    });
    QTRY_VERIFY(kept);
    QVERIFY2(*kept >= 1 && *kept < 5, qPrintable(QString::number(*kept)));
}

void tst_WindowHistory::cancelUndoesNothing()
{
    Fixture f;
    f.window.find<WindowActions>().undoDeploy->trigger();
    QTest::mouseClick(f.window.question(u"undoQuestion"_s)->button(QMessageBox::Cancel), Qt::LeftButton);
    QTRY_VERIFY(!f.window.window->findChild<QMessageBox *>(u"undoQuestion"_s));
    f.window.find<WindowActions>().refresh->trigger();
    QTRY_VERIFY(f.window.find<WindowActions>().refresh->isEnabled());
    QCOMPARE(f.window.versionThere(u"a.py"_s), u"1.0.0"_s);
}

/// A tool and a function may have one id.
void tst_WindowHistory::takesBackTheOneThatWasStopped()
{
    Fixture f;
    const auto isChanged = [&f](const QString &path, const QString &version) {
        const PluginRow *row = f.window.model().find(path);
        return row && row->isChanged() && row->plugin.version() == version;
    };
    for (const QString &version : {u"1.1.0"_s, u"1.2.0"_s}) {
        f.window.write(u"a.py"_s, filterText(u"Apple"_s, version));
        f.window.write(u"b.py"_s, pluginText(PluginKind::Tool, u"Apple"_s, version));
        QTRY_VERIFY_WITH_TIMEOUT(isChanged(u"a.py"_s, version) && isChanged(u"b.py"_s, version), patience);
        f.deployChanged(2);
    }
    // Somebody changes the function.
    f.window.editOnServer(PluginSpace::Function, u"apple"_s, filterText(u"Apple"_s, u"3.0.0"_s));
    f.window.find<WindowActions>().undoDeploy->trigger();
    QTest::mouseClick(f.window.question(u"undoQuestion"_s)->findChild<QPushButton *>(u"undo"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(f.window.versionThere(u"b.py"_s), u"1.1.0"_s, patience);
    f.window.clickMessageButton(u"Take back all the same"_s);
    QTRY_COMPARE_WITH_TIMEOUT(f.window.versionThere(u"a.py"_s), u"1.1.0"_s, patience);
}

void tst_WindowHistory::goesBackFromTheHistory()
{
    Fixture f;
    f.window.clickDeploy(u"a.py"_s);
    QTRY_COMPARE_WITH_TIMEOUT(f.window.versionThere(u"a.py"_s), u"1.1.0"_s, patience);
    const HistoryDialog &dialog = f.history(2);
    auto *table = dialog.findChild<QTreeView *>(u"historyTable"_s);
    table->setCurrentIndex(table->model()->index(0, HistoryModel::WhatColumn));
    QCOMPARE(table->model()->index(0, HistoryModel::FromColumn).data().toString(), u"1.0.0"_s);
    QCOMPARE(table->model()->index(0, HistoryModel::ToColumn).data().toString(), u"1.1.0"_s);
    QCOMPARE(table->model()->index(0, HistoryModel::RunColumn).data().toString(), u"deployment"_s);

    QTest::mouseClick(dialog.findChild<QPushButton *>(u"diffToNow"_s), Qt::LeftButton);
    auto &diff = f.window.find<DiffDialog>();
    QTRY_VERIFY(diff.findChild<QLabel *>(u"diffSummary"_s)->text().startsWith(u"version: 1.0.0 → 1.1.0"_s));
    QTest::keyClick(&diff, Qt::Key_Escape);

    QTest::mouseClick(dialog.findChild<QPushButton *>(u"restore"_s), Qt::LeftButton);
    QTest::mouseClick(f.window.question(u"goBackQuestion"_s)->findChild<QPushButton *>(u"goBack"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(f.window.versionThere(u"a.py"_s), u"1.0.0"_s, patience);
    // Going back is in the history itself.
    QTRY_COMPARE(table->model()->rowCount(), 3);
}

void tst_WindowHistory::asksOverTheHistoryAndTakesReturn()
{
    Fixture f;
    f.window.clickDeploy(u"a.py"_s);
    QTRY_COMPARE_WITH_TIMEOUT(f.window.versionThere(u"a.py"_s), u"1.1.0"_s, patience);
    HistoryDialog &dialog = f.history(2);
    auto *restore = dialog.findChild<QPushButton *>(u"restore"_s);
    QCOMPARE(restore->text(), u"&Restore 1.0.0"_s);
    QTest::mouseClick(restore, Qt::LeftButton);
    QMessageBox *question = f.window.question(u"goBackQuestion"_s);
    QCOMPARE(question->parentWidget(), &dialog);
    QVERIFY2(question->text().contains(u"from 1.1.0 to 1.0.0"_s), qPrintable(question->text()));
    QCOMPARE(question->findChild<QPushButton *>(u"goBack"_s)->text(), u"&Go back to 1.0.0"_s);
    QTest::keyClick(question, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(f.window.versionThere(u"a.py"_s), u"1.0.0"_s, patience);
}

void tst_WindowHistory::offersUndoOnlyWhereThereIsOne()
{
    WindowFixture window;
    window.write(u"a.py"_s, filterText(u"Apple"_s, u"1.0.0"_s));
    window.open(1);
    const QAction *undo = window.find<WindowActions>().undoDeploy;
    QVERIFY(!undo->isEnabled());
    window.practise();
    QTRY_COMPARE(window.model().find(u"a.py"_s)->compareState(), CompareState::Missing);
    QVERIFY(!undo->isEnabled());
    window.clickDeploy(u"a.py"_s);
    QTRY_VERIFY_WITH_TIMEOUT(undo->isEnabled(), patience);
    // It always asks, also by its key.
    QTRY_VERIFY(!window.isDeploying());
    QTest::keyClick(window.window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::mouseClick(window.question(u"undoQuestion"_s)->findChild<QPushButton *>(u"undo"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!undo->isEnabled(), patience);
}

void tst_WindowHistory::findsWhatCanBeUndoneAmongMuchThatChangedNothing()
{
    PracticeFixture server;
    QVERIFY(server.start(u"0.12.4"_s));
    WindowFixture window;
    HistoryEntry entry{.run = u"run"_s,
                       .server = originOf(server.connection.url),
                       .id = u"p0"_s,
                       .when = QDateTime::currentDateTime(),
                       .change = HistoryChange::Create};
    int written = 0;
    for (int i = 0; i < 120; ++i) {
        entry.id = u"p%1"_s.arg(i);
        // Only the oldest one was sent.
        const HistoryResult result{.outcome = i == 0 ? HistoryOutcome::Done : HistoryOutcome::NotSent};
        window.history.begin(entry, {}, this, [&, result](const Result<qint64> &number) {
            window.history.end({.number = number.value(), .result = result}, this,
                               [&written](const Result<bool> &) { ++written; });
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(written, 120, patience);
    window.write(u"a.py"_s, filterText(u"Apple"_s, u"1.0.0"_s));
    window.open(1);
    window.use(server.connection, server.credential);
    QTRY_VERIFY_WITH_TIMEOUT(window.find<WindowActions>().undoDeploy->isEnabled(), patience);
}

void tst_WindowHistory::tellsWhatIsNow()
{
    Fixture f;
    f.window.clickDeploy(u"a.py"_s);
    QTRY_COMPARE_WITH_TIMEOUT(f.window.versionThere(u"a.py"_s), u"1.1.0"_s, patience);
    HistoryDialog &dialog = f.history(2);
    const QAbstractItemModel *moments = dialog.findChild<QTreeView *>(u"historyTable"_s)->model();
    const auto what = [moments](int row) { return moments->index(row, HistoryModel::WhatColumn).data().toString(); };
    QVERIFY2(what(0).endsWith(u"(now)"_s), qPrintable(what(0)));
    QTest::mouseClick(dialog.findChild<QPushButton *>(u"restore"_s), Qt::LeftButton);
    QTest::mouseClick(f.window.question(u"goBackQuestion"_s)->findChild<QPushButton *>(u"goBack"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(moments->rowCount(), 3, patience);
    QTRY_VERIFY2(what(0).endsWith(u"(now)"_s), qPrintable(what(0)));
    QVERIFY2(!what(1).endsWith(u"(now)"_s) && !what(2).endsWith(u"(now)"_s), qPrintable(what(1) + what(2)));
}

/// And where it is cut all the same, all of it stands below.
void tst_WindowHistory::theNoteHasTheRoomThatIsLeft()
{
    Fixture f;
    f.window.write(u"a.py"_s,
                   filterText(u"Apple"_s, u"1.2.0"_s) + "# practice: load-error " + QByteArray(300, 'x') + '\n');
    QTRY_COMPARE(f.window.model().find(u"a.py"_s)->plugin.version(), u"1.2.0"_s);
    QTRY_COMPARE(f.state(u"a.py"_s), CompareState::Newer);
    f.window.clickDeploy(u"a.py"_s);
    QTRY_COMPARE_WITH_TIMEOUT(f.window.outcome(u"a.py"_s), DeployOutcome::Failed, patience);
    HistoryDialog &dialog = f.history(2);
    auto &table = *dialog.findChild<QTreeView *>(u"historyTable"_s);
    const QAbstractItemModel &moments = *table.model();
    for (int column = 0; column < HistoryModel::NoteColumn; ++column) {
        int needed = table.header()->sectionSizeHint(column);
        for (int row = 0; row < moments.rowCount(); ++row) {
            needed = std::max(needed, table.sizeHintForIndex(moments.index(row, column)).width());
        }
        const QString title = moments.headerData(column, Qt::Horizontal).toString();
        QVERIFY2(table.columnWidth(column) <= needed + table.indentation() + 8, qPrintable(title));
    }
    const QString note = moments.index(0, HistoryModel::NoteColumn).data().toString();
    QVERIFY(note.size() > 200);
    QCOMPARE(dialog.findChild<QLabel *>(u"historyAbout"_s)->text(), note);
}

void tst_WindowHistory::showsThatOneIsUnderWay()
{
    Fixture f;
    f.window.write(u"a.py"_s, pluginText(PluginKind::Filter, u"Apple"_s, u"1.1.0"_s, "# practice: sleep 2"));
    QTRY_COMPARE(f.window.model().find(u"a.py"_s)->plugin.version(), u"1.1.0"_s);
    f.window.clickDeploy(u"a.py"_s);
    const auto &progress = f.window.find<StatusProgress>();
    QTRY_VERIFY(progress.isVisible());
    const auto *bar = progress.findChild<QProgressBar *>();
    QCOMPARE(bar->minimum(), bar->maximum()); // it moves by itself
    QVERIFY2(!progress.text().contains(u" of "_s), qPrintable(progress.text()));
    QTRY_COMPARE_WITH_TIMEOUT(f.window.versionThere(u"a.py"_s), u"1.1.0"_s, patience);
    // One line in the log tells all of it.
    QTRY_VERIFY(!f.window.isDeploying());
    QStringList lines;
    for (int row = 0; row < f.window.log().rowCount(); ++row) {
        const LogEntry &entry = f.window.log().entry(row);
        if (entry.level != LogLevel::Detail && entry.text.contains(u"pdated"_s)) {
            lines.append(entry.text);
        }
    }
    QCOMPARE(lines, QStringList{u"Updated, the server has 1.1.0 (was 1.0.0). It is switched off."_s});
}

void tst_WindowHistory::savesAndCopiesTheReport()
{
    Fixture f;
    f.deployBoth();
    f.window.clickMessageButton(u"Copy report"_s);
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY2(copied.contains(u"Apple"_s) && copied.contains(u"Banana"_s), qPrintable(copied));
    f.window.clickMessageButton(u"Save report…"_s);
    auto &dialog = f.window.find<QFileDialog>(u"reportDialog"_s);
    const QString name = f.window.data.filePath(u"report.md"_s);
    dialog.selectFile(name);
    QTest::keyClick(&dialog, Qt::Key_Return);
    const auto text = [&name] {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    };
    QTRY_COMPARE(text(), copied);
}

QTEST_MAIN(tst_WindowHistory)
#include "tst_windowhistory.moc"
