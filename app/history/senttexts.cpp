// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "history/senttexts.h"

namespace owui {

namespace {

bool sends(const HistoryEntry &entry)
{
    return entry.change == HistoryChange::Update || entry.change == HistoryChange::Create;
}

void learnVersion(KnownTexts &known, const QString &versionId, const QByteArray &contentHash)
{
    if (!versionId.isEmpty() && !contentHash.isEmpty()) {
        known.versions.insert(versionId, contentHash);
    }
}

/// Told of one entry after the other, the oldest first.
void learn(KnownTexts &known, const HistoryEntry &entry)
{
    const HistoryResult &after = entry.after;
    if (entry.before) {
        learnVersion(known, entry.before->versionId, entry.before->contentHash);
    }
    if (after.outcome == HistoryOutcome::Done) {
        learnVersion(known, after.versionId, after.contentHash);
    }
    if (!sends(entry) || after.outcome == HistoryOutcome::NotSent) {
        return;
    }
    if (known.sent.isEmpty() && entry.before) {
        known.foundFirst = entry.before->contentHash;
    }
    // After a failure the server may have had somebody else's text, and so it may after a switch; going back brings a
    // text that somebody may have written on the server.
    if (after.outcome == HistoryOutcome::Done && !after.contentHash.isEmpty()) {
        known.sent.insert(after.contentHash);
    }
    known.lastIsKnown = after.outcome == HistoryOutcome::Done || after.outcome == HistoryOutcome::Failed;
}

} // namespace

KnownTexts SentTexts::of(PluginSpace space, const QString &id, const QString &file) const
{
    KnownTexts known = plugins.value({space, id});
    known.pulled = pulled.value({file, space, id});
    return known;
}

void readSentTexts(HistoryStore &store, const HistoryQuery &query, QObject *context,
                   std::function<void(const SentTexts &)> done)
{
    const auto readPulled = [&store, server = query.server, id = query.id, context,
                             done = std::move(done)](const SentTexts &sent) {
        store.pulledTexts(server, id, context, [sent, done](const Result<PulledTexts> &pulled) {
            SentTexts texts = sent;
            if (pulled) {
                texts.pulled = pulled.value();
            }
            done(texts);
        });
    };
    store.entries(query, context, [readPulled](const Result<QList<HistoryEntry>> &entries) {
        SentTexts texts;
        if (entries) {
            const QList<HistoryEntry> &all = entries.value();
            for (auto entry = all.crbegin(); entry != all.crend(); ++entry) {
                learn(texts.plugins[{entry->space, entry->id}], *entry);
            }
        }
        readPulled(texts);
    });
}

} // namespace owui
