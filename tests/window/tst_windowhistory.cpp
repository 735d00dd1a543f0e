// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/practicefixture.h"
#include "window/windowfixture.h"

#include "ui/diffdialog.h"
#include "ui/historydialog.h"
#include "ui/historymodel.h"
#include "ui/messagearea.h"
#include "ui/pluginactions.h"
#include "ui/windowactions.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>
#include <QTest>
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

/// One filter that is on the practice server in 1.0.0 and newer in the folder.
struct Fixture
{
    Fixture()
    {
        window.write(u"a.py"_s, filter(u"Apple"_s, u"1.0.0"_s));
        window.open(1);
        window.practise();
        [&] { QTRY_COMPARE(state(u"a.py"_s), CompareState::Missing); }();
        window.clickDeploy(u"a.py"_s);
        [&] { QTRY_COMPARE(state(u"a.py"_s), CompareState::Same); }();
        window.write(u"a.py"_s, filter(u"Apple"_s, u"1.1.0"_s));
        [&] { QTRY_COMPARE(state(u"a.py"_s), CompareState::Newer); }();
    }

    CompareState state(const QString &path)
    {
        const PluginRow *row = window.model().find(path);
        return row ? row->compareState() : CompareState::Unknown;
    }
    QString versionThere(const QString &path)
    {
        const PluginRow *row = window.model().find(path);
        return row && row->seen.plugin ? row->seen.plugin->version() : QString();
    }
    /// Deploys the changed filter and a new one as one run.
    void deployBoth()
    {
        window.write(u"b.py"_s, filter(u"Banana"_s, u"1.0.0"_s));
        QTRY_COMPARE(state(u"b.py"_s), CompareState::Missing);
        QTRY_COMPARE(window.find<WindowActions>().deployChanged()->text(), u"Deploy &changed (2)"_s);
        window.find<WindowActions>().deployChanged()->trigger();
        window.agreeToPlan();
        QTRY_COMPARE_WITH_TIMEOUT(state(u"a.py"_s), CompareState::Same, patience);
        QTRY_COMPARE_WITH_TIMEOUT(state(u"b.py"_s), CompareState::Same, patience);
    }
    QMessageBox *question(const QString &name)
    {
        QMessageBox *box = nullptr;
        [&] { QTRY_VERIFY((box = window.window->findChild<QMessageBox *>(name)) && box->isVisible()); }();
        return box;
    }
    QAbstractButton *message(const QString &text)
    {
        const auto buttons = window.find<MessageArea>().findChildren<QAbstractButton *>();
        const auto found = std::ranges::find(buttons, text, &QAbstractButton::text);
        return found == buttons.end() ? nullptr : *found;
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
    void cancelUndoesNothing();
    void goesBackFromTheHistory();
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
    f.window.find<WindowActions>().undoDeploy()->trigger();
    QMessageBox *question = f.question(u"undoQuestion"_s);
    if (remove) {
        QTest::keyClick(question->findChild<QCheckBox *>(u"deleteCreated"_s), Qt::Key_Space);
    }
    QTest::mouseClick(question->findChild<QPushButton *>(u"undo"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(f.versionThere(u"a.py"_s), u"1.0.0"_s, patience);
    QTRY_COMPARE_WITH_TIMEOUT(f.state(u"a.py"_s), CompareState::Newer, patience);
    QTRY_COMPARE_WITH_TIMEOUT(f.state(u"b.py"_s), remove ? CompareState::Missing : CompareState::Same, patience);
    QTRY_VERIFY(f.window.find<MessageArea>().text(u"undo"_s).startsWith(u"Taken back"_s));

    // A run is taken back once; the one before it is next, which made the first plugin.
    QTRY_VERIFY(!f.window.window->findChild<QMessageBox *>(u"undoQuestion"_s));
    f.window.find<WindowActions>().undoDeploy()->trigger();
    question = f.question(u"undoQuestion"_s);
    QVERIFY(!question->informativeText().contains(u"return to what they were"_s));
    QTest::mouseClick(question->button(QMessageBox::Cancel), Qt::LeftButton);
}

void tst_WindowHistory::cancelUndoesNothing()
{
    Fixture f;
    f.window.find<WindowActions>().undoDeploy()->trigger();
    QTest::mouseClick(f.question(u"undoQuestion"_s)->button(QMessageBox::Cancel), Qt::LeftButton);
    QTRY_VERIFY(!f.window.window->findChild<QMessageBox *>(u"undoQuestion"_s));
    f.window.find<WindowActions>().refresh()->trigger();
    QTRY_VERIFY(f.window.find<WindowActions>().refresh()->isEnabled());
    QCOMPARE(f.versionThere(u"a.py"_s), u"1.0.0"_s);
}

void tst_WindowHistory::goesBackFromTheHistory()
{
    Fixture f;
    f.window.clickDeploy(u"a.py"_s);
    QTRY_COMPARE_WITH_TIMEOUT(f.versionThere(u"a.py"_s), u"1.1.0"_s, patience);
    f.window.select({u"a.py"_s});
    auto &actions = f.window.find<PluginActions>();
    QTRY_VERIFY(actions.history()->isEnabled());
    actions.history()->trigger();
    auto &dialog = f.window.find<HistoryDialog>();
    auto *table = dialog.findChild<QTreeView *>(u"historyTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 2);
    table->setCurrentIndex(table->model()->index(0, HistoryModel::WhatColumn));
    QCOMPARE(table->model()->index(0, HistoryModel::FromColumn).data().toString(), u"1.0.0"_s);
    QCOMPARE(table->model()->index(0, HistoryModel::ToColumn).data().toString(), u"1.1.0"_s);

    QTest::mouseClick(dialog.findChild<QPushButton *>(u"diffToNow"_s), Qt::LeftButton);
    auto &diff = f.window.find<DiffDialog>();
    QTRY_VERIFY(diff.findChild<QLabel *>(u"diffSummary"_s)->text().startsWith(u"version: 1.0.0 → 1.1.0"_s));
    QTest::keyClick(&diff, Qt::Key_Escape);

    QTest::mouseClick(dialog.findChild<QPushButton *>(u"goBackBefore"_s), Qt::LeftButton);
    QTest::mouseClick(f.question(u"goBackQuestion"_s)->findChild<QPushButton *>(u"goBack"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(f.versionThere(u"a.py"_s), u"1.0.0"_s, patience);
    // Going back is in the history itself.
    QTRY_COMPARE(table->model()->rowCount(), 3);
}

void tst_WindowHistory::savesAndCopiesTheReport()
{
    Fixture f;
    f.deployBoth();
    QTRY_VERIFY(f.message(u"Copy report"_s));
    QTest::mouseClick(f.message(u"Copy report"_s), Qt::LeftButton);
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY2(copied.contains(u"Apple"_s) && copied.contains(u"Banana"_s), qPrintable(copied));
    QTest::mouseClick(f.message(u"Save report…"_s), Qt::LeftButton);
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
