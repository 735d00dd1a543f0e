// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "history/historyentry.h"

#include "files/sha256.h"

#include <iterator>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

/// Of a change that was done, in the order of the enumeration.
constexpr const char *doneTexts[] = {QT_TRANSLATE_NOOP("History", "updated"), QT_TRANSLATE_NOOP("History", "created"),
                                     QT_TRANSLATE_NOOP("History", "switched on or off"),
                                     QT_TRANSLATE_NOOP("History", "gone back"),
                                     QT_TRANSLATE_NOOP("History", "deleted")};
static_assert(std::size(doneTexts) == static_cast<size_t>(HistoryChange::Delete) + 1);

} // namespace

template<>
WordTable<HistoryChange> wordsOf()
{
    static constexpr Word<HistoryChange> words[] = {
        {HistoryChange::Update, "update", QT_TRANSLATE_NOOP("History", "update")},
        {HistoryChange::Create, "create", QT_TRANSLATE_NOOP("History", "create")},
        {HistoryChange::Toggle, "toggle", QT_TRANSLATE_NOOP("History", "switch on or off")},
        {HistoryChange::GoBack, "go-back", QT_TRANSLATE_NOOP("History", "go back")},
        {HistoryChange::Delete, "delete", QT_TRANSLATE_NOOP("History", "delete")},
    };
    return {.words = words, .context = "History"};
}

template<>
WordTable<HistoryOutcome> wordsOf()
{
    static constexpr Word<HistoryOutcome> words[] = {
        {HistoryOutcome::Sent, "sent", QT_TRANSLATE_NOOP("History", "%1: sent, outcome unknown")},
        {HistoryOutcome::Done, "done"},
        {HistoryOutcome::Failed, "failed", QT_TRANSLATE_NOOP("History", "%1: failed")},
        {HistoryOutcome::Unknown, "unknown", QT_TRANSLATE_NOOP("History", "%1: outcome unknown")},
        {HistoryOutcome::NotSent, "not-sent", QT_TRANSLATE_NOOP("History", "%1: not sent")},
    };
    return {.words = words, .context = "History"};
}

template<>
WordTable<HistoryRunKind> wordsOf()
{
    static constexpr Word<HistoryRunKind> words[] = {
        {HistoryRunKind::Deploy, "deploy"},
        {HistoryRunKind::Undo, "undo"},
        {HistoryRunKind::GoBack, "go-back"},
        {HistoryRunKind::Other, "other"},
    };
    return {.words = words};
}

HistoryState HistoryState::of(const ServerPlugin &plugin)
{
    HistoryState state{.contentHash = plugin.content ? historyHash(*plugin.content) : QByteArray(),
                       .kind = plugin.kind,
                       .name = plugin.name,
                       .meta = plugin.meta,
                       .active = plugin.active,
                       .global = plugin.global,
                       .shares = {},
                       .version = plugin.version(),
                       .versionId = plugin.versionId,
                       .valves = {}};
    if (plugin.accessControl) {
        state.shares.insert(u"access_control"_s, *plugin.accessControl);
    }
    if (plugin.hasAccessGrants) {
        state.shares.insert(u"access_grants"_s, plugin.accessGrants);
    }
    return state;
}

bool HistoryEntry::mayHaveCreated() const
{
    return looked && !before && after.outcome != HistoryOutcome::Failed && after.outcome != HistoryOutcome::NotSent;
}

bool HistoryEntry::hasWayBack() const
{
    return before ? looked && !before->contentHash.isEmpty() : mayHaveCreated();
}

QByteArray historyHash(const QString &content)
{
    return sha256(content.toUtf8());
}

QString historyText(HistoryChange change, HistoryOutcome outcome)
{
    return outcome == HistoryOutcome::Done
               ? QCoreApplication::translate("History", doneTexts[static_cast<size_t>(change)])
               : textOf(outcome).arg(textOf(change));
}

} // namespace owui
