// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "history/historydatabase.h"

#include "history/historyentry.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QUuid>

#include <utility>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

struct HistoryDatabaseTexts
{
    Q_DECLARE_TR_FUNCTIONS(History)
};

constexpr int schemaVersion = 1;
constexpr int applicationId = 0x4f575549; // "OWUI"
constexpr int lockPatience = 5'000;       // milliseconds; another program makes or replaces the file

constexpr QFileDevice::Permissions ownerFile = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr QFileDevice::Permissions ownerFolder = ownerFile | QFileDevice::ExeOwner;

// https://sqlite.org/rescode.html, the primary codes
enum SqliteCode {
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    InputOutput = 10,
    Broken = 11,
    Full = 13,
    CannotOpen = 14,
    NotADatabase = 26
};

/// Texts of plugins and what else a server had, each once under its hash; `state` of an entry names one of them too.
/// The index by plugin holds the row's number as its last part, so newest first needs no sorting.
QStringList schema()
{
    return {u"CREATE TABLE content(number INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, packed BLOB NOT NULL)"_s,
            u"CREATE TABLE run(number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, server TEXT NOT NULL,"
            " kind TEXT NOT NULL, takes_back TEXT, started INTEGER NOT NULL, ended INTEGER, release TEXT)"_s,
            u"CREATE TABLE entry(number INTEGER PRIMARY KEY AUTOINCREMENT, run INTEGER NOT NULL REFERENCES run,"
            " server TEXT NOT NULL, space INTEGER NOT NULL, plugin TEXT NOT NULL, title TEXT, path TEXT,"
            " at INTEGER NOT NULL, change TEXT NOT NULL, looked INTEGER NOT NULL,"
            " content INTEGER REFERENCES content, state INTEGER REFERENCES content, kind INTEGER,"
            " active INTEGER, global INTEGER, version TEXT, version_id TEXT,"
            " outcome TEXT NOT NULL, ended INTEGER, after_hash BLOB, after_version TEXT, after_version_id TEXT,"
            " after_active INTEGER, message TEXT)"_s,
            u"CREATE INDEX entry_plugin ON entry(server, space, plugin)"_s,
            u"CREATE INDEX entry_run ON entry(run)"_s,
            u"CREATE INDEX entry_content ON entry(content)"_s,
            u"CREATE INDEX entry_state ON entry(state)"_s,
            u"CREATE INDEX entry_at ON entry(at)"_s,
            u"CREATE INDEX run_server ON run(server)"_s,
            u"CREATE INDEX run_takes_back ON run(takes_back)"_s};
}

/// What Undos have brought back of a run, also where nothing had to be sent for it, so that there is no entry. A file
/// from before this table gets it when it is opened, with what its entries tell.
const QString takenBackTable =
    u"taken_back(run INTEGER NOT NULL REFERENCES run, space INTEGER NOT NULL, plugin TEXT NOT NULL,"
    " PRIMARY KEY(run, space, plugin)) WITHOUT ROWID"_s;

/// Under which ids a file was sent. A file of the history from before this table gets it when it is opened.
const QString sentFileTable = u"sent_file(server TEXT NOT NULL, file TEXT NOT NULL, space INTEGER NOT NULL,"
                              " plugin TEXT NOT NULL, PRIMARY KEY(server, file, space, plugin)) WITHOUT ROWID"_s;

/// Which text of the server was brought into a file last. A file of the history from before this table gets it when it
/// is opened.
const QString pulledTable = u"pulled(server TEXT NOT NULL, file TEXT NOT NULL, space INTEGER NOT NULL,"
                            " plugin TEXT NOT NULL, hash BLOB NOT NULL,"
                            " PRIMARY KEY(server, file, space, plugin)) WITHOUT ROWID"_s;

/// The text that a plugin was last seen to have, so that it is kept though no entry goes back to it: where the server's
/// version tells that it is still the same, it need not be read from there. Goes with the plugin's last entry. A file
/// of the history from before this table gets it when it is opened.
const QString lastTextTable = u"last_text(server TEXT NOT NULL, space INTEGER NOT NULL, plugin TEXT NOT NULL,"
                              " content INTEGER NOT NULL REFERENCES content,"
                              " PRIMARY KEY(server, space, plugin)) WITHOUT ROWID"_s;

int codeOf(const QSqlError &error)
{
    return error.nativeErrorCode().toInt() & 0xff;
}

} // namespace

HistoryDatabase::HistoryDatabase(const QString &folder)
    : m_folder(folder)
    , m_path(QDir(folder).filePath(u"history.sqlite"_s))
    , m_connection(QUuid::createUuid().toString())
{
}

HistoryDatabase::~HistoryDatabase()
{
    close();
}

std::optional<Problem> HistoryDatabase::open()
{
    if (!makeFile()) {
        return m_problem;
    }
    // Where nothing has to be made no lock is needed, and one that a program left behind does not matter.
    const Opened complete = tryOpen(Missing::IsLeft);
    if (complete == Opened::Ok) {
        return {};
    }
    if (isLocked()) {
        return problem(); // that was waiting enough
    }
    // One program at a time looks whether the file must be made. Where the folder is read-only there is nothing to
    // make.
    QLockFile lock(m_path + u".lock"_s);
    if (!lock.tryLock(lockPatience) && lock.error() == QLockFile::LockFailedError) {
        return Problem{HistoryDatabaseTexts::tr("Another program has been busy with the history for too long."),
                       HistoryDatabaseTexts::tr(
                           "Wait a moment, or close the other window, then try again. If there is none, remove %1.")
                           .arg(QDir::toNativeSeparators(lock.fileName()))};
    }
    const Opened opened = tryOpen();
    if (opened == Opened::Broken) {
        return startAnew();
    }
    return opened == Opened::Ok ? std::nullopt : std::optional(problem());
}

bool HistoryDatabase::makeFile()
{
    // Asked again at the end, as for the file: another program may make the folder at the same moment.
    const bool isThere = QFileInfo::exists(m_folder) ||
                         (QDir().mkpath(QFileInfo(m_folder).path()) && QDir().mkdir(m_folder, ownerFolder)) ||
                         QFileInfo::exists(m_folder);
    QFile file(m_path);
    if (isThere &&
        (file.exists() || file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerFile) || file.exists())) {
        return true;
    }
    m_problem = {HistoryDatabaseTexts::tr("The history cannot be kept in %1. %2")
                     .arg(QDir::toNativeSeparators(m_folder), file.errorString()),
                 HistoryDatabaseTexts::tr("Look at the folder's rights and at the room on the disk.")};
    m_error = {};
    return false;
}

HistoryDatabase::Opened HistoryDatabase::tryOpen(Missing missing)
{
    close();
    m_problem = {};
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=10000"_s);
    database.setDatabaseName(m_path);
    if (!database.open()) {
        m_error = database.lastError();
        return foundBroken() ? Opened::Broken : Opened::Failed;
    }
    m_error = {};
    const qint64 version = number(u"PRAGMA user_version"_s);
    const qint64 application = number(u"PRAGMA application_id"_s);
    const qint64 tables = number(u"SELECT count(*) FROM sqlite_schema"_s);
    if (m_error.isValid()) {
        return foundBroken() ? Opened::Broken : Opened::Failed;
    }
    if (application != applicationId && tables > 0) {
        return Opened::Broken;
    }
    if (version > schemaVersion) {
        m_problem = {
            HistoryDatabaseTexts::tr(
                "The history was written by a newer release of this program, so it is not touched."),
            HistoryDatabaseTexts::tr("Use the newer release, or move %1 away.").arg(QDir::toNativeSeparators(m_path))};
        return Opened::Failed;
    }
    const bool isComplete = tables > 0 && hasTable(u"taken_back"_s) && hasRelease() && hasTable(u"sent_file"_s) &&
                            hasTable(u"pulled"_s) && hasTable(u"last_text"_s);
    if (missing == Missing::IsLeft && !isComplete) {
        return Opened::Failed;
    }
    const bool isReady = (tables > 0 || makeSchema()) && exec(u"PRAGMA synchronous = FULL"_s) &&
                         (isComplete || (addTakenBack() && addRelease() && addTable(sentFileTable) &&
                                         addTable(pulledTable) && addTable(lastTextTable)));
    if (!isReady) {
        return foundBroken() ? Opened::Broken : Opened::Failed;
    }
    m_open = true;
    return Opened::Ok;
}

bool HistoryDatabase::makeSchema()
{
    // Both hold for the file from its first page on; the log gives way to a rollback journal where the file system has
    // no shared memory.
    if (!exec(u"PRAGMA auto_vacuum = INCREMENTAL"_s) || !exec(u"PRAGMA journal_mode = WAL"_s)) {
        return false;
    }
    HistoryTransaction transaction(*this);
    if (!transaction.isOpen() || !exec(u"PRAGMA application_id = %1"_s.arg(applicationId)) ||
        !exec(u"PRAGMA user_version = %1"_s.arg(schemaVersion))) {
        return false;
    }
    for (const QString &statement : schema()) {
        if (!exec(statement)) {
            return false;
        }
    }
    return transaction.commit();
}

bool HistoryDatabase::addTakenBack()
{
    if (hasTable(u"taken_back"_s)) {
        return true;
    }
    const QString fill = u"INSERT INTO taken_back SELECT DISTINCT r.number, e.space, e.plugin FROM run u"
                         " JOIN run r ON r.id = u.takes_back JOIN entry e ON e.run = u.number"
                         " WHERE e.outcome = '%1'"_s.arg(nameOf(HistoryOutcome::Done));
    {
        // Both or none: a table that was never filled would offer again what was taken back.
        HistoryTransaction transaction(*this);
        if (transaction.isOpen() && exec(u"CREATE TABLE "_s + takenBackTable) && exec(fill) && transaction.commit()) {
            return true;
        }
    }
    // Where the file cannot be written it is only read, and a table for this time will do.
    return isReadOnly() && exec(u"CREATE TEMP TABLE "_s + takenBackTable) && exec(fill);
}

bool HistoryDatabase::hasRelease()
{
    return number(u"SELECT count(*) FROM pragma_table_info('run') WHERE name = 'release'"_s) > 0;
}

/// A file from before this column gets it; where it cannot be written it is only read, and knows no release.
bool HistoryDatabase::addRelease()
{
    return hasRelease() || exec(u"ALTER TABLE run ADD COLUMN release TEXT"_s) || isReadOnly();
}

bool HistoryDatabase::isReadOnly() const
{
    const int code = codeOf(m_error);
    return code == ReadOnly || code == CannotOpen;
}

bool HistoryDatabase::hasTable(const QString &name)
{
    return number(u"SELECT count(*) FROM sqlite_schema WHERE name = '%1'"_s.arg(name)) > 0;
}

bool HistoryDatabase::addTable(const QString &definition)
{
    if (hasTable(definition.section(u'(', 0, 0)) || exec(u"CREATE TABLE "_s + definition)) {
        return true;
    }
    const bool cannotWrite = isReadOnly() || codeOf(m_error) == Full;
    return cannotWrite && exec(u"CREATE TEMP TABLE "_s + definition);
}

std::optional<Problem> HistoryDatabase::startAnew()
{
    close();
    const QString aside = QDir(m_folder).filePath(
        u"history-broken-%1.sqlite"_s.arg(QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss-zzz"_s)));
    if (!QFile::rename(m_path, aside)) {
        return Problem{HistoryDatabaseTexts::tr("The history %1 is broken, and it could not be moved aside.")
                           .arg(QDir::toNativeSeparators(m_path)),
                       HistoryDatabaseTexts::tr("Move the file away yourself; a new one is then begun.")};
    }
    // The log belongs to the broken file; a new file must not meet it.
    if (QFile::exists(m_path + u"-wal"_s)) {
        QFile::rename(m_path + u"-wal"_s, aside + u"-wal"_s);
    }
    QFile::remove(m_path + u"-shm"_s);
    m_notice =
        Problem{HistoryDatabaseTexts::tr("The history was broken. A new one was begun; what was there is kept as %1.")
                    .arg(QDir::toNativeSeparators(aside)),
                HistoryDatabaseTexts::tr("What was deployed before cannot be taken back from here.")};
    if (!makeFile() || tryOpen() != Opened::Ok) {
        return problem();
    }
    return {};
}

std::optional<Problem> HistoryDatabase::replaceBroken()
{
    QLockFile lock(m_path + u".lock"_s);
    if (!lock.tryLock(lockPatience)) {
        return problem();
    }
    // Another program may have replaced it already: only what is at the path now counts.
    Opened opened = tryOpen();
    if (opened == Opened::Ok) {
        HistoryStatement check = prepared(u"PRAGMA integrity_check(1)"_s);
        const bool sound = exec(check) && check.next() && check.value(0).toString() == u"ok";
        opened = sound ? Opened::Ok : Opened::Broken;
    }
    if (opened == Opened::Broken) {
        return startAnew();
    }
    return opened == Opened::Ok ? std::nullopt : std::optional(problem());
}

void HistoryDatabase::close()
{
    m_open = false;
    m_idle.clear();
    if (QSqlDatabase::contains(m_connection)) {
        QSqlDatabase::database(m_connection, false).close();
        QSqlDatabase::removeDatabase(m_connection);
    }
}

bool HistoryDatabase::exec(const QString &sql)
{
    HistoryStatement query = prepared(sql);
    return exec(query);
}

bool HistoryDatabase::exec(QSqlQuery &query)
{
    if (!query.lastError().isValid() && query.exec()) {
        return true;
    }
    m_error = query.lastError();
    m_problem = {};
    return false;
}

void HistoryDatabase::takeBack()
{
    // Where it fails, SQLite has taken it back already; what failed before is what people must hear of.
    HistoryStatement query = prepared(u"ROLLBACK"_s);
    query.exec();
}

HistoryStatement HistoryDatabase::prepared(const QString &sql)
{
    return {QSqlDatabase::database(m_connection, false), sql, m_idle};
}

qint64 HistoryDatabase::number(const QString &sql)
{
    HistoryStatement query = prepared(sql);
    return exec(query) && query.next() ? query.value(0).toLongLong() : 0;
}

bool HistoryDatabase::foundBroken() const
{
    const int code = codeOf(m_error);
    return m_error.isValid() && (code == Broken || code == NotADatabase);
}

bool HistoryDatabase::isLocked() const
{
    const int code = codeOf(m_error);
    return m_error.isValid() && (code == Busy || code == Locked);
}

Problem HistoryDatabase::problem() const
{
    if (!m_problem.text.isEmpty()) {
        return m_problem;
    }
    const QString place = QDir::toNativeSeparators(m_path);
    switch (codeOf(m_error)) {
    case Busy:
    case Locked:
        return {HistoryDatabaseTexts::tr("Another program has been busy with the history for too long."),
                HistoryDatabaseTexts::tr("Wait a moment, or close the other window, then try again.")};
    case ReadOnly:
    case CannotOpen:
        return {HistoryDatabaseTexts::tr("The history %1 cannot be written.").arg(place),
                HistoryDatabaseTexts::tr("Look at the file's rights.")};
    case Full:
        return {HistoryDatabaseTexts::tr("The disk is full; the history %1 could not be written.").arg(place),
                HistoryDatabaseTexts::tr("Make room on the disk.")};
    case InputOutput:
        return {HistoryDatabaseTexts::tr("The disk refused to read or write the history %1.").arg(place),
                HistoryDatabaseTexts::tr("Look at the room on the disk, and whether it is sound.")};
    case Broken:
    case NotADatabase:
        return {HistoryDatabaseTexts::tr("The history %1 is broken.").arg(place),
                HistoryDatabaseTexts::tr("Move the file away; a new one is then begun.")};
    default:
        return {HistoryDatabaseTexts::tr("The history %1 could not be used. %2").arg(place, m_error.text().trimmed()),
                HistoryDatabaseTexts::tr("Look at the room on the disk and at the file's rights.")};
    }
}

std::optional<Problem> HistoryDatabase::takeNotice()
{
    return std::exchange(m_notice, std::nullopt);
}

HistoryTransaction::HistoryTransaction(HistoryDatabase &database)
    : m_database(database)
    , m_open(database.exec(u"BEGIN IMMEDIATE"_s))
{
}

HistoryTransaction::~HistoryTransaction()
{
    if (m_open) {
        m_database.takeBack();
    }
}

bool HistoryTransaction::commit()
{
    if (!m_open || !m_database.exec(u"COMMIT"_s)) {
        return false;
    }
    m_open = false;
    return true;
}

} // namespace owui
