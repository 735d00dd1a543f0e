// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QCache>
#include <QSqlQuery>
#include <QString>

namespace owui {

/// The statements of a connection that nobody uses at the moment, by their SQL: preparing one takes longer than
/// running it. To be cleared before the connection is closed.
using IdleStatements = QCache<QString, QSqlQuery>;

/// A prepared statement, to be bound and executed. Once finished or gone it neither holds rows nor locks, and is there
/// for the next one of the same SQL.
class HistoryStatement final : public QSqlQuery
{
    Q_DISABLE_COPY(HistoryStatement)

public:
    HistoryStatement(const QSqlDatabase &database, const QString &sql, IdleStatements &idle);
    HistoryStatement(HistoryStatement &&other) noexcept;
    HistoryStatement &operator=(HistoryStatement &&other) = delete;
    ~HistoryStatement();

    /// Nothing can be asked of it any more.
    void finish();

private:
    QString m_sql;
    IdleStatements *m_idle; ///< null once finished or moved from
};

} // namespace owui
