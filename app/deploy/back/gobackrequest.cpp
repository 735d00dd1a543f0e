// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/back/gobackrequest.h"

#include <QHash>

#include <utility>

namespace owui {

namespace {

/// It was not sent, or refused, and then the server had the very same as before.
bool changedNothing(const HistoryEntry &entry)
{
    if (entry.after.outcome != HistoryOutcome::Failed) {
        return entry.after.outcome == HistoryOutcome::NotSent;
    }
    if (!entry.before) {
        return true; // what is there now is somebody else's, or nobody looked and there is no way back
    }
    return !entry.before->contentHash.isEmpty() && entry.after.contentHash == entry.before->contentHash &&
           entry.after.active.value_or(entry.before->active) == entry.before->active;
}

} // namespace

DeployResult GoBackRequest::subject() const
{
    DeployResult subject;
    subject.path = path;
    subject.title = title.isEmpty() ? id : title;
    subject.kind = space == PluginSpace::Tool ? PluginKind::Tool : PluginKind::Pipe;
    subject.space = space;
    subject.id = id;
    return subject;
}

GoBackRequest GoBackRequest::toBefore(const HistoryEntry &entry)
{
    return {.space = entry.space, .id = entry.id, .title = entry.title, .path = entry.path, .before = entry};
}

GoBackRequest GoBackRequest::toVersion(PluginSpace space, const QString &id, const QString &title,
                                       const QString &versionId)
{
    return {.space = space, .id = id, .title = title, .versionId = versionId};
}

QList<GoBackRequest> undoRequests(const QList<HistoryEntry> &entries)
{
    QList<GoBackRequest> requests;
    QHash<std::pair<PluginSpace, QString>, qsizetype> known;
    for (const HistoryEntry &entry : entries) {
        const std::pair plugin(entry.space, entry.id);
        if (entry.takenBack || changedNothing(entry)) {
            continue;
        }
        const auto found = known.constFind(plugin);
        if (found == known.cend()) {
            known.insert(plugin, requests.size());
            requests.append(GoBackRequest::toBefore(entry));
            // Only where it is known what the run left can a later change by somebody else be told.
            if (entry.after.outcome == HistoryOutcome::Done && !entry.after.contentHash.isEmpty()) {
                requests.last().expectedHash = entry.after.contentHash;
            }
        } else if (entry.looked) {
            requests[*found].before = entry; // an older entry of the same run: what it was before all of it
        }
    }
    for (GoBackRequest &request : requests) {
        // Whether this was created here is not known, so whatever is there goes only where somebody agrees.
        if (request.undoesCreate() && !request.expectedHash) {
            request.expectedHash = QByteArray();
        }
    }
    return requests;
}

} // namespace owui
