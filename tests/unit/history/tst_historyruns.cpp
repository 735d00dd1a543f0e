// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "history/historyfile.h"
#include "history/historystore.h"
#include "unit/history/historysql.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

namespace {

const QString server = u"https://example.org:443"_s;

} // namespace

/// What was sent together, and what of it was taken back.
class TestHistoryRuns final : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void newestFirst();
    void seriesThatGoesOnIsNewest();
    void takenBackOneByOne();
    void whatWasNotSentNeedsNoUndo();
    void fileFromBefore();
    void goesWithItsRun();

private:
    /// Something was sent for the plugin, and it was done.
    bool add(const QString &run, const QString &id, const QString &takesBack = {},
             HistoryOutcome outcome = HistoryOutcome::Done, PluginSpace space = PluginSpace::Function);
    [[nodiscard]] HistoryRun find(const QString &run);
    /// Ids of the run's entries that are taken back.
    [[nodiscard]] QStringList takenBack(const QString &run);
    [[nodiscard]] QString folder() const { return m_folder->filePath(u"history"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<HistoryFile> m_file;
};

void TestHistoryRuns::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = std::make_unique<HistoryFile>(folder());
}

bool TestHistoryRuns::add(const QString &run, const QString &id, const QString &takesBack, HistoryOutcome outcome,
                          PluginSpace space)
{
    HistoryEntry entry;
    entry.run = run;
    entry.runKind = takesBack.isEmpty() ? HistoryRunKind::Deploy : HistoryRunKind::Undo;
    entry.takesBackRun = takesBack;
    entry.server = server;
    entry.space = space;
    entry.id = id;
    entry.when = QDateTime::currentDateTimeUtc();
    entry.before = HistoryState{.contentHash = historyHash(u"text"_s)};
    const Result<qint64> number = m_file->begin(entry, u"text"_s);
    return number &&
           m_file->end({{.number = number.value(), .result = {.outcome = outcome, .when = entry.when}}}).isOk();
}

HistoryRun TestHistoryRuns::find(const QString &run)
{
    const Result<QList<HistoryRun>> runs = m_file->runs(server, 100);
    if (!runs) {
        qWarning("%s", qPrintable(runs.error().text));
        return {};
    }
    const auto found = std::ranges::find(runs.value(), run, &HistoryRun::id);
    return found == runs.value().cend() ? HistoryRun() : *found;
}

QStringList TestHistoryRuns::takenBack(const QString &run)
{
    QStringList ids;
    const Result<QList<HistoryEntry>> entries = m_file->entries({.run = run});
    for (const HistoryEntry &entry : entries.value()) {
        if (entry.takenBack) {
            ids.append(entry.id);
        }
    }
    return ids;
}

void TestHistoryRuns::newestFirst()
{
    QVERIFY(add(u"first"_s, u"a"_s));
    QVERIFY(add(u"first"_s, u"b"_s));
    QVERIFY(add(u"second"_s, u"a"_s));
    QVERIFY(m_file->endRun(u"first"_s, QDateTime::currentDateTimeUtc()).isOk());
    QVERIFY(add(u"third"_s, u"a"_s, u"first"_s));

    const QList<HistoryRun> runs = m_file->runs(server, 10).value();
    QCOMPARE(runs.size(), 3);
    QCOMPARE(runs.at(0).id, u"third"_s);
    QCOMPARE(runs.at(0).kind, HistoryRunKind::Undo);
    QCOMPARE(runs.at(0).takesBack, u"first"_s);
    QVERIFY(!runs.at(1).ended.isValid());
    QVERIFY(runs.at(2).ended.isValid());
    QCOMPARE(runs.at(2).entries, 2);
    QVERIFY(m_file->runs(u"https://nowhere:443"_s, 10).value().isEmpty());
    QCOMPARE(m_file->runs({}, 1).value().size(), 1);
}

void TestHistoryRuns::seriesThatGoesOnIsNewest()
{
    QVERIFY(add(u"saves"_s, u"a"_s));
    QVERIFY(add(u"other"_s, u"b"_s));
    QCOMPARE(m_file->runs(server, 10).value().first().id, u"other"_s);
    QVERIFY(add(u"saves"_s, u"a"_s));
    QCOMPARE(m_file->runs(server, 10).value().first().id, u"saves"_s);
    QCOMPARE(m_file->runs(server, 10).value().size(), 2);
}

void TestHistoryRuns::takenBackOneByOne()
{
    QVERIFY(add(u"run"_s, u"a"_s));
    QVERIFY(add(u"run"_s, u"b"_s));
    QVERIFY(add(u"run"_s, u"b"_s, {}, HistoryOutcome::Done, PluginSpace::Tool));
    QVERIFY(add(u"run"_s, u"a"_s)); // twice in one run
    QVERIFY(add(u"other"_s, u"a"_s));
    // That an Undo was begun says nothing yet.
    QVERIFY(add(u"undo"_s, u"a"_s, u"run"_s, HistoryOutcome::Failed));
    QVERIFY(!find(u"run"_s).takenBack);
    QCOMPARE(takenBack(u"run"_s), QStringList());

    QVERIFY(m_file->setTakenBack(u"run"_s, PluginSpace::Function, u"a"_s).isOk());
    QVERIFY(!find(u"run"_s).takenBack);
    QCOMPARE(takenBack(u"run"_s), (QStringList{u"a"_s, u"a"_s}));
    QVERIFY(m_file->setTakenBack(u"run"_s, PluginSpace::Function, u"b"_s).isOk());
    QVERIFY(m_file->setTakenBack(u"run"_s, PluginSpace::Function, u"b"_s).isOk()); // the second time
    QVERIFY(!find(u"run"_s).takenBack);                                            // the tool of the same id
    QVERIFY(m_file->setTakenBack(u"run"_s, PluginSpace::Tool, u"b"_s).isOk());
    QVERIFY(find(u"run"_s).takenBack);
    QCOMPARE(takenBack(u"run"_s).size(), 4);
    QVERIFY(!find(u"other"_s).takenBack);
    QCOMPARE(takenBack(u"other"_s), QStringList());
    QVERIFY(m_file->setTakenBack(u"nowhere"_s, PluginSpace::Tool, u"b"_s).isOk());
}

void TestHistoryRuns::whatWasNotSentNeedsNoUndo()
{
    QVERIFY(add(u"run"_s, u"a"_s));
    QVERIFY(add(u"run"_s, u"b"_s, {}, HistoryOutcome::NotSent));
    QVERIFY(add(u"nothing"_s, u"b"_s, {}, HistoryOutcome::NotSent));
    QVERIFY(!find(u"run"_s).takenBack);
    QVERIFY(m_file->setTakenBack(u"run"_s, PluginSpace::Function, u"a"_s).isOk());
    QVERIFY(find(u"run"_s).takenBack);
    QVERIFY(!find(u"nothing"_s).takenBack); // nobody took it back either
}

/// Its Undos are known from their entries.
void TestHistoryRuns::fileFromBefore()
{
    QVERIFY(add(u"run"_s, u"a"_s));
    QVERIFY(add(u"half"_s, u"b"_s));
    QVERIFY(add(u"half"_s, u"c"_s));
    QVERIFY(add(u"undo"_s, u"a"_s, u"run"_s));
    QVERIFY(add(u"begun"_s, u"b"_s, u"half"_s));
    QVERIFY(add(u"begun"_s, u"c"_s, u"half"_s, HistoryOutcome::Unknown));
    m_file.reset();
    QVERIFY(sql(folder(), u"DROP TABLE taken_back"_s));
    m_file = std::make_unique<HistoryFile>(folder());
    QVERIFY(find(u"run"_s).takenBack);
    QVERIFY(!find(u"half"_s).takenBack);
    QCOMPARE(takenBack(u"half"_s), QStringList{u"b"_s});
    QVERIFY(m_file->setTakenBack(u"half"_s, PluginSpace::Function, u"c"_s).isOk());
    QVERIFY(find(u"half"_s).takenBack);
}

void TestHistoryRuns::goesWithItsRun()
{
    QVERIFY(add(u"run"_s, u"a"_s));
    QVERIFY(m_file->setTakenBack(u"run"_s, PluginSpace::Function, u"a"_s).isOk());
    for (int i = 0; i < 14; ++i) {
        QVERIFY(add(u"later %1"_s.arg(i), u"a"_s));
    }
    m_file.reset();
    QVERIFY(sql(folder(), u"UPDATE entry SET at = number * 86400000"_s));
    m_file = std::make_unique<HistoryFile>(folder(), HistoryLimits{.age = std::chrono::days(1)});
    QVERIFY(add(u"last"_s, u"a"_s)); // which removes what is too old
    QVERIFY(m_file->runs(server, 100).value().size() < 16);
    m_file.reset();
    QCOMPARE(sql(folder(), u"SELECT count(*) FROM taken_back"_s).value_or(-1), 0);
}

QTEST_GUILESS_MAIN(TestHistoryRuns)

#include "tst_historyruns.moc"
