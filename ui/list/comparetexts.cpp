// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/list/comparetexts.h"

#include "ui/parts/icons.h"

#include <QCoreApplication>
#include <QLocale>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace owui {
namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(CompareTexts)
};

enum class Access { NobodyKnows, On, OnGlobal, Off, Private, Public, Shared };

Access accessOf(const PluginRow &row)
{
    if (row.seen.presence != Presence::Found || !row.seen.plugin) {
        return Access::NobodyKnows;
    }
    const ServerPlugin &there = *row.seen.plugin;
    if (there.space == PluginSpace::Function) {
        return !there.active ? Access::Off : there.global ? Access::OnGlobal : Access::On;
    }
    if (there.hasAccessGrants) {
        return there.accessGrants.isEmpty() ? Access::Private : Access::Shared;
    }
    if (!there.accessControl) {
        return Access::NobodyKnows;
    }
    // Up to 0.7.2 null lets every user in (contract 4).
    return there.accessControl->isNull()               ? Access::Public
           : there.accessControl->toObject().isEmpty() ? Access::Private
                                                       : Access::Shared;
}

} // namespace

QString compareText(const PluginRow &row)
{
    if (row.serverOnly) {
        return Texts::tr("only on the server");
    }
    if (!row.lookAlikeId.isEmpty()) {
        return Texts::tr("looks like %1 on the server", "an id").arg(row.lookAlikeId);
    }
    return row.comparison ? textOf(row.comparison->state) : QString();
}

QString compareDetails(const PluginRow &row)
{
    if (row.serverOnly) {
        return Texts::tr("No file of the folder has this id. Save it to the folder to work on it.");
    }
    if (!row.lookAlikeId.isEmpty()) {
        return Texts::tr("The server does not have the id %1, but “%2” there has the same openwebui_id, the same title "
                         "and kind, or an id that other rules give this file. Pin that id to update it; otherwise a "
                         "second copy is created.")
            .arg(row.plugin.id, row.lookAlikeId);
    }
    return row.comparison ? comparisonDetail(*row.comparison) : QString();
}

QIcon compareIcon(const PluginRow &row)
{
    if (row.serverOnly) {
        return themedIcon(u"server"_s);
    }
    if (!row.comparison) {
        return {};
    }
    switch (row.comparison->state) {
    case CompareState::Missing:
        return row.lookAlikeId.isEmpty() ? themedIcon(u"compare-missing"_s) : themedIcon(u"warning"_s, Tone::Warning);
    case CompareState::Newer:
        return themedIcon(u"compare-newer"_s, Tone::Good);
    case CompareState::Same:
        return themedIcon(u"compare-same"_s, Tone::Good);
    case CompareState::Changed:
    case CompareState::Differs:
        return themedIcon(u"compare-changed"_s, Tone::Warning);
    case CompareState::Older:
        return themedIcon(u"compare-older"_s, Tone::Warning);
    case CompareState::Unknown:
        break;
    }
    return themedIcon(u"compare-unknown"_s);
}

int compareOrder(const PluginRow &row)
{
    if (row.serverOnly) {
        return 30;
    }
    switch (row.compareState()) {
    case CompareState::Newer:
        return 0;
    case CompareState::Changed:
        return 1;
    case CompareState::Differs:
        return 2;
    case CompareState::Missing:
        return 3;
    case CompareState::Older:
        return 4;
    case CompareState::Unknown:
        return row.comparison ? 5 : 20;
    case CompareState::Same:
        return 10;
    }
    return 20;
}

QString onServerText(const PluginRow &row)
{
    switch (accessOf(row)) {
    case Access::On:
        return Texts::tr("on", "a function");
    case Access::OnGlobal:
        return Texts::tr("on, global", "a function");
    case Access::Off:
        return Texts::tr("off", "a function");
    case Access::Private:
        return Texts::tr("private", "a tool");
    case Access::Public:
        return Texts::tr("public", "a tool");
    case Access::Shared:
        return Texts::tr("shared", "a tool");
    case Access::NobodyKnows:
        break;
    }
    return {};
}

QIcon onServerIcon(const PluginRow &row)
{
    switch (accessOf(row)) {
    case Access::On:
    case Access::OnGlobal:
        return themedIcon(u"switched-on"_s, Tone::Good);
    case Access::Off:
        return themedIcon(u"switched-off"_s);
    case Access::Private:
    case Access::Public:
    case Access::Shared:
        return themedIcon(u"tool"_s);
    case Access::NobodyKnows:
        break;
    }
    return {};
}

int onServerOrder(const PluginRow &row)
{
    const Access access = accessOf(row);
    return access == Access::NobodyKnows ? 100 : static_cast<int>(access);
}

QString seenText(const QDateTime &seenAt, const QDateTime &now)
{
    if (!seenAt.isValid()) {
        return Texts::tr("not looked yet", "at the server");
    }
    const std::chrono::seconds age(seenAt.secsTo(now));
    if (age < 1min) {
        return Texts::tr("seen just now");
    }
    if (age < 1h) {
        return Texts::tr("seen %L1 min ago").arg(std::chrono::duration_cast<std::chrono::minutes>(age).count());
    }
    if (age < 24h) {
        return Texts::tr("seen %L1 h ago").arg(std::chrono::duration_cast<std::chrono::hours>(age).count());
    }
    return Texts::tr("seen %1", "date").arg(QLocale().toString(seenAt.toLocalTime(), QLocale::ShortFormat));
}

} // namespace owui
