// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "history/historyfile.h"
#include "history/historystore.h"
#include "unit/history/historysql.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

namespace {

HistoryEntry entryFor(const QString &id, const QString &content, const QString &run = u"run"_s)
{
    HistoryEntry entry;
    entry.run = run;
    entry.server = u"https://example.org:443"_s;
    entry.id = id;
    entry.title = u"Title of %1"_s.arg(id);
    entry.path = u"filters/%1.py"_s.arg(id);
    entry.when = QDateTime::fromMSecsSinceEpoch(QDateTime::currentMSecsSinceEpoch(), Qt::UTC);
    entry.before = HistoryState{.contentHash = historyHash(content),
                                .kind = PluginKind::Filter,
                                .name = u"Name"_s,
                                .meta = {{u"description"_s, u"D"_s}, {u"manifest"_s, QJsonObject{{u"a"_s, 1}}}},
                                .active = true,
                                .global = false,
                                .shares = {{u"access_control"_s, QJsonValue::Null}},
                                .version = u"1.2.0"_s,
                                .versionId = u"v1"_s,
                                .valves = {u"api_key"_s, u"limit"_s}};
    return entry;
}

qint64 begin(HistoryFile &file, const QString &id, const QString &content, const QString &run = u"run"_s)
{
    const Result<qint64> number = file.begin(entryFor(id, content, run), content);
    if (!number) {
        qWarning("%s", qPrintable(number.error().text));
    }
    return number ? number.value() : 0;
}

qint64 beginAt(HistoryFile &file, const QString &id, const QString &content, const QDateTime &when)
{
    HistoryEntry entry = entryFor(id, content);
    entry.when = when;
    const Result<qint64> number = file.begin(entry, content);
    return number ? number.value() : 0;
}

QList<HistoryEntry> all(HistoryFile &file, const HistoryQuery &query = {.most = 1'000'000})
{
    const Result<QList<HistoryEntry>> entries = file.entries(query);
    if (!entries) {
        qWarning("%s", qPrintable(entries.error().text));
        return {};
    }
    return entries.value();
}

QStringList brokenCopies(const QString &folder)
{
    return QDir(folder).entryList({u"history-broken-*.sqlite"_s});
}

bool writeOver(const QString &path, qint64 position, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && file.seek(position) && file.write(bytes) == bytes.size();
}

} // namespace

class TestHistoryFile final : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void keepsEverything();
    void keepsWhatWasNotThere();
    void keepsTextsOnce();
    void onlyTheOwnerReads();
    void asks_data();
    void asks();
    void searchesLiterally();
    void twoAtOnce();
    void survivesKill();
    void fullDisk();
    void readOnlyFolder();
    void alienLock();
    void brokenFile_data();
    void brokenFile();
    void breaksWhileOpen();
    void foreignDatabase();
    void newerSchema();
    void retentionBySize();
    void stepsBetweenGoFirst();
    void retentionByAge();
    void clockThatJumpsAhead();
    void wrongClockInBetween();
    void damagedTextIsNotGiven();

private:
    [[nodiscard]] QString folder() const { return m_folder->filePath(u"history"_s); }
    [[nodiscard]] QString path() const { return folder() + u"/history.sqlite"_s; }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestHistoryFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestHistoryFile::keepsEverything()
{
    HistoryEntry expected = entryFor(u"a"_s, u"text ü"_s);
    expected.runKind = HistoryRunKind::Undo;
    expected.takesBackRun = u"earlier"_s;
    expected.runStarted = expected.when;
    expected.space = PluginSpace::Tool;
    expected.change = HistoryChange::GoBack;
    const HistoryResult result{.outcome = HistoryOutcome::Done,
                               .when = expected.when.addSecs(2),
                               .contentHash = historyHash(u"new"_s),
                               .version = u"1.3.0"_s,
                               .versionId = u"v2"_s,
                               .active = false,
                               .message = u"Updated."_s};
    {
        HistoryFile file(folder());
        const Result<qint64> number = file.begin(expected, u"text ü"_s);
        QVERIFY(number.isOk());
        expected.number = number.value();
        QCOMPARE(file.entry(number.value()).value(), expected);
        QVERIFY(file.end({{.number = number.value(), .result = result}}).isOk());
    }
    HistoryFile again(folder());
    expected.after = result;
    QCOMPARE(all(again), QList{expected});
    QCOMPARE(again.content(historyHash(u"text ü"_s)).value(), u"text ü"_s);
    const auto ended = again.end({{.number = 4711, .result = result}, {.number = expected.number, .result = result}});
    QVERIFY(ended.isOk());
    QVERIFY(ended.value().first().has_value());
    QVERIFY(!ended.value().last().has_value());
    QVERIFY(!again.entry(4711).isOk());
    QVERIFY(!again.content(historyHash(u"other"_s)).isOk());
}

void TestHistoryFile::keepsWhatWasNotThere()
{
    HistoryFile file(folder());
    HistoryEntry created = entryFor(u"a"_s, {});
    created.before.reset();
    created.change = HistoryChange::Create;
    HistoryEntry hidden = entryFor(u"b"_s, {});
    hidden.before->contentHash.clear();
    HistoryEntry blind = created;
    blind.looked = false;
    for (const HistoryEntry &entry : {created, hidden, blind}) {
        QVERIFY(file.begin(entry, {}).isOk());
    }
    const QList<HistoryEntry> kept = all(file);
    QCOMPARE(kept.size(), 3);
    QVERIFY(!kept.at(0).hasWayBack()); // nobody looked
    QVERIFY(!kept.at(1).hasWayBack()); // its text was not shown
    QVERIFY(kept.at(1).before.has_value());
    QVERIFY(kept.at(2).hasWayBack());
    QVERIFY(!kept.at(2).before.has_value());
    QCOMPARE(kept.at(2).after.outcome, HistoryOutcome::Sent);
}

void TestHistoryFile::keepsTextsOnce()
{
    HistoryFile file(folder());
    QString large;
    for (int i = 0; i < 50'000; ++i) {
        large += QString::number(qint64(i) * 104'729, 36);
    }
    for (int i = 0; i < 50; ++i) {
        QVERIFY(begin(file, u"p%1"_s.arg(i), large) > 0);
    }
    // Together with its log.
    const qint64 size = QFileInfo(path()).size() + QFileInfo(path() + u"-wal"_s).size();
    QVERIFY2(size < 2 * large.size() + 2'000'000, qPrintable(QString::number(size)));
    QCOMPARE(file.content(historyHash(large)).value(), large);
}

void TestHistoryFile::onlyTheOwnerReads()
{
    HistoryFile file(folder());
    QVERIFY(begin(file, u"a"_s, u"t"_s) > 0);
    constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup |
                            QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
    QVERIFY(!(QFileInfo(folder()).permissions() & others));
    for (const QString &name : QDir(folder()).entryList(QDir::Files | QDir::Hidden)) {
        if (name.contains(u".sqlite"_s) && !name.endsWith(u".lock"_s)) {
            QVERIFY2(!(QFileInfo(folder() + u'/' + name).permissions() & others), qPrintable(name));
        }
    }
}

void TestHistoryFile::asks_data()
{
    QTest::addColumn<HistoryQuery>("query");
    QTest::addColumn<QString>("ids");

    QTest::newRow("all") << HistoryQuery{} << u"a c b a"_s;
    QTest::newRow("plugin") << HistoryQuery{.id = u"a"_s} << u"a a"_s;
    QTest::newRow("plugin, space") << HistoryQuery{.space = PluginSpace::Tool, .id = u"a"_s} << QString();
    QTest::newRow("server") << HistoryQuery{.server = u"https://other:443"_s} << u"c"_s;
    QTest::newRow("server, plugin") << HistoryQuery{.server = u"https://example.org:443"_s, .id = u"a"_s} << u"a a"_s;
    QTest::newRow("run") << HistoryQuery{.run = u"second"_s} << u"a c"_s;
    QTest::newRow("unknown run") << HistoryQuery{.run = u"third"_s} << QString();
    QTest::newRow("older") << HistoryQuery{.before = 3} << u"b a"_s;
    QTest::newRow("some") << HistoryQuery{.most = 1} << u"a"_s;
    QTest::newRow("title") << HistoryQuery{.words = u"TITLE c"_s} << u"c"_s;
    QTest::newRow("path") << HistoryQuery{.words = u"filters/b"_s} << u"b"_s;
    QTest::newRow("message") << HistoryQuery{.words = u"broken a"_s} << u"a"_s;
    QTest::newRow("version") << HistoryQuery{.id = u"b"_s, .words = u"1.2"_s} << u"b"_s;
    QTest::newRow("nothing") << HistoryQuery{.words = u"nowhere"_s} << QString();
}

void TestHistoryFile::asks()
{
    QFETCH(HistoryQuery, query);
    QFETCH(QString, ids);

    HistoryFile file(folder());
    QVERIFY(begin(file, u"a"_s, u"1"_s, u"first"_s) > 0);
    QVERIFY(begin(file, u"b"_s, u"2"_s, u"first"_s) > 0);
    HistoryEntry other = entryFor(u"c"_s, u"3"_s, u"second"_s);
    other.server = u"https://other:443"_s;
    QVERIFY(file.begin(other, u"3"_s).isOk());
    const qint64 last = begin(file, u"a"_s, u"4"_s, u"second"_s);
    QVERIFY(file.end({{.number = last, .result = {.outcome = HistoryOutcome::Failed, .message = u"It is broken."_s}}})
                .isOk());

    QStringList found;
    for (const HistoryEntry &entry : all(file, query)) {
        found.append(entry.id);
    }
    QCOMPARE(found.join(u' '), ids);
}

void TestHistoryFile::searchesLiterally()
{
    HistoryFile file(folder());
    QVERIFY(begin(file, u"my_filter"_s, u"1"_s) > 0);
    QVERIFY(begin(file, u"myxfilter"_s, u"2"_s) > 0);
    QCOMPARE(all(file, {.words = u"my_f"_s}).size(), 1);
    QCOMPARE(all(file, {.words = u"%"_s}).size(), 0);
    QCOMPARE(all(file, {.words = u"' OR 1=1 --"_s}).size(), 0);
    QCOMPARE(all(file, {.words = u"\\"_s}).size(), 0);
}

void TestHistoryFile::twoAtOnce()
{
    // Programs that begin at the same moment with no file yet, and one that reads meanwhile.
    constexpr int programs = 3;
    constexpr int each = 40;
    std::vector<std::unique_ptr<QProcess>> writers;
    for (int i = 0; i < programs; ++i) {
        writers.push_back(std::make_unique<QProcess>());
        writers.back()->start(QStringLiteral(HISTORY_WRITER), {folder(), QString::number(each), u"ends"_s});
    }
    HistoryFile file(folder());
    qsizetype seen = 0;
    for (const auto &writer : writers) {
        while (!writer->waitForFinished(20)) {
            const qsizetype now = all(file).size();
            QVERIFY(now >= seen);
            seen = now;
            QVERIFY(writer->state() != QProcess::NotRunning || writer->error() != QProcess::FailedToStart);
        }
        const QByteArray output = writer->readAllStandardOutput();
        QVERIFY2(output.count("stored ") == each && output.count("ended ") == each, output.constData());
    }
    const QList<HistoryEntry> entries = all(file);
    QCOMPARE(entries.size(), programs * each);
    QVERIFY(std::ranges::all_of(entries,
                                [](const HistoryEntry &entry) { return entry.after.outcome == HistoryOutcome::Done; }));
    QVERIFY(brokenCopies(folder()).isEmpty());
}

void TestHistoryFile::survivesKill()
{
    qint64 stored = 0;
    for (int round = 0; round < 3; ++round) {
        QProcess writer;
        writer.start(QStringLiteral(HISTORY_WRITER), {folder(), u"1000000"_s, u"ends"_s});
        QByteArray output;
        while (output.count("stored ") < 5 + round) {
            QVERIFY(writer.waitForReadyRead(20'000));
            output += writer.readAllStandardOutput();
        }
        writer.kill(); // SIGKILL, wherever it is
        QVERIFY(writer.waitForFinished());
        output += writer.readAllStandardOutput();
        stored += output.count("stored ");

        HistoryFile file(folder());
        const QList<HistoryEntry> entries = all(file);
        QVERIFY(!file.takeNotice());
        // What was said to be stored is there; one more may have been stored and not yet said.
        QVERIFY2(entries.size() >= stored && entries.size() <= stored + round + 1,
                 qPrintable(u"%1 of %2"_s.arg(entries.size()).arg(stored)));
        for (const HistoryEntry &entry : entries) {
            QVERIFY(file.content(entry.before->contentHash).isOk());
        }
        // The one that was killed in the middle says so, for ever.
        const qsizetype open = std::ranges::count_if(
            entries, [](const HistoryEntry &entry) { return entry.after.outcome == HistoryOutcome::Sent; });
        QVERIFY(open <= round + 1);
    }
    QVERIFY(historyText(HistoryChange::Update, HistoryOutcome::Sent).contains(u"outcome unknown"_s));
}

void TestHistoryFile::fullDisk()
{
    QProcess writer;
    writer.start(QStringLiteral(HISTORY_WRITER), {folder(), u"200"_s, u"300000"_s});
    QVERIFY(writer.waitForFinished(60'000));
    const QList<QByteArray> lines = writer.readAllStandardOutput().trimmed().split('\n');
    QCOMPARE(lines.size(), 200);
    const qsizetype stored =
        std::ranges::count_if(lines, [](const QByteArray &line) { return line.startsWith("stored "); });
    QVERIFY(stored > 0);
    QVERIFY(stored < 200);
    for (const QByteArray &line : lines) {
        QVERIFY2(line.startsWith("stored ") || line.contains("disk"), line.constData()); // the cause, no later word
    }
    // With room again everything that was said to be stored is there, and more fits.
    HistoryFile file(folder());
    QCOMPARE(all(file).size(), stored);
    QVERIFY(begin(file, u"more"_s, u"t"_s) > 0);
    QVERIFY(!file.takeNotice());
}

void TestHistoryFile::readOnlyFolder()
{
    {
        HistoryFile file(folder());
        QVERIFY(begin(file, u"a"_s, u"t"_s) > 0);
    }
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::Permissions(0x7755)));
    QVERIFY(QFile::setPermissions(folder(), QFile::Permissions(0x5555)));
    QVERIFY(QFile::setPermissions(path(), QFile::Permissions(0x4444)));
    QProcess writer;
    writer.start(QStringLiteral(HISTORY_WRITER), {folder(), u"2"_s, u"nobody"_s});
    QVERIFY(writer.waitForFinished(60'000));
    QVERIFY(QFile::setPermissions(folder(), QFile::Permissions(0x7700)));
    QVERIFY(QFile::setPermissions(path(), QFile::Permissions(0x6600)));
    const QList<QByteArray> lines = writer.readAllStandardOutput().trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    for (const QByteArray &line : lines) {
        QVERIFY2(!line.startsWith("stored") && line.contains("history"), line.constData());
    }
    HistoryFile file(folder());
    QCOMPARE(all(file).size(), 1);
    QVERIFY(brokenCopies(folder()).isEmpty());
}

/// Such as that of another computer, which nobody can ask whether its program still runs.
void TestHistoryFile::alienLock()
{
    {
        HistoryFile file(folder());
        QVERIFY(begin(file, u"a"_s, u"t"_s) > 0);
    }
    QFile lock(path() + u".lock"_s);
    QVERIFY(lock.open(QIODevice::WriteOnly) && lock.write("1\nprogram\nelsewhere\n\n\n") > 0);
    lock.close();
    QElapsedTimer clock;
    clock.start();
    HistoryFile file(folder());
    QVERIFY(begin(file, u"b"_s, u"t"_s) > 0);
    QVERIFY2(clock.elapsed() < 3'000, qPrintable(QString::number(clock.elapsed())));
}

void TestHistoryFile::brokenFile_data()
{
    QTest::addColumn<int>("how");

    QTest::newRow("not a database") << 0;
    QTest::newRow("cut off") << 1;
    QTest::newRow("overwritten tables") << 2;
}

void TestHistoryFile::brokenFile()
{
    QFETCH(int, how);

    {
        HistoryFile file(folder());
        for (int i = 0; i < 200; ++i) {
            QVERIFY(begin(file, u"p%1"_s.arg(i), QString::number(i)) > 0);
        }
    }
    QVERIFY(!QFileInfo::exists(path() + u"-wal"_s)); // all of it is in the file
    const QByteArray noise(40'000, 'x');
    if (how == 0) {
        QVERIFY(writeOver(path(), 0, noise));
    } else if (how == 1) {
        QVERIFY(QFile::resize(path(), 10'000));
    } else {
        QVERIFY(writeOver(path(), 4'096, noise));
    }
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray broken = file.readAll();
    file.close();

    HistoryFile history(folder());
    QVERIFY(begin(history, u"new"_s, u"t"_s) > 0);
    const std::optional<Problem> notice = history.takeNotice();
    QVERIFY(notice.has_value());
    QCOMPARE(brokenCopies(folder()).size(), 1);
    const QString copy = folder() + u'/' + brokenCopies(folder()).first();
    QVERIFY2(notice->text.contains(QDir::toNativeSeparators(copy)), qPrintable(notice->text));
    QVERIFY(!history.takeNotice());
    QFile aside(copy);
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QVERIFY(aside.readAll() == broken);
    QCOMPARE(all(history).size(), 1);
}

void TestHistoryFile::breaksWhileOpen()
{
    HistoryFile mine(folder());
    HistoryFile theirs(folder());
    for (int i = 0; i < 200; ++i) {
        QVERIFY(begin(mine, u"p%1"_s.arg(i), QString::number(i)) > 0);
    }
    QVERIFY(sql(folder(), u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
    QVERIFY(writeOver(path(), 4'096, QByteArray(QFileInfo(path()).size() - 4'096, 'x')));
    // A new connection reads what is in the file.
    HistoryFile later(folder());
    QVERIFY(begin(later, u"new"_s, u"t"_s) > 0);
    QCOMPARE(brokenCopies(folder()).size(), 1);
    QCOMPARE(all(later).size(), 1);
}

void TestHistoryFile::foreignDatabase()
{
    QVERIFY(QDir().mkpath(folder()));
    QVERIFY(sql(folder(), u"CREATE TABLE entry(number INTEGER)"_s));
    HistoryFile file(folder());
    QVERIFY(begin(file, u"a"_s, u"t"_s) > 0);
    QCOMPARE(brokenCopies(folder()).size(), 1);
}

void TestHistoryFile::newerSchema()
{
    {
        HistoryFile file(folder());
        QVERIFY(begin(file, u"a"_s, u"t"_s) > 0);
    }
    QVERIFY(sql(folder(), u"PRAGMA user_version = 2"_s));
    QFile raw(path());
    QVERIFY(raw.open(QIODevice::ReadOnly));
    const QByteArray bytes = raw.readAll();
    raw.close();
    HistoryFile file(folder());
    const Result<qint64> number = file.begin(entryFor(u"b"_s, u"t"_s), u"t"_s);
    QVERIFY(!number.isOk());
    QVERIFY2(number.error().text.contains(u"newer release"_s), qPrintable(number.error().text));
    QVERIFY(!file.entries({}).isOk());
    QVERIFY(raw.open(QIODevice::ReadOnly));
    QVERIFY(raw.readAll() == bytes);
    QVERIFY(brokenCopies(folder()).isEmpty());
}

void TestHistoryFile::retentionBySize()
{
    constexpr qint64 limit = 2'000'000;
    HistoryFile file(folder(), {.bytes = limit});
    QString text;
    for (int i = 0; i < 400; ++i) {
        text = longText(i);
        QVERIFY(begin(file, u"p%1"_s.arg(i), text, u"run %1"_s.arg(i)) > 0);
    }
    QVERIFY(!file.takeNotice());
    const QList<HistoryEntry> entries = all(file);
    QVERIFY(entries.size() < 400);
    QVERIFY(entries.size() > 20);
    QCOMPARE(entries.first().id, u"p399"_s); // the oldest go
    QCOMPARE(file.content(entries.first().before->contentHash).value(), text);
    for (const HistoryEntry &entry : entries) {
        QVERIFY(file.content(entry.before->contentHash).isOk());
    }
    QCOMPARE(file.runs({}, 1000).value().size(), entries.size());
    QVERIFY(QFileInfo(path()).size() < 2 * limit);
}

/// Of many saves of one plugin the first and the last are what an undo needs.
void TestHistoryFile::stepsBetweenGoFirst()
{
    HistoryFile file(folder(), {.bytes = 2'000'000});
    const auto save = [&file](const QString &id, int i, const QString &run) {
        QVERIFY(begin(file, id, longText(i), run) > 0);
    };
    for (int i = 0; i < 20; ++i) {
        save(u"old%1"_s.arg(i), i, u"run %1"_s.arg(i));
    }
    for (int i = 0; i < 300; ++i) {
        save(u"saved"_s, 100 + i, u"watch"_s);
    }
    const QList<HistoryEntry> entries = all(file);
    QVERIFY(entries.size() < 320);
    const auto count =
        std::ranges::count_if(entries, [](const HistoryEntry &entry) { return entry.run != u"watch"_s; });
    QCOMPARE(count, 20);
    const QList<HistoryEntry> saves = all(file, {.run = u"watch"_s, .most = 1'000});
    QCOMPARE(saves.last().number, 21);
    QCOMPARE(saves.first().number, 320);
    QVERIFY(file.content(saves.last().before->contentHash).isOk());
}

void TestHistoryFile::retentionByAge()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    {
        HistoryFile file(folder(), {.age = std::chrono::days(1'000'000)});
        QVERIFY(beginAt(file, u"only"_s, u"last of only"_s, now.addDays(-420)) > 0);
        for (int days = 400; days > 0; days -= 20) {
            QVERIFY(beginAt(file, u"a"_s, QString::number(days), now.addDays(-days)) > 0);
        }
    }
    HistoryFile file(folder());
    QVERIFY(begin(file, u"a"_s, u"0"_s) > 0);
    const QList<HistoryEntry> entries = all(file, {.id = u"a"_s, .most = 1'000});
    QCOMPARE(entries.size(), 19);
    QCOMPARE(entries.last().before->contentHash, historyHash(u"360"_s));
    QVERIFY(!file.content(historyHash(u"380"_s)).isOk());
    QVERIFY(file.content(historyHash(u"360"_s)).isOk());
    // It is old, but nothing else holds a text of this plugin.
    QVERIFY(file.content(historyHash(u"last of only"_s)).isOk());
}

void TestHistoryFile::clockThatJumpsAhead()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const int days : {20, 10, 0}) {
        HistoryFile file(folder());
        QVERIFY(beginAt(file, u"a"_s, QString::number(days), now.addDays(-days)) > 0);
    }
    // Some deployments with a clock that is a year ahead, then one after it was put right.
    for (const int days : {366, 366, 367, 1}) {
        HistoryFile file(folder());
        QVERIFY(beginAt(file, u"a"_s, u"at %1"_s.arg(days), now.addDays(days)) > 0);
        QVERIFY(file.content(historyHash(u"20"_s)).isOk());
    }
    HistoryFile file(folder());
    QCOMPARE(all(file).size(), 7);
}

void TestHistoryFile::wrongClockInBetween()
{
    HistoryFile file(folder());
    QVERIFY(begin(file, u"first"_s, u"1"_s) > 0);
    HistoryEntry wrong = entryFor(u"wrong"_s, u"2"_s);
    wrong.when = QDateTime::fromSecsSinceEpoch(0, Qt::UTC);
    QVERIFY(file.begin(wrong, u"2"_s).isOk());
    file.setLimits({});
    QVERIFY(begin(file, u"last"_s, u"3"_s) > 0);
    QCOMPARE(all(file).size(), 3);
    QCOMPARE(all(file).first().id, u"last"_s); // in the order in which they were stored
}

void TestHistoryFile::damagedTextIsNotGiven()
{
    HistoryFile file(folder());
    QVERIFY(begin(file, u"a"_s, u"text"_s) > 0);
    QVERIFY(sql(folder(), u"UPDATE content SET packed = x'0000000474657874'"_s));
    const Result<QString> text = file.content(historyHash(u"text"_s));
    QVERIFY(!text.isOk());
    QVERIFY(!text.error().text.isEmpty());
}

QTEST_GUILESS_MAIN(TestHistoryFile)

#include "tst_historyfile.moc"
