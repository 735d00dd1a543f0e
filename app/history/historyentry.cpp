// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "history/historyentry.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(History)
};

template<typename T>
using Name = std::pair<T, QLatin1String>;

constexpr std::array changeNames{
    Name<HistoryChange>{HistoryChange::Update, "update"_L1}, Name<HistoryChange>{HistoryChange::Create, "create"_L1},
    Name<HistoryChange>{HistoryChange::Toggle, "toggle"_L1}, Name<HistoryChange>{HistoryChange::GoBack, "go-back"_L1},
    Name<HistoryChange>{HistoryChange::Delete, "delete"_L1}};

constexpr std::array outcomeNames{Name<HistoryOutcome>{HistoryOutcome::Sent, "sent"_L1},
                                  Name<HistoryOutcome>{HistoryOutcome::Done, "done"_L1},
                                  Name<HistoryOutcome>{HistoryOutcome::Failed, "failed"_L1},
                                  Name<HistoryOutcome>{HistoryOutcome::Unknown, "unknown"_L1},
                                  Name<HistoryOutcome>{HistoryOutcome::NotSent, "not-sent"_L1}};

constexpr std::array runKindNames{Name<HistoryRunKind>{HistoryRunKind::Deploy, "deploy"_L1},
                                  Name<HistoryRunKind>{HistoryRunKind::Undo, "undo"_L1},
                                  Name<HistoryRunKind>{HistoryRunKind::GoBack, "go-back"_L1},
                                  Name<HistoryRunKind>{HistoryRunKind::Other, "other"_L1}};

template<typename T, size_t n>
QString nameOf(const std::array<Name<T>, n> &names, T value)
{
    return std::ranges::find(names, value, &Name<T>::first)->second;
}

template<typename T, size_t n>
std::optional<T> valueOf(const std::array<Name<T>, n> &names, const QString &name)
{
    const auto found = std::ranges::find_if(names, [&name](const Name<T> &entry) { return entry.second == name; });
    return found == names.end() ? std::nullopt : std::optional(found->first);
}

QString doneText(HistoryChange change)
{
    switch (change) {
    case HistoryChange::Update:
        return Texts::tr("updated");
    case HistoryChange::Create:
        return Texts::tr("created");
    case HistoryChange::Toggle:
        return Texts::tr("switched on or off");
    case HistoryChange::GoBack:
        return Texts::tr("gone back");
    case HistoryChange::Delete:
        return Texts::tr("deleted");
    }
    return {};
}

QString tryText(HistoryChange change)
{
    switch (change) {
    case HistoryChange::Update:
        return Texts::tr("update");
    case HistoryChange::Create:
        return Texts::tr("create");
    case HistoryChange::Toggle:
        return Texts::tr("switch on or off");
    case HistoryChange::GoBack:
        return Texts::tr("go back");
    case HistoryChange::Delete:
        return Texts::tr("delete");
    }
    return {};
}

} // namespace

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
    return QCryptographicHash::hash(content.toUtf8(), QCryptographicHash::Sha256);
}

QString historyChangeName(HistoryChange change)
{
    return nameOf(changeNames, change);
}

QString historyOutcomeName(HistoryOutcome outcome)
{
    return nameOf(outcomeNames, outcome);
}

QString historyRunKindName(HistoryRunKind kind)
{
    return nameOf(runKindNames, kind);
}

std::optional<HistoryChange> historyChangeFromName(const QString &name)
{
    return valueOf(changeNames, name);
}

std::optional<HistoryOutcome> historyOutcomeFromName(const QString &name)
{
    return valueOf(outcomeNames, name);
}

std::optional<HistoryRunKind> historyRunKindFromName(const QString &name)
{
    return valueOf(runKindNames, name);
}

const QList<HistoryChange> &allHistoryChanges()
{
    static const QList<HistoryChange> all{HistoryChange::Update, HistoryChange::Create, HistoryChange::Toggle,
                                          HistoryChange::GoBack, HistoryChange::Delete};
    return all;
}

const QList<HistoryOutcome> &allHistoryOutcomes()
{
    static const QList<HistoryOutcome> all{HistoryOutcome::Sent, HistoryOutcome::Done, HistoryOutcome::Failed,
                                           HistoryOutcome::Unknown, HistoryOutcome::NotSent};
    return all;
}

QString historyText(HistoryChange change, HistoryOutcome outcome)
{
    switch (outcome) {
    case HistoryOutcome::Sent:
        return Texts::tr("%1: sent, outcome unknown").arg(tryText(change));
    case HistoryOutcome::Done:
        return doneText(change);
    case HistoryOutcome::Failed:
        return Texts::tr("%1: failed").arg(tryText(change));
    case HistoryOutcome::Unknown:
        return Texts::tr("%1: outcome unknown").arg(tryText(change));
    case HistoryOutcome::NotSent:
        return Texts::tr("%1: not sent").arg(tryText(change));
    }
    return {};
}

} // namespace owui
