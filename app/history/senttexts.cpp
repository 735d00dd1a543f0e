// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "history/senttexts.h"

namespace owui {

namespace {

bool sends(const TextChange &change)
{
    return change.change == HistoryChange::Update || change.change == HistoryChange::Create;
}

void learnVersion(KnownTexts &known, const QString &versionId, const QByteArray &contentHash)
{
    if (!versionId.isEmpty() && !contentHash.isEmpty()) {
        known.lastVersion = versionId;
        known.lastText = contentHash;
    }
}

} // namespace

void SentTexts::learn(const TextChange &change)
{
    KnownTexts &known = plugins[{change.space, change.id}];
    const bool isDone = change.outcome == HistoryOutcome::Done;
    learnVersion(known, change.versionBefore, change.hashBefore);
    if (isDone) {
        learnVersion(known, change.versionAfter, change.hashAfter);
    }
    if (!sends(change) || change.outcome == HistoryOutcome::NotSent) {
        return;
    }
    if (known.sent.isEmpty() && change.wasThere) {
        known.foundFirst = change.hashBefore;
    }
    // After a failure the server may have had somebody else's text, and so it may after a switch; going back brings a
    // text that somebody may have written on the server.
    if (isDone && !change.hashAfter.isEmpty()) {
        known.sent.insert(change.hashAfter);
    }
    known.lastIsKnown = isDone || change.outcome == HistoryOutcome::Failed;
}

KnownTexts SentTexts::of(PluginSpace space, const QString &id, const QString &file) const
{
    KnownTexts known = plugins.value({space, id});
    known.pulled = pulled.value({file, space, id});
    return known;
}

} // namespace owui
