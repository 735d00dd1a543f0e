// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "history/historystore.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <memory>

using namespace Qt::StringLiterals;
using namespace owui;

namespace {

constexpr int patience = 20'000;

HistoryEntry entryFor(const QString &id)
{
    HistoryEntry entry;
    entry.run = u"run"_s;
    entry.server = u"https://example.org:443"_s;
    entry.id = id;
    entry.when = QDateTime::currentDateTimeUtc();
    entry.before = HistoryState{.contentHash = historyHash(id)};
    return entry;
}

} // namespace

class TestHistoryStore final : public QObject
{
    Q_OBJECT

private slots:
    void answersFromTheEventLoopInOrder();
    void noContextNoAnswer();
    void endsThatComeTogether();
    void writesBeforeItGoes();
    void tellsOfABrokenFile();
    void opensNothingUnasked();
};

void TestHistoryStore::answersFromTheEventLoopInOrder()
{
    const QTemporaryDir folder;
    HistoryStore store(folder.filePath(u"history"_s));
    QSignalSpy changed(&store, &HistoryStore::changed);
    QStringList answers;
    QThread *const here = QThread::currentThread();
    const auto add = [&answers, here](const QString &answer) {
        answers.append(QThread::currentThread() == here ? answer : u"wrong thread"_s);
    };
    store.begin(entryFor(u"a"_s), u"a"_s, this,
                [&](const Result<qint64> &number) { add(u"began %1"_s.arg(number.value())); });
    store.end({.number = 1, .result = {.outcome = HistoryOutcome::Done}}, this,
              [&](const Result<bool> &) { add(u"ended"_s); });
    store.entry(1, this, [&](const Result<HistoryEntry> &entry) { add(nameOf(entry.value().after.outcome)); });
    store.content(historyHash(u"a"_s), this, [&](const Result<QString> &content) { add(content.value()); });
    store.runs({}, 5, this, [&](const Result<QList<HistoryRun>> &runs) { add(runs.value().first().id); });
    store.endRun(u"run"_s, this, [&](const Result<bool> &) { add(u"run ended"_s); });
    store.entries({}, this, [&](const Result<QList<HistoryEntry>> &entries) { add(entries.value().first().id); });
    QVERIFY(answers.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(answers.size(), 7, patience);
    QCOMPARE(answers, (QStringList{u"began 1"_s, u"ended"_s, u"done"_s, u"a"_s, u"run"_s, u"run ended"_s, u"a"_s}));
    QCOMPARE(changed.count(), 3);
}

void TestHistoryStore::noContextNoAnswer()
{
    const QTemporaryDir folder;
    HistoryStore store(folder.filePath(u"history"_s));
    auto context = std::make_unique<QObject>();
    bool answered = false;
    store.begin(entryFor(u"a"_s), u"a"_s, context.get(), [&answered](const Result<qint64> &) { answered = true; });
    context.reset();
    qsizetype entries = -1;
    store.entries({}, this, [&entries](const Result<QList<HistoryEntry>> &read) { entries = read.value().size(); });
    QTRY_COMPARE_WITH_TIMEOUT(entries, 1, patience);
    QVERIFY(!answered);
}

void TestHistoryStore::endsThatComeTogether()
{
    const QTemporaryDir folder;
    const HistoryEnd first{.number = 1, .result = {.outcome = HistoryOutcome::Done}};
    const HistoryEnd second{.number = 2, .result = {.outcome = HistoryOutcome::Failed}};
    {
        HistoryStore store(folder.filePath(u"history"_s));
        store.begin(entryFor(u"a"_s), {}, this, [](const Result<qint64> &) {});
        store.begin(entryFor(u"b"_s), {}, this, [](const Result<qint64> &) {});
        QStringList answers;
        auto gone = std::make_unique<QObject>();
        store.end(first, gone.get(), [&](const Result<bool> &) { answers.append(u"gone"_s); });
        store.end(second, this, [&](const Result<bool> &end) { answers.append(end ? u"written"_s : u"failed"_s); });
        store.end({.number = 3, .result = {}}, this,
                  [&](const Result<bool> &end) { answers.append(end ? u"written"_s : u"failed"_s); });
        gone.reset();
        QTRY_COMPARE_WITH_TIMEOUT(answers, (QStringList{u"written"_s, u"failed"_s}), patience);
        store.end({.number = 2, .result = {.outcome = HistoryOutcome::Unknown}}, this, [](const Result<bool> &) {});
    }
    HistoryStore store(folder.filePath(u"history"_s));
    QList<HistoryEntry> entries;
    store.entries({}, this, [&entries](const Result<QList<HistoryEntry>> &read) { entries = read.value(); });
    QTRY_COMPARE_WITH_TIMEOUT(entries.size(), 2, patience);
    QCOMPARE(entries.last().after.outcome, HistoryOutcome::Done);
    QCOMPARE(entries.first().after.outcome, HistoryOutcome::Unknown);
}

void TestHistoryStore::writesBeforeItGoes()
{
    const QTemporaryDir folder;
    {
        HistoryStore store(folder.filePath(u"history"_s));
        for (int i = 0; i < 30; ++i) {
            store.begin(entryFor(u"p%1"_s.arg(i)), u"p%1"_s.arg(i), this, [](const Result<qint64> &) {});
        }
    }
    HistoryStore store(folder.filePath(u"history"_s));
    qsizetype entries = -1;
    store.entries({}, this, [&entries](const Result<QList<HistoryEntry>> &read) { entries = read.value().size(); });
    QTRY_COMPARE_WITH_TIMEOUT(entries, 30, patience);
}

void TestHistoryStore::tellsOfABrokenFile()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"history.sqlite"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(QByteArray(10'000, 'x')), 10'000);
    file.close();
    HistoryStore store(folder.path());
    QSignalSpy noticed(&store, &HistoryStore::noticed);
    qint64 number = 0;
    store.begin(entryFor(u"a"_s), u"a"_s, this, [&number](const Result<qint64> &stored) { number = stored.value(); });
    QTRY_COMPARE_WITH_TIMEOUT(number, 1, patience);
    QCOMPARE(noticed.count(), 1);
    QVERIFY(!noticed.first().first().value<Problem>().text.isEmpty());
}

void TestHistoryStore::opensNothingUnasked()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"history"_s);
    {
        const HistoryStore store(path);
    }
    QVERIFY(!QFile::exists(path));
    QVERIFY(HistoryStore::usualFolder().endsWith(u"/history"_s));
}

QTEST_GUILESS_MAIN(TestHistoryStore)

#include "tst_historystore.moc"
