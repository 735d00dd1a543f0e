// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "benchtable.h"

#include "history/historyfile.h"
#include "history/historystore.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using namespace owui;

namespace {

constexpr int entryCount = 100'000;
constexpr int pluginCount = 200;
constexpr int textSize = 42'000;

QString textOf(int number)
{
    QString text;
    while (text.size() < textSize) {
        text += u"    value_%1 = self.read(%2)\n"_s.arg(number + text.size()).arg(text.size());
    }
    return text;
}

HistoryEntry entryOf(int number, const QString &content)
{
    HistoryEntry entry;
    entry.run = u"run %1"_s.arg(number / 50);
    entry.server = u"https://example.org:443"_s;
    entry.id = u"plugin_%1"_s.arg(number % pluginCount);
    entry.title = u"Plugin %1"_s.arg(number % pluginCount);
    entry.path = u"filters/%1.py"_s.arg(entry.id);
    entry.when = QDateTime::currentDateTimeUtc();
    entry.before = HistoryState{.contentHash = historyHash(content),
                                .name = entry.title,
                                .meta = {{u"description"_s, u"made for a bench"_s}},
                                .version = u"1.%1"_s.arg(number)};
    return entry;
}

/// 100,000 entries, written without waiting for the disk: only what comes after is measured.
bool fill(const QString &folder)
{
    HistoryFile file(folder);
    const QString content = textOf(0);
    if (!file.begin(entryOf(0, content), content)) {
        return false;
    }
    bool ok = false;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"fill"_s);
        database.setDatabaseName(folder + u"/history.sqlite"_s);
        ok =
            database.open() &&
            QSqlQuery(database).exec(
                u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1)"
                " INSERT INTO entry(run, server, space, plugin, title, path, at, change, looked, content, state,"
                " active, global, version, version_id, outcome, message)"
                " SELECT run, server, 0, 'plugin_' || (i % %2), 'Plugin ' || (i % %2), 'filters/' || i || '.py',"
                " at, 'update', 1, content, state, 1, 0, '1.' || i, 'v' || i, 'done', 'Updated. The server has 1.' || i"
                " FROM n, (SELECT * FROM entry LIMIT 1)"_s.arg(entryCount)
                    .arg(pluginCount));
    }
    QSqlDatabase::removeDatabase(u"fill"_s);
    return ok;
}

void expect(bool condition, const char *what)
{
    if (!condition) {
        qFatal("%s", what);
    }
}

/// What storing costs at the least: the compressed text in a file of its own, on disk.
void writePlainly(const QString &path, const QString &content)
{
    QFile file(path);
    expect(file.open(QIODevice::WriteOnly), "the plain file could not be opened");
    const QByteArray packed = qCompress(content.toUtf8());
    expect(file.write(packed) == packed.size() && file.flush(), "the plain file could not be written");
#ifdef Q_OS_UNIX
    expect(fsync(file.handle()) == 0, "the plain file is not on disk");
#endif
}

} // namespace

int main()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"history"_s);
    expect(fill(path), "the history could not be filled");

    // Reading all of the file once is what looking at 100,000 entries costs at the least.
    const auto readPlainly = [&path] {
        QFile file(path + u"/history.sqlite"_s);
        expect(file.open(QIODevice::ReadOnly) && !file.readAll().isEmpty(), "the file could not be read");
    };
    const Medians opened = interleaved(
        [&path] {
            HistoryFile file(path);
            expect(file.entries({.most = 1}).value().size() == 1, "nothing was read");
        },
        readPlainly);
    printRatio(u"Open the history with 100,000 entries and read the newest"_s, opened.first, u"reading its file"_s,
               opened.second, 1);

    HistoryFile file(path);
    const Medians listed = interleaved(
        [&file] {
            const HistoryQuery query{.server = u"https://example.org:443"_s,
                                     .space = PluginSpace::Function,
                                     .id = u"plugin_7"_s,
                                     .most = 100};
            expect(file.entries(query).value().size() == 100, "the plugin's entries were not found");
        },
        readPlainly);
    printRatio(u"List the newest 100 of one plugin"_s, listed.first, u"reading its file"_s, listed.second, 1);

    const Medians searched = interleaved(
        [&file] { expect(file.entries({.words = u"nowhere at all"_s}).value().isEmpty(), "found"); }, readPlainly);
    printRatio(u"Search all for words that none has"_s, searched.first, u"reading its file"_s, searched.second, 20);

    int number = entryCount;
    int plain = 0;
    const Medians stored = interleaved(
        [&] {
            const QString content = textOf(++number);
            expect(file.begin(entryOf(number, content), content).isOk(), "the entry was not stored");
        },
        [&] { writePlainly(folder.filePath(u"plain-%1"_s.arg(++plain)), textOf(number + 1)); });
    printRatio(u"Store an entry with a new text of 42 KB, on disk"_s, stored.first, u"a plain file and fsync"_s,
               stored.second, 3);
    return 0;
}
