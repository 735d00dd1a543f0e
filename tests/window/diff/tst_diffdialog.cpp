// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/diff/diffdialog.h"
#include "ui/diff/diffmodel.h"
#include "ui/diff/pythonspans.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace owui;

namespace {

QByteArray numbered(int lines, int changedEvery)
{
    QByteArray text;
    for (int line = 0; line < lines; ++line) {
        text += "line " + QByteArray::number(line) + (changedEvery > 0 && line % changedEvery == 0 ? " new\n" : "\n");
    }
    return text;
}

} // namespace

class tst_DiffDialog : public QObject
{
    Q_OBJECT

private slots:
    void showsHeadersFirst();
    void stepsThroughChanges();
    void partsAreNamedByTheirClass();
    void offersToDeploy();
    void staysAliveWithALongText();
    void coloursPython_data();
    void coloursPython();
};

void tst_DiffDialog::showsHeadersFirst()
{
    DiffDialog dialog(u"Sample"_s);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.open();
    QSignalSpy ready(&dialog, &DiffDialog::ready);
    dialog.show({.oldName = u"server"_s,
                 .newName = u"file"_s,
                 .oldText = "\"\"\"\ntitle: A\nversion: 1.0\nauthor: x\n\"\"\"\n",
                 .newText = "\"\"\"\ntitle: A\nversion: 1.1\nlicense: MIT\n\"\"\"\n"});
    QTRY_COMPARE(ready.size(), 1);
    QCOMPARE(dialog.findChild<QLabel *>(u"diffSummary"_s)->text(),
             u"version: 1.0 → 1.1\nlicense: MIT (new)\nauthor: x (gone)\n2 lines added, 2 removed."_s);
    QTest::mouseClick(dialog.findChild<QPushButton *>(u"copyDiff"_s), Qt::LeftButton);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"\n+version: 1.1\n"_s));
}

void tst_DiffDialog::stepsThroughChanges()
{
    DiffDialog dialog(u"Sample"_s);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.open();
    auto *table = dialog.findChild<QTreeView *>(u"diffLines"_s);
    QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy ready(&dialog, &DiffDialog::ready);
    dialog.show({.oldName = {}, .newName = {}, .oldText = numbered(100, 0), .newText = numbered(100, 40)});
    QTRY_COMPARE(ready.size(), 1);
    const auto text = [table] {
        return table->currentIndex().siblingAtColumn(DiffModel::TextColumn).data().toString();
    };
    auto *next = dialog.findChild<QPushButton *>(u"nextChange"_s);
    auto *previous = dialog.findChild<QPushButton *>(u"previousChange"_s);
    QCOMPARE(text(), u"line 0"_s);
    // Its own colour is seen.
    QVERIFY(table->selectionModel()->selectedIndexes().isEmpty());
    QVERIFY(!previous->isEnabled());
    QTest::mouseClick(next, Qt::LeftButton);
    QCOMPARE(text(), u"line 40"_s);
    dialog.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QTest::keyClick(&dialog, Qt::Key_F7);
    QTRY_COMPARE(text(), u"line 80"_s); // a key shows the button pressed for a moment
    QVERIFY(!next->isEnabled());
    QTest::mouseClick(previous, Qt::LeftButton);
    QCOMPARE(text(), u"line 40"_s);
}

void tst_DiffDialog::partsAreNamedByTheirClass()
{
    const QByteArray start = "class Filter:\n    def inlet(self):\n" + QByteArray("        pass\n").repeated(9);
    DiffDialog dialog(u"Sample"_s);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.open();
    QSignalSpy ready(&dialog, &DiffDialog::ready);
    dialog.show({.oldName = {}, .newName = {}, .oldText = start + "        a\n", .newText = start + "        b\n"});
    QTRY_COMPARE(ready.size(), 1);
    const auto *lines = dialog.findChild<QTreeView *>(u"diffLines"_s)->model();
    QCOMPARE(lines->index(0, DiffModel::TextColumn).data().toString(), u"@@ class Filter"_s);
    // What was compared before goes.
    dialog.show({.oldName = {}, .newName = {}, .oldText = "a\n", .newText = "b\n"});
    QTRY_COMPARE(ready.size(), 2);
    QCOMPARE(lines->index(0, DiffModel::TextColumn).data().toString(), u"@@ line 1"_s);
    QCOMPARE(lines->rowCount(), 3);
}

void tst_DiffDialog::offersToDeploy()
{
    DiffDialog dialog(u"Sample"_s);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.open();
    QVERIFY(!dialog.findChild<QPushButton *>(u"deployFromDiff"_s));
    dialog.offerToDeploy(u"Update 1.0 → 1.1"_s);
    QSignalSpy asked(&dialog, &DiffDialog::deployRequested);
    auto *deploy = dialog.findChild<QPushButton *>(u"deployFromDiff"_s);
    QCOMPARE(deploy->text(), u"Update 1.0 → 1.1"_s);
    QTest::mouseClick(deploy, Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    QVERIFY(!dialog.isVisible());
}

void tst_DiffDialog::staysAliveWithALongText()
{
    DiffDialog dialog(u"Long"_s);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.open();
    QSignalSpy ready(&dialog, &DiffDialog::ready);
    dialog.show({.oldName = {}, .newName = {}, .oldText = numbered(100'000, 0), .newText = numbered(100'000, 2)});
    // Every other line: 150,000 lines are shown. The event loop turns meanwhile.
    int turns = 0;
    QTRY_VERIFY_WITH_TIMEOUT((++turns, ready.size() == 1), 60'000);
    auto *table = dialog.findChild<QTreeView *>(u"diffLines"_s);
    QVERIFY(table->model()->rowCount() > 140'000);
    QElapsedTimer clock;
    clock.start();
    table->scrollToBottom();
    QVERIFY(!dialog.grab().isNull());
    QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
}

void tst_DiffDialog::coloursPython_data()
{
    using Kind = PythonSpan::Kind;
    QTest::addColumn<QString>("line");
    QTest::addColumn<QList<PythonSpan>>("spans");
    QTest::newRow("empty") << QString() << QList<PythonSpan>{};
    QTest::newRow("definition") << u"def define(self):"_s << QList<PythonSpan>{{Kind::Keyword, 0, 3}};
    QTest::newRow("string with a hash") << u"a = '#' # c"_s
                                        << QList<PythonSpan>{{Kind::String, 4, 3}, {Kind::Comment, 8, 3}};
    QTest::newRow("escaped quote") << uR"("a\"b" 12)"_s
                                   << QList<PythonSpan>{{Kind::String, 0, 6}, {Kind::Number, 7, 2}};
    QTest::newRow("open string") << u"x = \"abc"_s << QList<PythonSpan>{{Kind::String, 4, 4}};
    QTest::newRow("triple") << u"\"\"\"a\"b\"\"\" if"_s
                            << QList<PythonSpan>{{Kind::String, 0, 9}, {Kind::Keyword, 10, 2}};
    QTest::newRow("ends with a backslash") << u"'a\\"_s << QList<PythonSpan>{{Kind::String, 0, 3}};
}

void tst_DiffDialog::coloursPython()
{
    QFETCH(const QString, line);
    QFETCH(const QList<PythonSpan>, spans);
    QCOMPARE(pythonSpans(line), spans);
}

QTEST_MAIN(tst_DiffDialog)
#include "tst_diffdialog.moc"
