// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <optional>

namespace owui::test {

/// On the history's file in a folder, past the code under test: the first value of the answer, or 0. None where it
/// fails.
inline std::optional<qint64> sql(const QString &folder, const QString &statement)
{
    const QString name = QStringLiteral("test");
    std::optional<qint64> value;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(folder + QStringLiteral("/history.sqlite"));
        database.open();
        QSqlQuery query(database);
        if (query.exec(statement)) {
            value = query.next() ? query.value(0).toLongLong() : 0;
        }
    }
    QSqlDatabase::removeDatabase(name);
    return value;
}

/// Another one for every number, and hard to pack.
inline QString longText(int number)
{
    constexpr int words = 3'000;
    QString text;
    for (int i = 0; i < words; ++i) {
        text += QString::number(qint64(number * words + i) * 104'729, 36);
    }
    return text;
}

} // namespace owui::test
