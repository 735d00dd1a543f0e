// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/list/rowstatetext.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace owui {
namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RowStateText)
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

/// "8 s", "2 min 5 s".
QString elapsedText(std::chrono::milliseconds elapsed)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(elapsed).count();
    return seconds < 60 ? Texts::tr("%1 s").arg(seconds) : Texts::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
}

QString doneText(const DeployResult &result)
{
    const QString outcome = textOf(result.outcome);
    if (result.versionAfter.isEmpty()) {
        return outcome;
    }
    if (result.versionBefore.isEmpty() || result.versionBefore == result.versionAfter) {
        return Texts::tr("%1, %2", "outcome, version").arg(outcome, result.versionAfter);
    }
    return Texts::tr("%1, %2 → %3", "outcome, version before, version after")
        .arg(outcome, result.versionBefore, result.versionAfter);
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
        return row.lookAlikeId.isEmpty() ? themedIcon(u"compare-missing"_s) : toneIcon(Tone::Warning);
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

QString statusText(const PluginRow &row)
{
    if (row.stage) {
        const QString stage = textOf(*row.stage);
        const auto elapsed = std::chrono::steady_clock::now() - row.since;
        return row.isRunning() && elapsed >= std::chrono::seconds(1)
                   ? stage + u' ' + elapsedText(std::chrono::duration_cast<std::chrono::milliseconds>(elapsed))
                   : stage;
    }
    if (!row.result) {
        return row.plugin.skipped ? textOf(*row.plugin.skipped) : QString();
    }
    if (row.result->isSuccess()) {
        return doneText(*row.result);
    }
    const QString outcome = textOf(row.result->outcome);
    return row.result->message.isEmpty() ? outcome : outcome + u": "_s + row.result->message.simplified();
}

QString resultDetails(const DeployResult &result)
{
    QStringList paragraphs;
    paragraphs.append(result.message.isEmpty() ? doneText(result) : result.message);
    if (!result.error.detail.isEmpty() && !result.message.contains(result.error.detail)) {
        paragraphs.append(Texts::tr("The server says: %1").arg(result.error.detail));
    }
    if (!result.remedy.isEmpty()) {
        paragraphs.append(result.remedy);
    }
    paragraphs.append(result.notes);
    return paragraphs.join(u'\n');
}

Tone resultTone(const DeployResult &result)
{
    if (result.isSuccess()) {
        return Tone::Good;
    }
    switch (result.outcome) {
    case DeployOutcome::Failed:
        return Tone::Bad;
    case DeployOutcome::Cancelled:
        return Tone::Neutral;
    default:
        return Tone::Warning;
    }
}

QIcon resultIcon(const DeployResult &result)
{
    const Tone tone = resultTone(result);
    return tone == Tone::Neutral ? themedIcon(u"cancel"_s) : toneIcon(tone);
}

std::optional<Severity> gravestFinding(const QList<Finding> &findings)
{
    std::optional<Severity> gravest;
    for (const Finding &finding : findings) {
        // Where there is no Python, a sign in every row would tell nothing.
        if (finding.code != FindingCode::PythonNotChecked) {
            gravest = std::max(gravest.value_or(Severity::Info), finding.severity());
        }
    }
    return gravest;
}

QIcon severityIcon(Severity severity)
{
    return toneIcon(severity == Severity::Error     ? Tone::Bad
                    : severity == Severity::Warning ? Tone::Warning
                                                    : Tone::Neutral);
}

QString findingsText(const QList<Finding> &findings)
{
    QStringList paragraphs;
    for (const Finding &finding : findings) {
        const QString remedy = finding.remedy();
        paragraphs.append(remedy.isEmpty() ? finding.text() : finding.text() + u'\n' + remedy);
    }
    return paragraphs.join(u"\n\n"_s);
}

} // namespace owui
