// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/journal/historyjournal.h"

#include "compare/valves/valvenames.h"
#include "isolated.h"

#include <utility>

namespace owui {

HistoryJournal::HistoryJournal(HistoryStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
}

void HistoryJournal::before(const JournalChange &change, std::function<void(const Result<qint64> &)> stored)
{
    HistoryEntry entry{.run = change.run.id,
                       .runKind = change.run.kind,
                       .takesBackRun = change.run.takesBack,
                       .runStarted = {},
                       .server = change.serverOrigin,
                       .release = change.serverRelease,
                       .space = change.space,
                       .id = change.id,
                       .title = change.title,
                       .path = change.path,
                       .file = change.file,
                       .when = QDateTime::currentDateTimeUtc(),
                       .change = change.change,
                       .looked = change.looked,
                       .before = {},
                       .after = {}};
    std::optional<QString> content;
    if (change.present) {
        entry.before = HistoryState::of(*change.present);
        content = change.present->content;
        if (content) {
            entry.before->valves = valveNames(*content, change.space);
        }
    }
    m_store.begin(entry, content, this, std::move(stored));
}

void HistoryJournal::after(qint64 entry, HistoryOutcome outcome, const std::optional<ServerPlugin> &now,
                           const QString &message)
{
    HistoryResult result{.outcome = outcome,
                         .when = QDateTime::currentDateTimeUtc(),
                         .contentHash = {},
                         .version = {},
                         .versionId = {},
                         .active = {},
                         .message = withoutIsolation(message)};
    if (now) {
        const HistoryState state = HistoryState::of(*now);
        result.contentHash = state.contentHash;
        result.version = state.version;
        result.versionId = state.versionId;
        result.active = now->isOn();
    }
    m_store.end({.number = entry, .result = result, .content = now ? now->content : std::nullopt}, this, orTell());
}

HistoryStore::Handler<bool> HistoryJournal::orTell()
{
    return [this](const Result<bool> &written) {
        if (!written) {
            emit failed(written.error());
        }
    };
}

void HistoryJournal::endRun(const QString &run)
{
    m_store.endRun(run, this, orTell());
}

void HistoryJournal::content(const QByteArray &hash, QObject *context,
                             std::function<void(const Result<QString> &)> done)
{
    m_store.content(hash, context, std::move(done));
}

void HistoryJournal::contents(const QList<QByteArray> &hashes, QObject *context,
                              std::function<void(const QHash<QByteArray, QString> &)> done)
{
    using Texts = QHash<QByteArray, QString>;
    if (hashes.isEmpty()) {
        QMetaObject::invokeMethod(
            context, [done = std::move(done)] { done({}); }, Qt::QueuedConnection);
        return;
    }
    m_store.contents(hashes, context,
                     [done = std::move(done)](const Result<Texts> &texts) { done(texts ? texts.value() : Texts()); });
}

void HistoryJournal::setTakenBack(const QString &run, PluginSpace space, const QString &id)
{
    m_store.setTakenBack(run, space, id, this, orTell());
}

void HistoryJournal::sentTexts(const QString &serverOrigin, std::optional<PluginSpace> space, const QString &id,
                               QObject *context, std::function<void(const SentTexts &)> done)
{
    m_store.sentTexts(serverOrigin, space, id, context, [done = std::move(done)](const Result<SentTexts> &texts) {
        done(texts ? texts.value() : SentTexts());
    });
}

void HistoryJournal::sentIds(const QString &serverOrigin, QObject *context, std::function<void(const SentIds &)> done)
{
    m_store.sentIds(serverOrigin, context,
                    [done = std::move(done)](const Result<SentIds> &ids) { done(ids ? ids.value() : SentIds()); });
}

void HistoryJournal::release(const QString &serverOrigin, QObject *context, std::function<void(const QString &)> done)
{
    m_store.release(serverOrigin, context, [done = std::move(done)](const Result<QString> &release) {
        done(release ? release.value() : QString());
    });
}

} // namespace owui
