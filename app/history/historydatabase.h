// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "history/historystatement.h"
#include "result.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QString>

#include <optional>

namespace owui {

/// The history's SQLite file: opens or makes it, keeps broken ones aside, tells what a failure means. Write-ahead log,
/// so that one program reads while another writes; synchronous, so that a commit is on disk. Belongs to one thread.
class HistoryDatabase final
{
    Q_DISABLE_COPY_MOVE(HistoryDatabase)

public:
    explicit HistoryDatabase(const QString &folder);
    ~HistoryDatabase();

    [[nodiscard]] bool isOpen() const { return m_open; }
    /// Opens the file, makes it where there is none, and keeps a broken one aside. The problem where that fails; the
    /// next call tries again.
    [[nodiscard]] std::optional<Problem> open();

    [[nodiscard]] bool exec(const QString &sql);
    [[nodiscard]] bool exec(QSqlQuery &query);
    /// Ends a transaction that was not committed; a failure before it stays the last one.
    void takeBack();
    /// To be bound and given to `exec`, where a mistake in it shows too.
    [[nodiscard]] HistoryStatement prepared(const QString &sql);
    /// The one number that the statement gives; 0 where it fails.
    [[nodiscard]] qint64 number(const QString &sql);

    /// Of the last statement that failed.
    [[nodiscard]] Problem problem() const;
    [[nodiscard]] bool foundBroken() const;
    /// It waited for another program for as long as it may.
    [[nodiscard]] bool isLocked() const;
    /// After `foundBroken`: looks whether the file as a whole is broken, keeps it aside if it is, and opens it or a new
    /// one.
    [[nodiscard]] std::optional<Problem> replaceBroken();
    /// What happened to the file itself and was not told yet.
    [[nodiscard]] std::optional<Problem> takeNotice();

private:
    enum class Opened { Ok, Broken, Failed };

    [[nodiscard]] bool makeFile();
    /// What to do where tables are missing.
    enum class Missing { IsMade, IsLeft };
    [[nodiscard]] Opened tryOpen(Missing missing = Missing::IsMade);
    [[nodiscard]] bool makeSchema();
    [[nodiscard]] bool hasTable(const QString &name);
    /// `definition`: its name and columns. Where the file cannot be written, an empty table for this time will do.
    [[nodiscard]] bool addTable(const QString &definition);
    [[nodiscard]] bool addTakenBack();
    [[nodiscard]] bool hasRelease();
    /// The last statement failed because the file can only be read.
    [[nodiscard]] bool isReadOnly() const;
    [[nodiscard]] bool addRelease();
    [[nodiscard]] std::optional<Problem> startAnew();
    void close();

    QString m_folder;
    QString m_path;
    QString m_connection; ///< Qt's name for it
    IdleStatements m_idle;
    bool m_open = false;
    QSqlError m_error;
    Problem m_problem; ///< of a failure that is not SQLite's
    std::optional<Problem> m_notice;
};

/// A transaction that is taken back unless it was committed.
class HistoryTransaction final
{
    Q_DISABLE_COPY_MOVE(HistoryTransaction)

public:
    /// Takes the lock for writing at once, so that two programs never wait for each other.
    explicit HistoryTransaction(HistoryDatabase &database);
    ~HistoryTransaction();

    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] bool commit();

private:
    HistoryDatabase &m_database;
    bool m_open;
};

} // namespace owui
