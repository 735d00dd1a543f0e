// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "history/historyfile.h"

#include "files/sha256.h"
#include "history/historyrows.h"
#include "history/historystore.h"

#include <QCoreApplication>
#include <QStringDecoder>
#include <QVariant>

#include <utility>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

struct HistoryFileTexts
{
    Q_DECLARE_TR_FUNCTIONS(History)
};

constexpr int mostEntries = 20'000; // some for each of a folder's plugins
constexpr int mostOfOne = 500;

/// With the byte order mark that a text may begin with, which QString::fromUtf8() leaves out.
QString decoded(const QByteArray &utf8)
{
    return QStringDecoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom)(utf8);
}

/// A pattern for LIKE … ESCAPE '\' that finds `word` anywhere.
QString patternOf(QString word)
{
    word.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return u'%' + word + u'%';
}

QString searchCondition(int index)
{
    QStringList conditions;
    for (const QString &column : {u"plugin"_s, u"title"_s, u"path"_s, u"version"_s, u"after_version"_s, u"message"_s}) {
        conditions.append(u"e.%1 LIKE :word%2 ESCAPE '\\'"_s.arg(column, QString::number(index)));
    }
    return u'(' + conditions.join(u" OR "_s) + u')';
}

} // namespace

HistoryFile::HistoryFile(const QString &folder, const HistoryLimits &limits)
    : m_database(folder)
    , m_retention(m_database, limits)
{
}

/// `work` gives nothing where a statement failed, or where it set m_missing.
template<typename T>
Result<T> HistoryFile::guarded(const std::function<std::optional<T>()> &work)
{
    if (!m_database.isOpen()) {
        if (const std::optional<Problem> problem = m_database.open()) {
            return *problem;
        }
    }
    m_missing = {};
    if (std::optional<T> value = work()) {
        return *std::move(value);
    }
    if (m_missing.text.isEmpty() && m_database.foundBroken()) {
        if (const std::optional<Problem> problem = m_database.replaceBroken()) {
            return *problem;
        }
        if (std::optional<T> value = work()) {
            return *std::move(value);
        }
    }
    return m_missing.text.isEmpty() ? m_database.problem() : m_missing;
}

Result<qint64> HistoryFile::begin(const HistoryEntry &entry, const std::optional<QString> &content)
{
    const QByteArray utf8 = content ? content->toUtf8() : QByteArray();
    Result<qint64> number = guarded<qint64>([&] { return insert(entry, utf8); });
    if (number && !m_retention.prune()) {
        m_notice = m_database.problem(); // the entry is stored; only the tidying failed
    }
    return number;
}

std::optional<qint64> HistoryFile::insert(const HistoryEntry &entry, const QByteArray &utf8)
{
    HistoryTransaction transaction(m_database);
    if (!transaction.isOpen()) {
        return {};
    }
    const std::optional<qint64> run = runNumber(entry);
    QVariant content;
    QVariant state;
    if (run && entry.before) {
        const bool hasText = !entry.before->contentHash.isEmpty();
        const std::optional<qint64> text = hasText ? contentNumber(utf8) : std::optional<qint64>(0);
        const std::optional<qint64> rest = contentNumber(stateBytes(*entry.before));
        if (!text || !rest) {
            return {};
        }
        content = hasText ? QVariant(*text) : QVariant();
        state = *rest;
    }
    if (!run) {
        return {};
    }
    HistoryStatement query = m_database.prepared(insertEntry());
    bindEntry(query, entry);
    query.bindValue(u":run"_s, *run);
    query.bindValue(u":content"_s, content);
    query.bindValue(u":state"_s, state);
    if (!m_database.exec(query)) {
        return {};
    }
    const qint64 number = query.lastInsertId().toLongLong();
    query.finish();
    return noteFile(entry) && transaction.commit() ? std::optional(number) : std::nullopt;
}

bool HistoryFile::noteFile(const HistoryEntry &entry)
{
    if (entry.file.isEmpty()) {
        return true;
    }
    return exec(u"INSERT OR IGNORE INTO sent_file VALUES(?, ?, ?, ?)"_s,
                {entry.server, entry.file, static_cast<int>(entry.space), entry.id});
}

std::optional<qint64> HistoryFile::runNumber(const HistoryEntry &entry)
{
    HistoryStatement insert =
        m_database.prepared(u"INSERT OR IGNORE INTO run(id, server, kind, takes_back, started, release)"
                            " VALUES(?, ?, ?, ?, ?, ?)"_s);
    insert.addBindValue(entry.run);
    insert.addBindValue(entry.server);
    insert.addBindValue(nameOf(entry.runKind));
    insert.addBindValue(entry.takesBackRun.isEmpty() ? QVariant() : QVariant(entry.takesBackRun));
    insert.addBindValue(msecsOf(entry.when));
    insert.addBindValue(entry.release.isEmpty() ? QVariant() : QVariant(entry.release));
    HistoryStatement find = bound(u"SELECT number FROM run WHERE id = ?"_s, {entry.run});
    if (!m_database.exec(insert) || !m_database.exec(find) || !find.next()) {
        return {};
    }
    return find.value(0).toLongLong();
}

/// Keeps bytes once, under their hash.
std::optional<qint64> HistoryFile::contentNumber(const QByteArray &bytes)
{
    const QByteArray hash = sha256(bytes);
    HistoryStatement find = bound(u"SELECT number FROM content WHERE hash = ?"_s, {hash});
    if (!m_database.exec(find)) {
        return {};
    }
    if (find.next()) {
        return find.value(0).toLongLong();
    }
    HistoryStatement insert = m_database.prepared(u"INSERT INTO content(hash, packed) VALUES(?, ?)"_s);
    insert.addBindValue(hash);
    insert.addBindValue(qCompress(bytes));
    return m_database.exec(insert) ? std::optional(insert.lastInsertId().toLongLong()) : std::nullopt;
}

Result<QList<std::optional<Problem>>> HistoryFile::end(const QList<HistoryEnd> &ends)
{
    return guarded<Problems>([&]() -> std::optional<Problems> {
        const std::optional<Problems> written = writeEnds(ends, true);
        // What came of a change matters more than a text, for which there may be no room. A lock was waited for.
        return written || m_database.isLocked() ? written : writeEnds(ends, false);
    });
}

std::optional<HistoryFile::Problems> HistoryFile::writeEnds(const QList<HistoryEnd> &ends, bool keepsTexts)
{
    HistoryTransaction transaction(m_database);
    if (!transaction.isOpen()) {
        return {};
    }
    Problems problems(ends.size());
    for (qsizetype i = 0; i < ends.size(); ++i) {
        const HistoryEnd &end = ends.at(i);
        if (!endOne(end, problems[i])) {
            return {};
        }
        // Only a version tells later that the server still has the text.
        const bool isKept = keepsTexts && !problems.at(i) && end.content && !end.result.versionId.isEmpty();
        if (isKept && !keepLastText(end.number, end.content->toUtf8())) {
            return {};
        }
    }
    return transaction.commit() ? std::optional(problems) : std::nullopt;
}

bool HistoryFile::endOne(const HistoryEnd &end, std::optional<Problem> &problem)
{
    HistoryStatement query = m_database.prepared(updateResult() + u" WHERE number = :number"_s);
    bindResult(query, end.result);
    query.bindValue(u":number"_s, end.number);
    if (!m_database.exec(query)) {
        return false;
    }
    if (query.numRowsAffected() == 0) {
        problem = Problem{HistoryFileTexts::tr("The history has no entry %1 any more.").arg(end.number), {}};
    }
    return true;
}

bool HistoryFile::keepLastText(qint64 entry, const QByteArray &utf8)
{
    const std::optional<qint64> text = contentNumber(utf8);
    HistoryStatement find = bound(u"SELECT l.content FROM entry e JOIN last_text l ON l.server = e.server"
                                  " AND l.space = e.space AND l.plugin = e.plugin WHERE e.number = ?"_s,
                                  {entry});
    if (!text || !m_database.exec(find)) {
        return false;
    }
    const qint64 former = find.next() ? find.value(0).toLongLong() : *text;
    find.finish();
    return exec(u"INSERT OR REPLACE INTO last_text SELECT server, space, plugin, ? FROM entry WHERE number = ?"_s,
                {*text, entry}) &&
           (former == *text ||
            exec(u"DELETE FROM content WHERE number = ? AND "_s + HistoryRetention::isNeededByNone(), {former}));
}

HistoryStatement HistoryFile::bound(const QString &statement, const QVariantList &values)
{
    HistoryStatement query = m_database.prepared(statement);
    for (const QVariant &value : values) {
        query.addBindValue(value);
    }
    return query;
}

bool HistoryFile::exec(const QString &statement, const QVariantList &values)
{
    HistoryStatement query = bound(statement, values);
    return m_database.exec(query);
}

Result<bool> HistoryFile::write(const QString &statement, const QVariantList &values)
{
    return guarded<bool>([&] { return exec(statement, values) ? std::optional(true) : std::nullopt; });
}

Result<bool> HistoryFile::endRun(const QString &run, const QDateTime &when)
{
    return write(u"UPDATE run SET ended = ? WHERE id = ?"_s, {msecsOf(when), run});
}

Result<bool> HistoryFile::setTakenBack(const QString &run, PluginSpace space, const QString &id)
{
    return write(u"INSERT OR IGNORE INTO taken_back(run, space, plugin) SELECT number, ?, ? FROM run WHERE id = ?"_s,
                 {static_cast<int>(space), id, run});
}

Result<QList<HistoryEntry>> HistoryFile::entries(const HistoryQuery &wanted)
{
    const QStringList words = wanted.words.split(u' ', Qt::SkipEmptyParts);
    QStringList conditions;
    const auto demand = [&conditions](bool isDemanded, const QString &condition) {
        if (isDemanded) {
            conditions.append(condition);
        }
    };
    demand(!wanted.server.isEmpty(), u"e.server = :server"_s);
    demand(wanted.space.has_value(), u"e.space = :space"_s);
    // Without a space the index still serves both of its values.
    demand(!wanted.space && !wanted.id.isEmpty(), u"e.space IN (0, 1)"_s);
    demand(!wanted.id.isEmpty(), u"e.plugin = :plugin"_s);
    demand(!wanted.run.isEmpty(), u"e.run = (SELECT number FROM run WHERE id = :run)"_s);
    demand(wanted.before > 0, u"e.number < :before"_s);
    for (int i = 0; i < words.size(); ++i) {
        conditions.append(searchCondition(i));
    }
    const QString where = conditions.isEmpty() ? QString() : u" WHERE "_s + conditions.join(u" AND "_s);
    return guarded<QList<HistoryEntry>>([&]() -> std::optional<QList<HistoryEntry>> {
        HistoryStatement query =
            m_database.prepared(selectEntries() + where + u" ORDER BY e.number DESC LIMIT :most"_s);
        const auto bind = [&query](bool isDemanded, const QString &name, const QVariant &value) {
            if (isDemanded) {
                query.bindValue(name, value);
            }
        };
        bind(!wanted.server.isEmpty(), u":server"_s, wanted.server);
        bind(wanted.space.has_value(), u":space"_s, static_cast<int>(wanted.space.value_or(PluginSpace::Function)));
        bind(!wanted.id.isEmpty(), u":plugin"_s, wanted.id);
        bind(!wanted.run.isEmpty(), u":run"_s, wanted.run);
        bind(wanted.before > 0, u":before"_s, wanted.before);
        for (int i = 0; i < words.size(); ++i) {
            query.bindValue(u":word%1"_s.arg(i), patternOf(words.at(i)));
        }
        query.bindValue(u":most"_s, wanted.most);
        if (!m_database.exec(query)) {
            return {};
        }
        QList<HistoryEntry> found;
        while (query.next()) {
            found.append(entryOf(query));
        }
        return found;
    });
}

Result<HistoryEntry> HistoryFile::entry(qint64 number)
{
    return guarded<HistoryEntry>([&]() -> std::optional<HistoryEntry> {
        HistoryStatement query = bound(selectEntries() + u" WHERE e.number = ?"_s, {number});
        if (!m_database.exec(query)) {
            return {};
        }
        if (!query.next()) {
            m_missing = {HistoryFileTexts::tr("The history has no entry %1.").arg(number),
                         HistoryFileTexts::tr("Look at the list; old entries are removed in time.")};
            return {};
        }
        return entryOf(query);
    });
}

Result<QString> HistoryFile::release(const QString &server)
{
    return guarded<QString>([&]() -> std::optional<QString> {
        HistoryStatement query = bound(u"SELECT release FROM run WHERE server = ? AND release IS NOT NULL"
                                       " ORDER BY number DESC LIMIT 1"_s,
                                       {server});
        if (!m_database.exec(query)) {
            return {};
        }
        return query.next() ? query.value(0).toString() : QString(u""_s);
    });
}

Result<SentIds> HistoryFile::sentIds(const QString &server)
{
    return guarded<SentIds>([&]() -> std::optional<SentIds> {
        HistoryStatement query = bound(u"SELECT file, space, plugin FROM sent_file WHERE server = ?"_s, {server});
        if (!m_database.exec(query)) {
            return {};
        }
        SentIds found;
        while (query.next()) {
            const auto space = static_cast<PluginSpace>(query.value(1).toInt());
            found[{query.value(0).toString(), space}].append(query.value(2).toString());
        }
        return found;
    });
}

Result<bool> HistoryFile::setPulled(const QString &server, const PulledPlugin &plugin, const QByteArray &hash)
{
    return write(u"INSERT OR REPLACE INTO pulled(server, file, space, plugin, hash) VALUES(?, ?, ?, ?, ?)"_s,
                 {server, plugin.file, static_cast<int>(plugin.space), plugin.id, hash});
}

Result<SentTexts> HistoryFile::sentTexts(const QString &server, std::optional<PluginSpace> space, const QString &id)
{
    const QString condition = space ? u"server = ? AND space = ? AND plugin = ?"_s : u"server = ?"_s;
    const QVariantList values = space ? QVariantList{server, static_cast<int>(*space), id} : QVariantList{server};
    return guarded<SentTexts>([&]() -> std::optional<SentTexts> {
        SentTexts texts;
        const bool learnt = learnTexts(texts, condition, values + QVariantList{space ? mostOfOne : mostEntries}) &&
                            learnPulled(texts, condition, values);
        return learnt ? std::optional(texts) : std::nullopt;
    });
}

bool HistoryFile::learnTexts(SentTexts &texts, const QString &condition, const QVariantList &values)
{
    HistoryStatement query = bound(selectTextChanges().arg(condition), values);
    if (!m_database.exec(query)) {
        return false;
    }
    while (query.next()) {
        texts.learn(textChangeOf(query));
    }
    return true;
}

bool HistoryFile::learnPulled(SentTexts &texts, const QString &condition, const QVariantList &values)
{
    HistoryStatement query = bound(u"SELECT file, space, plugin, hash FROM pulled WHERE "_s + condition, values);
    if (!m_database.exec(query)) {
        return false;
    }
    while (query.next()) {
        const PulledPlugin plugin{.file = query.value(0).toString(),
                                  .space = static_cast<PluginSpace>(query.value(1).toInt()),
                                  .id = query.value(2).toString()};
        texts.pulled.insert(plugin, query.value(3).toByteArray());
    }
    return true;
}

Result<QList<HistoryRun>> HistoryFile::runs(const QString &server, int most)
{
    return guarded<QList<HistoryRun>>([&]() -> std::optional<QList<HistoryRun>> {
        HistoryStatement query = m_database.prepared(
            u"SELECT r.id, r.server, r.kind, r.takes_back, r.started, r.ended,"
            " (SELECT count(*) FROM entry e WHERE e.run = r.number),"
            " EXISTS (SELECT 1 FROM taken_back t WHERE t.run = r.number) AND NOT EXISTS (SELECT 1 FROM entry e"
            " WHERE e.run = r.number AND e.outcome <> '%1' AND NOT EXISTS %2) FROM run r"_s.arg(
                nameOf(HistoryOutcome::NotSent), selectTakenBack()) +
            (server.isEmpty() ? QString() : u" WHERE r.server = :server"_s) +
            // A series of saves goes on while other runs come and go.
            u" ORDER BY (SELECT max(number) FROM entry e WHERE e.run = r.number) DESC LIMIT :most"_s);
        if (!server.isEmpty()) {
            query.bindValue(u":server"_s, server);
        }
        query.bindValue(u":most"_s, most);
        if (!m_database.exec(query)) {
            return {};
        }
        QList<HistoryRun> found;
        while (query.next()) {
            found.append({.id = query.value(0).toString(),
                          .server = query.value(1).toString(),
                          .kind = fromName<HistoryRunKind>(query.value(2).toString()).value_or(HistoryRunKind::Other),
                          .takesBack = query.value(3).toString(),
                          .started = timeOf(query.value(4)),
                          .ended = timeOf(query.value(5)),
                          .entries = query.value(6).toInt(),
                          .takenBack = query.value(7).toBool()});
        }
        return found;
    });
}

Result<QString> HistoryFile::content(const QByteArray &hash)
{
    return guarded<QString>([&]() -> std::optional<QString> {
        const std::optional<Contents> found = readContents({hash});
        if (!found) {
            return {};
        }
        if (found->isEmpty()) {
            m_missing = {HistoryFileTexts::tr("The history does not have this text any more."),
                         HistoryFileTexts::tr("Choose another entry; old ones are removed in time.")};
            return {};
        }
        return found->value(hash);
    });
}

Result<QHash<QByteArray, QString>> HistoryFile::contents(const QList<QByteArray> &hashes)
{
    return guarded<Contents>([&] { return readContents(hashes); });
}

std::optional<HistoryFile::Contents> HistoryFile::readContents(const QList<QByteArray> &hashes)
{
    Contents found;
    for (const QByteArray &hash : hashes) {
        HistoryStatement query = bound(u"SELECT packed FROM content WHERE hash = ?"_s, {hash});
        if (!m_database.exec(query)) {
            return {};
        }
        const QByteArray bytes = query.next() ? qUncompress(query.value(0).toByteArray()) : QByteArray();
        // The text is only believed where it is what was stored.
        if (sha256(bytes) == hash) {
            found.insert(hash, decoded(bytes));
        }
    }
    return found;
}

std::optional<Problem> HistoryFile::takeNotice()
{
    std::optional<Problem> notice = m_database.takeNotice();
    return notice ? notice : std::exchange(m_notice, std::nullopt);
}

} // namespace owui
