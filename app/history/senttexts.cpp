// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "history/senttexts.h"

namespace owui {

void readSentTexts(HistoryStore &store, const HistoryQuery &query, QObject *context,
                   std::function<void(const SentTexts &)> done)
{
    store.entries(query, context, [done = std::move(done)](const Result<QList<HistoryEntry>> &entries) {
        SentTexts texts;
        if (entries) {
            for (const HistoryEntry &entry : entries.value()) {
                // After a failure the server may have had somebody else's text, and so it may after a switch; going
                // back brings a text that somebody may have written on the server.
                const bool sends = entry.change == HistoryChange::Update || entry.change == HistoryChange::Create;
                if (sends && entry.after.outcome == HistoryOutcome::Done && !entry.after.contentHash.isEmpty()) {
                    texts[{entry.space, entry.id}].insert(entry.after.contentHash);
                }
            }
        }
        done(texts);
    });
}

} // namespace owui
