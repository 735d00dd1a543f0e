// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "history/historystatement.h"

#include <QSqlDatabase>

#include <memory>
#include <utility>

namespace owui {

namespace {

QSqlQuery preparedQuery(const QSqlDatabase &database, const QString &sql, IdleStatements &idle)
{
    if (const std::unique_ptr<QSqlQuery> kept(idle.take(sql)); kept) {
        return std::move(*kept);
    }
    QSqlQuery query(database);
    query.setForwardOnly(true);
    query.prepare(sql); // a failure is kept in the query
    return query;
}

} // namespace

HistoryStatement::HistoryStatement(const QSqlDatabase &database, const QString &sql, IdleStatements &idle)
    : QSqlQuery(preparedQuery(database, sql, idle))
    , m_sql(sql)
    , m_idle(&idle)
{
}

HistoryStatement::HistoryStatement(HistoryStatement &&other) noexcept
    : QSqlQuery(std::move(other))
    , m_sql(std::move(other.m_sql))
    , m_idle(std::exchange(other.m_idle, nullptr))
{
}

HistoryStatement::~HistoryStatement()
{
    finish();
}

void HistoryStatement::finish()
{
    IdleStatements *idle = std::exchange(m_idle, nullptr);
    // One that failed would go on failing, and one that never ran may still have values bound.
    if (idle && isActive()) {
        QSqlQuery::finish();
        idle->insert(m_sql, new QSqlQuery(std::move(*this)));
    }
}

} // namespace owui
