// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "history/historystatement.h"

#include <QSet>
#include <QSqlDatabase>
#include <QSqlError>
#include <QTest>

#include <utility>

using namespace Qt::StringLiterals;
using namespace owui;

/// Prepared statements that are used again.
class TestHistoryStatement final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void isUsedAgain();
    void holdsNothingOnceGone();
    void movesOn();
    void isUsedByOneAtATime();
    void failedIsNotUsedAgain();
    void boundIsNotUsedAgain();

private:
    [[nodiscard]] HistoryStatement statement(const QString &sql) { return {m_database, sql, m_idle}; }
    void run(const QString &sql)
    {
        HistoryStatement query = statement(sql);
        QVERIFY2(query.exec(), qUtf8Printable(query.lastError().text()));
    }

    QSqlDatabase m_database;
    IdleStatements m_idle;
    const QString m_insert = u"INSERT INTO plugin(id, size) VALUES(?, ?)"_s;
    const QString m_select = u"SELECT size FROM plugin WHERE id >= ? ORDER BY id"_s;
};

void TestHistoryStatement::init()
{
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"statements"_s);
    m_database.setDatabaseName(u":memory:"_s);
    QVERIFY(m_database.open());
    run(u"CREATE TABLE plugin(id TEXT PRIMARY KEY, size INTEGER)"_s);
    for (const auto &[id, size] : {std::pair(u"a"_s, 1), std::pair(u"b"_s, 2), std::pair(u"c"_s, 3)}) {
        HistoryStatement insert = statement(m_insert);
        insert.addBindValue(id);
        insert.addBindValue(size);
        QVERIFY(insert.exec());
    }
}

void TestHistoryStatement::cleanup()
{
    m_idle.clear();
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(u"statements"_s);
}

void TestHistoryStatement::isUsedAgain()
{
    QVERIFY(m_idle.contains(m_insert));
    QSet<const QSqlResult *> used;
    for (const auto &[id, size] : {std::pair(u"b"_s, 2), std::pair(u"c"_s, 3)}) {
        HistoryStatement query = statement(m_select);
        QVERIFY(!m_idle.contains(m_select));
        used.insert(query.result());
        query.addBindValue(id);
        QVERIFY(query.exec());
        QVERIFY(query.next());
        QCOMPARE(query.value(0).toInt(), size);
    }
    QVERIFY(m_idle.contains(m_select));
    QCOMPARE(used.size(), 1);
}

void TestHistoryStatement::holdsNothingOnceGone()
{
    // SQLite drops no table of which a statement still reads rows.
    {
        HistoryStatement query = statement(m_select);
        query.addBindValue(u"a"_s);
        QVERIFY(query.exec());
        QVERIFY(query.next());
        QVERIFY(!statement(u"DROP TABLE plugin"_s).exec());
        query.finish();
        QVERIFY(m_idle.contains(m_select));
        run(u"CREATE TABLE other(id TEXT)"_s);
    }
    run(u"DROP TABLE plugin"_s);
}

void TestHistoryStatement::movesOn()
{
    {
        HistoryStatement query = statement(m_select);
        query.addBindValue(u"b"_s);
        HistoryStatement other = std::move(query);
        QVERIFY(other.exec());
        QVERIFY(other.next());
        QCOMPARE(other.value(0).toInt(), 2);
    }
    QVERIFY(m_idle.contains(m_select));
}

void TestHistoryStatement::isUsedByOneAtATime()
{
    HistoryStatement outer = statement(m_select);
    outer.addBindValue(u"a"_s);
    QVERIFY(outer.exec());
    QList<int> sizes;
    while (outer.next()) {
        HistoryStatement inner = statement(m_select);
        inner.addBindValue(u"c"_s);
        QVERIFY(inner.exec() && inner.next());
        sizes << outer.value(0).toInt() << inner.value(0).toInt();
    }
    QCOMPARE(sizes, QList<int>({1, 3, 2, 3, 3, 3}));
}

void TestHistoryStatement::failedIsNotUsedAgain()
{
    {
        HistoryStatement wrong = statement(u"SELECT nothing FROM nowhere"_s);
        QVERIFY(!wrong.exec());
        HistoryStatement twice = statement(m_insert);
        twice.addBindValue(u"a"_s);
        twice.addBindValue(9);
        QVERIFY(!twice.exec());
    }
    QVERIFY(!m_idle.contains(u"SELECT nothing FROM nowhere"_s));
    QVERIFY(!m_idle.contains(m_insert));
    HistoryStatement insert = statement(m_insert);
    insert.addBindValue(u"d"_s);
    insert.addBindValue(4);
    QVERIFY(insert.exec());
}

void TestHistoryStatement::boundIsNotUsedAgain()
{
    statement(m_select).addBindValue(u"a"_s);
    HistoryStatement query = statement(m_select);
    query.addBindValue(u"c"_s);
    QVERIFY(query.exec());
    QVERIFY(query.next());
    QCOMPARE(query.value(0).toInt(), 3);
}

QTEST_GUILESS_MAIN(TestHistoryStatement)

#include "tst_historystatement.moc"
