// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "history/historyretention.h"

#include "history/historydatabase.h"

#include <QStringList>
#include <QVariant>

#include <algorithm>
#include <chrono>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace owui {

namespace {

constexpr std::chrono::milliseconds pauseOfPruning = 24h;
constexpr int parts = 20;       // what goes at once where the history is too large: a twentieth of the entries
constexpr int gapsOfAnAge = 12; // so many pauses between changes at least make an entry old

/// The entries that hold the last text of a plugin on a server: what a person would look for in a history.
QString selectLastTexts()
{
    return u"SELECT max(number) FROM entry WHERE content IS NOT NULL GROUP BY server, space, plugin"_s;
}

/// Of several changes of a plugin in one run, as the saves under watch are, those between the first and the last:
/// taking the run back needs none of them.
QString selectStepsBetween()
{
    return u"SELECT e.number FROM entry e JOIN (SELECT run, space, plugin, min(number) AS first, max(number) AS last"
           " FROM entry GROUP BY run, space, plugin HAVING count(*) > 2) s ON s.run = e.run AND s.space = e.space"
           " AND s.plugin = e.plugin WHERE e.number > s.first AND e.number < s.last"_s;
}

} // namespace

QString HistoryRetention::isNeededByNone()
{
    return u"NOT EXISTS (SELECT 1 FROM entry WHERE entry.content = content.number)"
           " AND NOT EXISTS (SELECT 1 FROM entry WHERE entry.state = content.number)"
           " AND number NOT IN (SELECT content FROM last_text)"_s;
}

HistoryRetention::HistoryRetention(HistoryDatabase &database, const HistoryLimits &limits)
    : m_database(database)
    , m_limits(limits)
{
}

void HistoryRetention::setLimits(const HistoryLimits &limits)
{
    m_limits = limits;
    m_sincePruning.invalidate();
}

bool HistoryRetention::prune()
{
    const bool byAge = !m_sincePruning.isValid() || m_sincePruning.hasExpired(pauseOfPruning.count());
    if (byAge) {
        m_sincePruning.start();
    }
    return (!byAge || pruneByAge()) && pruneBySize();
}

bool HistoryRetention::pruneByAge()
{
    const qint64 age = std::chrono::milliseconds(m_limits.age).count();
    // A clock that jumps must not make everything old: an entry is as old as the pauses after it are long, none of
    // which counts for more than a part of the age that is asked for.
    HistoryStatement query = m_database.prepared(u"SELECT number, at FROM entry ORDER BY number DESC"_s);
    if (!m_database.exec(query)) {
        return false;
    }
    qint64 elapsed = 0;
    std::optional<qint64> later;
    qint64 old = 0;
    while (old == 0 && query.next()) {
        const qint64 at = query.value(1).toLongLong();
        elapsed += std::clamp<qint64>(later.value_or(at) - at, 0, age / gapsOfAnAge);
        later = at;
        old = elapsed > age ? query.value(0).toLongLong() : 0;
    }
    query.finish();
    return old == 0 || removeUpTo(old, Sparing::LastTexts);
}

bool HistoryRetention::pruneBySize()
{
    const qint64 page = m_database.number(u"PRAGMA page_size"_s);
    const auto isTooLarge = [this, page] {
        const qint64 pages = m_database.number(u"PRAGMA page_count"_s) - m_database.number(u"PRAGMA freelist_count"_s);
        return page * pages > m_limits.bytes;
    };
    // The last texts go too where all else did not make room enough.
    for (const Sparing sparing : {Sparing::AllButStepsBetween, Sparing::LastTexts, Sparing::Nothing}) {
        const QString mayGo = u" WHERE "_s + whatMayGo(sparing);
        const qint64 least = sparing == Sparing::AllButStepsBetween ? 0 : 1;
        if (sparing == Sparing::Nothing && isTooLarge() && !forgetLastTexts()) {
            return false;
        }
        while (true) {
            if (!isTooLarge()) {
                return true;
            }
            const qint64 count = m_database.number(u"SELECT count(*) FROM entry"_s + mayGo);
            if (count <= least) {
                break;
            }
            HistoryStatement query =
                m_database.prepared(u"SELECT number FROM entry"_s + mayGo + u" ORDER BY number LIMIT 1 OFFSET ?"_s);
            query.addBindValue(count / parts);
            if (!m_database.exec(query) || !query.next()) {
                return false;
            }
            const qint64 last = query.value(0).toLongLong();
            query.finish();
            if (!removeUpTo(last, sparing)) {
                return false;
            }
        }
    }
    return true;
}

/// Of the texts that only spare reading them from the server.
bool HistoryRetention::forgetLastTexts()
{
    HistoryTransaction transaction(m_database);
    return transaction.isOpen() && m_database.exec(u"DELETE FROM last_text"_s) &&
           m_database.exec(u"DELETE FROM content WHERE "_s + isNeededByNone()) && transaction.commit();
}

QString HistoryRetention::whatMayGo(Sparing sparing)
{
    switch (sparing) {
    case Sparing::AllButStepsBetween:
        return u"number IN (%1)"_s.arg(selectStepsBetween());
    case Sparing::LastTexts:
        return u"number NOT IN (%1)"_s.arg(selectLastTexts());
    case Sparing::Nothing:
        break;
    }
    return u"TRUE"_s;
}

bool HistoryRetention::removeUpTo(qint64 number, Sparing sparing)
{
    HistoryTransaction transaction(m_database);
    if (!transaction.isOpen()) {
        return false;
    }
    // Chosen once: what may go changes with what went.
    const QString which = u"number IN (SELECT number FROM going)"_s;
    const QString hasNoEntry = u"NOT EXISTS (SELECT 1 FROM entry e WHERE e.server = %1.server"
                               " AND e.space = %1.space AND e.plugin = %1.plugin)"_s;
    const QStringList statements{
        u"CREATE TEMP TABLE IF NOT EXISTS going(number INTEGER PRIMARY KEY)"_s,
        u"DELETE FROM going"_s,
        u"INSERT INTO going SELECT number FROM entry WHERE number <= %1 AND "_s.arg(number) + whatMayGo(sparing),
        u"CREATE TEMP TABLE IF NOT EXISTS gone(number INTEGER PRIMARY KEY)"_s,
        u"DELETE FROM gone"_s,
        u"INSERT OR IGNORE INTO gone SELECT content FROM entry WHERE content IS NOT NULL AND "_s + which,
        u"INSERT OR IGNORE INTO gone SELECT state FROM entry WHERE state IS NOT NULL AND "_s + which,
        u"DELETE FROM entry WHERE "_s + which,
        u"INSERT OR IGNORE INTO gone SELECT content FROM last_text WHERE "_s + hasNoEntry.arg(u"last_text"_s),
        u"DELETE FROM last_text WHERE "_s + hasNoEntry.arg(u"last_text"_s),
        u"DELETE FROM content WHERE number IN (SELECT number FROM gone) AND "_s + isNeededByNone(),
        u"DELETE FROM sent_file WHERE "_s + hasNoEntry.arg(u"sent_file"_s),
        u"DELETE FROM run WHERE NOT EXISTS (SELECT 1 FROM entry WHERE entry.run = run.number)"_s,
        u"DELETE FROM taken_back WHERE NOT EXISTS (SELECT 1 FROM run WHERE run.number = taken_back.run)"_s};
    for (const QString &statement : statements) {
        if (!m_database.exec(statement)) {
            return false;
        }
    }
    return transaction.commit() && m_database.exec(u"PRAGMA incremental_vacuum"_s);
}

} // namespace owui
