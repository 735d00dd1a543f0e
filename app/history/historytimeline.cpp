// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "history/historytimeline.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace owui {

namespace {

struct HistoryTimelineTexts
{
    Q_DECLARE_TR_FUNCTIONS(History)
};

/// By the id of a version the entry that made it: the oldest one, since going back makes an old version live again. A
/// version that an entry found there was made by somebody else, also where it is the one that a switch left.
QHash<QString, qsizetype> makers(const QList<HistoryEntry> &entries)
{
    QHash<QString, qsizetype> found;
    QSet<QString> seen{QString()};
    for (qsizetype i = entries.size() - 1; i >= 0; --i) {
        const HistoryEntry &entry = entries.at(i);
        if (entry.before) {
            seen.insert(entry.before->versionId);
        }
        if (entry.change != HistoryChange::Toggle && !seen.contains(entry.after.versionId)) {
            found.insert(entry.after.versionId, i);
        }
        seen.insert(entry.after.versionId);
    }
    return found;
}

bool isLater(const HistoryMoment &left, const HistoryMoment &right)
{
    return left.when() > right.when();
}

/// Adds two lists that each have an order of their own, by time between the two.
void addMerged(QList<HistoryMoment> &all, const QList<HistoryMoment> &ours, const QList<HistoryMoment> &theirs)
{
    std::ranges::merge(ours, theirs, std::back_inserter(all), isLater);
}

/// Going back makes an old version live again, and a switch leaves the one that is: then that is what happened last.
void markNow(QList<HistoryMoment> &all, const QString &liveVersionId)
{
    const auto leftIt = [&liveVersionId](const HistoryMoment &moment) {
        return moment.live || (moment.entry && moment.entry->after.outcome == HistoryOutcome::Done &&
                               moment.entry->after.versionId == liveVersionId);
    };
    const auto last = liveVersionId.isEmpty() ? all.end() : std::ranges::find_if(all, leftIt);
    if (last != all.end()) {
        last->now = true;
    }
}

} // namespace

QDateTime HistoryMoment::when() const
{
    return entry ? entry->when : version ? version->when : QDateTime();
}

QString HistoryMoment::versionFrom() const
{
    return entry && entry->before ? entry->before->version : QString();
}

QString HistoryMoment::versionTo() const
{
    return entry ? entry->after.version : QString();
}

QString HistoryMoment::what() const
{
    if (!entry) {
        return HistoryTimelineTexts::tr("changed on the server");
    }
    // Which way it went is known only where somebody saw it afterwards.
    if (entry->change == HistoryChange::Toggle && entry->after.outcome == HistoryOutcome::Done && entry->after.active) {
        return *entry->after.active ? HistoryTimelineTexts::tr("switched on")
                                    : HistoryTimelineTexts::tr("switched off");
    }
    return historyText(entry->change, entry->after.outcome);
}

bool HistoryMoment::canGoBackBefore() const
{
    return entry && entry->hasWayBack() && entry->after.outcome != HistoryOutcome::NotSent;
}

bool HistoryMoment::canGoTo() const
{
    return version && !live;
}

QList<HistoryMoment> mergeHistory(const QList<HistoryEntry> &entries, const QList<ServerVersion> &versions,
                                  const QString &liveVersionId)
{
    const QHash<QString, qsizetype> madeBy = makers(entries);
    QList<HistoryMoment> ours;
    for (const HistoryEntry &entry : entries) {
        ours.append({.entry = entry, .version = {}, .live = false});
    }
    QList<HistoryMoment> all;
    QList<HistoryMoment> theirs; // since the last version that was made from here
    qsizetype next = 0;          // the first of ours that is not in `all`
    for (const ServerVersion &version : versions) {
        const bool live = version.id == liveVersionId;
        const qsizetype maker = madeBy.value(version.id, -1);
        if (maker < 0) {
            theirs.append({.entry = {}, .version = version, .live = live});
            continue;
        }
        ours[maker].version = version;
        ours[maker].live = live;
        if (maker < next) {
            // Two versions of one second stand in the order of their random ids; the entry is in the list already.
            const auto listed = std::ranges::find_if(all, [&](const HistoryMoment &moment) {
                return moment.entry && moment.entry->number == entries.at(maker).number;
            });
            *listed = ours.at(maker);
            continue;
        }
        // What both know ties the two orders together, so that clocks matter in between only.
        addMerged(all, ours.mid(next, maker - next), theirs);
        all.append(ours.at(maker));
        next = maker + 1;
        theirs.clear();
    }
    addMerged(all, ours.mid(next), theirs);
    markNow(all, liveVersionId);
    return all;
}

} // namespace owui
