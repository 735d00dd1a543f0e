// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "history/historyrows.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

// In the order of selectEntries().
enum Column {
    Number,
    Run,
    RunKind,
    TakesBack,
    Server,
    Space,
    Id,
    Title,
    Path,
    At,
    Change,
    Looked,
    ContentHash,
    State,
    Kind,
    Active,
    Global,
    Version,
    VersionId,
    Outcome,
    Ended,
    AfterHash,
    AfterVersion,
    AfterVersionId,
    AfterActive,
    Message,
    RunStarted,
    TakenBack
};

PluginSpace spaceIn(const QVariant &value)
{
    return value.toInt() == static_cast<int>(PluginSpace::Tool) ? PluginSpace::Tool : PluginSpace::Function;
}

HistoryState stateOf(const QSqlQuery &row)
{
    const QJsonObject json = QJsonDocument::fromJson(qUncompress(row.value(State).toByteArray())).object();
    HistoryState state{.contentHash = row.value(ContentHash).toByteArray(),
                       .kind = {},
                       .name = json.value("name"_L1).toString(),
                       .meta = json.value("meta"_L1).toObject(),
                       .active = row.value(Active).toBool(),
                       .global = row.value(Global).toBool(),
                       .shares = json.value("shares"_L1).toObject(),
                       .version = row.value(Version).toString(),
                       .versionId = row.value(VersionId).toString(),
                       .valves = {}};
    if (const QVariant kind = row.value(Kind); !kind.isNull() && kind.toInt() <= static_cast<int>(PluginKind::Tool)) {
        state.kind = static_cast<PluginKind>(kind.toInt());
    }
    for (const QJsonValue &valve : json.value("valves"_L1).toArray()) {
        state.valves.append(valve.toString());
    }
    return state;
}

QVariant flag(const std::optional<bool> &value)
{
    return value ? QVariant(*value ? 1 : 0) : QVariant();
}

} // namespace

QString selectTakenBack()
{
    return u"(SELECT 1 FROM taken_back t WHERE t.run = e.run AND t.space = e.space AND t.plugin = e.plugin)"_s;
}

QString selectEntries()
{
    // LEFT joins, so that the entries are walked in their own order.
    return u"SELECT e.number, r.id, r.kind, r.takes_back, e.server, e.space, e.plugin, e.title, e.path, e.at, e.change,"
           " e.looked, c.hash, s.packed, e.kind, e.active, e.global, e.version, e.version_id, e.outcome, e.ended,"
           " e.after_hash, e.after_version, e.after_version_id, e.after_active, e.message, r.started,"
           " EXISTS "_s +
           selectTakenBack() +
           u" "
           " FROM entry e LEFT JOIN run r ON r.number = e.run LEFT JOIN content c ON c.number = e.content"
           " LEFT JOIN content s ON s.number = e.state"_s;
}

HistoryEntry entryOf(const QSqlQuery &row)
{
    HistoryEntry entry{
        .number = row.value(Number).toLongLong(),
        .run = row.value(Run).toString(),
        .runKind = fromName<HistoryRunKind>(row.value(RunKind).toString()).value_or(HistoryRunKind::Other),
        .takesBackRun = row.value(TakesBack).toString(),
        .runStarted = timeOf(row.value(RunStarted)),
        .server = row.value(Server).toString(),
        .space = spaceIn(row.value(Space)),
        .id = row.value(Id).toString(),
        .title = row.value(Title).toString(),
        .path = row.value(Path).toString(),
        .file = {},
        .when = timeOf(row.value(At)),
        .change = fromName<HistoryChange>(row.value(Change).toString()).value_or(HistoryChange::Update),
        .looked = row.value(Looked).toBool(),
        .before = {},
        .after = {.outcome = fromName<HistoryOutcome>(row.value(Outcome).toString()).value_or(HistoryOutcome::Unknown),
                  .when = timeOf(row.value(Ended)),
                  .contentHash = row.value(AfterHash).toByteArray(),
                  .version = row.value(AfterVersion).toString(),
                  .versionId = row.value(AfterVersionId).toString(),
                  .active = {},
                  .message = row.value(Message).toString()},
        .takenBack = row.value(TakenBack).toBool()};
    if (const QVariant active = row.value(AfterActive); !active.isNull()) {
        entry.after.active = active.toBool();
    }
    if (!row.value(State).isNull()) {
        entry.before = stateOf(row);
    }
    return entry;
}

QString selectTextChanges()
{
    return u"SELECT e.space, e.plugin, e.change, e.outcome, e.state IS NOT NULL, c.hash, e.version_id, e.after_hash,"
           " e.after_version_id FROM (SELECT * FROM entry WHERE %1 ORDER BY number DESC LIMIT ?) e"
           " LEFT JOIN content c ON c.number = e.content ORDER BY e.number"_s;
}

TextChange textChangeOf(const QSqlQuery &row)
{
    return {.space = spaceIn(row.value(0)),
            .id = row.value(1).toString(),
            .change = fromName<HistoryChange>(row.value(2).toString()).value_or(HistoryChange::Update),
            .outcome = fromName<HistoryOutcome>(row.value(3).toString()).value_or(HistoryOutcome::Unknown),
            .wasThere = row.value(4).toBool(),
            .hashBefore = row.value(5).toByteArray(),
            .versionBefore = row.value(6).toString(),
            .hashAfter = row.value(7).toByteArray(),
            .versionAfter = row.value(8).toString()};
}

QString insertEntry()
{
    return u"INSERT INTO entry(run, server, space, plugin, title, path, at, change, looked, content, state, kind,"
           " active, global, version, version_id, outcome) VALUES(:run, :server, :space, :plugin, :title, :path, :at,"
           " :change, :looked, :content, :state, :kind, :active, :global, :version, :version_id, :outcome)"_s;
}

void bindEntry(QSqlQuery &query, const HistoryEntry &entry)
{
    query.bindValue(u":server"_s, entry.server);
    query.bindValue(u":space"_s, static_cast<int>(entry.space));
    query.bindValue(u":plugin"_s, entry.id);
    query.bindValue(u":title"_s, entry.title);
    query.bindValue(u":path"_s, entry.path);
    query.bindValue(u":at"_s, msecsOf(entry.when));
    query.bindValue(u":change"_s, nameOf(entry.change));
    query.bindValue(u":looked"_s, entry.looked ? 1 : 0);
    query.bindValue(u":outcome"_s, nameOf(HistoryOutcome::Sent));
    const std::optional<HistoryState> &before = entry.before;
    query.bindValue(u":kind"_s, before && before->kind ? QVariant(static_cast<int>(*before->kind)) : QVariant());
    query.bindValue(u":active"_s, before ? flag(before->active) : QVariant());
    query.bindValue(u":global"_s, before ? flag(before->global) : QVariant());
    query.bindValue(u":version"_s, before ? QVariant(before->version) : QVariant());
    query.bindValue(u":version_id"_s, before ? QVariant(before->versionId) : QVariant());
}

QString updateResult()
{
    return u"UPDATE entry SET outcome = :outcome, ended = :ended, after_hash = :hash, after_version = :version,"
           " after_version_id = :version_id, after_active = :active, message = :message"_s;
}

void bindResult(QSqlQuery &query, const HistoryResult &result)
{
    query.bindValue(u":outcome"_s, nameOf(result.outcome));
    query.bindValue(u":ended"_s, msecsOf(result.when));
    query.bindValue(u":hash"_s, result.contentHash.isEmpty() ? QVariant() : QVariant(result.contentHash));
    query.bindValue(u":version"_s, result.version);
    query.bindValue(u":version_id"_s, result.versionId);
    query.bindValue(u":active"_s, flag(result.active));
    query.bindValue(u":message"_s, result.message);
}

QByteArray stateBytes(const HistoryState &state)
{
    const QJsonObject json{{u"name"_s, state.name},
                           {u"meta"_s, state.meta},
                           {u"shares"_s, state.shares},
                           {u"valves"_s, QJsonArray::fromStringList(state.valves)}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QVariant msecsOf(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
}

QDateTime timeOf(const QVariant &msecs)
{
    return msecs.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(msecs.toLongLong(), Qt::UTC);
}

} // namespace owui
