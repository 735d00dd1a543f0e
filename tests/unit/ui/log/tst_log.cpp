// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/log/logfilter.h"
#include "ui/log/logmodel.h"
#include "ui/log/logview.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;

namespace {

LogEntry makeEntry(const QString &text, LogLevel level = LogLevel::Info, const QString &path = {})
{
    return {.time = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5)),
            .level = level,
            .server = u"local"_s,
            .path = path,
            .plugin = path,
            .text = text};
}

QStringList texts(const LogFilter &filter)
{
    QStringList texts;
    for (int row = 0; row < filter.rowCount(); ++row) {
        texts.append(filter.entryAt(row).text);
    }
    return texts;
}

} // namespace

class tst_Log : public QObject
{
    Q_OBJECT

private slots:
    void keepsTheNewestLines();
    void filters();
    void plainTextOnly();
    void followsUntilTheUserScrollsUp();
    void copiesSelectionOrAll();
    void copiesNoMarks();
};

void tst_Log::keepsTheNewestLines()
{
    LogModel model;
    for (int i = 0; i < LogModel::maximumLines + 5; ++i) {
        model.append(makeEntry(QString::number(i)));
    }
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(model.rowCount(), LogModel::maximumLines);
    QCOMPARE(model.entry(0).text, u"5"_s);
    model.append(makeEntry(u"last"_s));
    QCOMPARE(model.rowCount(), LogModel::maximumLines);
    QCOMPARE(model.entry(LogModel::maximumLines - 1).text, u"last"_s);
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void tst_Log::filters()
{
    LogModel model;
    LogFilter filter(model);
    QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.append(makeEntry(u"detail"_s, LogLevel::Detail, u"a.py"_s));
    model.append(makeEntry(u"info"_s, LogLevel::Info, u"a.py"_s));
    model.append(makeEntry(u"success"_s, LogLevel::Success, u"b.py"_s));
    model.append(makeEntry(u"warning"_s, LogLevel::Warning, u"b.py"_s));
    model.append(makeEntry(u"error"_s, LogLevel::Error, u"a.py"_s));
    QCOMPARE(texts(filter).join(u' '), u"info success warning error"_s);
    filter.setDetails(true);
    QCOMPARE(texts(filter).join(u' '), u"detail info success warning error"_s);
    filter.setLevel(LogLevel::Warning);
    QCOMPARE(texts(filter).join(u' '), u"warning error"_s);
    filter.setPaths({u"a.py"_s});
    QCOMPARE(texts(filter).join(u' '), u"error"_s);
    filter.setLevel(LogLevel::Info);
    QCOMPARE(texts(filter).join(u' '), u"detail info error"_s);
    filter.showAllPaths();
    QCOMPARE(filter.rowCount(), 5);
}

void tst_Log::plainTextOnly()
{
    LogModel model;
    model.append(makeEntry(u"<b>bold</b>\nsecond"_s, LogLevel::Error));
    const QModelIndex text = model.index(0, LogModel::TextColumn);
    QCOMPARE(text.data().toString(), u"<b>bold</b> second"_s);
    QVERIFY(!text.data(Qt::ToolTipRole).toString().contains(u"<b>"));
    QVERIFY(text.data(Qt::ToolTipRole).toString().contains(u"&lt;b&gt;bold"));
}

void tst_Log::followsUntilTheUserScrollsUp()
{
    LogModel model;
    LogFilter filter(model);
    LogView view(filter);
    view.resize(500, 200);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    const auto append = [&model](int count) {
        for (int i = 0; i < count; ++i) {
            model.append(makeEntry(QString::number(i)));
        }
    };
    const QScrollBar *bar = view.verticalScrollBar();
    append(100);
    QTRY_VERIFY(bar->maximum() > 0 && bar->value() == bar->maximum());
    QVERIFY(view.isFollowing());

    view.verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepSub);
    const int place = bar->value();
    QVERIFY(!view.isFollowing());
    const int before = bar->maximum();
    append(50);
    QTRY_VERIFY(bar->maximum() > before);
    QCOMPARE(bar->value(), place);

    view.verticalScrollBar()->triggerAction(QAbstractSlider::SliderToMaximum);
    QVERIFY(view.isFollowing());
    append(10);
    QTRY_COMPARE(bar->maximum() - before, 60);
    QTRY_COMPARE(bar->value(), bar->maximum());
}

void tst_Log::copiesSelectionOrAll()
{
    LogModel model;
    LogFilter filter(model);
    LogView view(filter);
    model.append(makeEntry(u"one"_s, LogLevel::Info, u"a.py"_s));
    model.append(makeEntry(u"two"_s, LogLevel::Error, u"b.py"_s));
    view.copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"2026-01-02 03:04:05\tinfo\tlocal\ta.py\tone\n"
                                                   "2026-01-02 03:04:05\terror\tlocal\tb.py\ttwo\n"_s);
    view.setCurrentIndex(filter.index(1, 0));
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"2026-01-02 03:04:05\terror\tlocal\tb.py\ttwo\n"_s);
}

/// What keeps a name apart from its sentence is for the window alone.
void tst_Log::copiesNoMarks()
{
    const LogEntry entry = makeEntry(u"\u2068اسم\u2069 was sent."_s);
    QVERIFY(LogModel::plainLine(entry).endsWith(u"\tاسم was sent."_s));
}

QTEST_MAIN(tst_Log)
#include "tst_log.moc"
