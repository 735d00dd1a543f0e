// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/list/rowstatetext.h"

#include "isolated.h"
#include "shorttime.h"
#include "words.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <iterator>

using namespace Qt::StringLiterals;

namespace owui {
namespace {

struct RowStateTexts
{
    Q_DECLARE_TR_FUNCTIONS(RowStateText)
};

enum class Access { On, OnGlobal, Off, Private, Public, Shared, NobodyKnows };

struct AccessLook
{
    const char *icon = nullptr;
    Tone tone = Tone::Neutral;
    WordText text;
};

// In the order of Access.
constexpr AccessLook accessLooks[] = {
    {"switched-on", Tone::Good, QT_TRANSLATE_NOOP3("RowStateText", "on", "a function")},
    {"switched-on", Tone::Good, QT_TRANSLATE_NOOP3("RowStateText", "on, global", "a function")},
    {"switched-off", Tone::Neutral, QT_TRANSLATE_NOOP3("RowStateText", "off", "a function")},
    {"tool", Tone::Neutral, QT_TRANSLATE_NOOP3("RowStateText", "owner only", "who may use a tool")},
    {"tool", Tone::Neutral, QT_TRANSLATE_NOOP3("RowStateText", "everybody", "who may use a tool")},
    {"tool", Tone::Neutral, QT_TRANSLATE_NOOP3("RowStateText", "some people", "who may use a tool")},
    {},
};

struct CompareLook
{
    CompareState state;
    const char *icon;
    Tone tone;
};

// What needs a deployment first.
constexpr CompareLook compareLooks[] = {
    {CompareState::Newer, "compare-newer", Tone::Good},
    {CompareState::Changed, "compare-changed", Tone::Warning},
    {CompareState::Differs, "compare-changed", Tone::Warning},
    {CompareState::Missing, "compare-missing", Tone::Neutral},
    {CompareState::Older, "compare-older", Tone::Warning},
    {CompareState::Unknown, "compare-unknown", Tone::Neutral},
    {CompareState::Same, "compare-same", Tone::Good},
};

const CompareLook *lookOf(CompareState state)
{
    return std::ranges::find(compareLooks, state, &CompareLook::state);
}

CompareState stateOf(const PluginRow &row)
{
    return row.isProbablyMissing() ? CompareState::Missing : row.compareState();
}

Access accessOf(const PluginRow &row)
{
    if (!row.seen.plugin) {
        return Access::NobodyKnows;
    }
    const ServerPlugin &there = *row.seen.plugin;
    if (there.space == PluginSpace::Function) {
        return !there.isOn()   ? Access::NobodyKnows
               : !there.active ? Access::Off
               : there.global  ? Access::OnGlobal
                               : Access::On;
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
    return seconds < 60
               ? RowStateTexts::tr("%1 s").arg(seconds)
               : RowStateTexts::tr("%1 min %2 s").arg(QString::number(seconds / 60), QString::number(seconds % 60));
}

QString doneText(const DeployResult &result)
{
    const QString outcome = textOf(result.outcome);
    if (result.versionAfter.isEmpty()) {
        return outcome;
    }
    if (result.versionBefore.isEmpty() || result.versionBefore == result.versionAfter) {
        return RowStateTexts::tr("%1, %2", "outcome, version").arg(outcome, result.versionAfter);
    }
    return RowStateTexts::tr("%1, %2 → %3", "outcome, version before, version after")
        .arg(outcome, result.versionBefore, result.versionAfter);
}

/// The last operation is not done, which its row says until the next one.
bool hasCause(const PluginRow &row)
{
    return !row.isBusy() && (row.hasFailed() || row.isToDecide());
}

} // namespace

QString compareText(const PluginRow &row)
{
    if (row.serverOnly) {
        return RowStateTexts::tr("only on the server");
    }
    if (!row.lookAlikeId.isEmpty()) {
        return RowStateTexts::tr("looks like %1 on the server", "an id").arg(isolated(row.lookAlikeId));
    }
    if (row.isEditedThere()) {
        return RowStateTexts::tr("edited there", "on the server");
    }
    if (row.isProbablyMissing()) {
        return RowStateTexts::tr("probably not on the server");
    }
    return row.comparison ? textOf(row.comparison->state) : QString();
}

QString compareDetails(const PluginRow &row)
{
    if (row.serverOnly) {
        return RowStateTexts::tr("No file of the folder has this id. Save it to the folder to work on it.");
    }
    if (!row.lookAlikeId.isEmpty()) {
        return RowStateTexts::tr(
                   "The server does not have the id %1, but “%2” there has the same openwebui_id, the same title "
                   "and kind, or an id that other rules give this file. Use that id to update it; otherwise a "
                   "second copy is created.")
            .arg(isolated(row.plugin.id), isolated(row.lookAlikeId));
    }
    if (row.seen.error && row.comparison && row.comparison->state == CompareState::Unknown) {
        return RowStateTexts::tr("The server could not be asked about it. %1").arg(failureText(row.seen.error)) + u' ' +
               row.seen.error.remedy();
    }
    if (row.isProbablyMissing()) {
        return RowStateTexts::tr(
            "It is not in the server's list, which may lack what others made. It is looked up alone soon, "
            "and before it is deployed.");
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
    if (!row.lookAlikeId.isEmpty() || row.isEditedThere()) {
        return toneIcon(Tone::Warning);
    }
    const CompareLook *look = lookOf(stateOf(row));
    return themedIcon(look->icon, look->tone);
}

QString versionHereText(const PluginRow &row)
{
    return row.serverOnly ? u"–"_s : row.plugin.version();
}

QString serverVersionText(const PluginRow &row)
{
    if (row.seen.presence == Presence::Missing) {
        return u"–"_s;
    }
    return row.isEditedThere() ? row.versionThere() + u'*' : row.versionThere();
}

QString onServerText(const PluginRow &row)
{
    const WordText &text = accessLooks[static_cast<std::size_t>(accessOf(row))].text;
    return QCoreApplication::translate("RowStateText", text.source, text.comment);
}

QString onServerDetails(const PluginRow &row)
{
    switch (accessOf(row)) {
    case Access::On:
        return RowStateTexts::tr("It is on. A click on the switch, or Ctrl+T, switches it off.");
    case Access::OnGlobal:
        return RowStateTexts::tr("It is on in every chat. A click on the switch, or Ctrl+T, switches it off.");
    case Access::Off:
        return RowStateTexts::tr("It is off: nobody can use it. A click on the switch, or Ctrl+T, switches it on.");
    case Access::Private:
    case Access::Public:
    case Access::Shared:
    case Access::NobodyKnows:
        return {};
    }
    return {};
}

QIcon onServerIcon(const PluginRow &row)
{
    const AccessLook &look = accessLooks[static_cast<std::size_t>(accessOf(row))];
    return themedIcon(look.icon, look.tone);
}

int onServerOrder(const PluginRow &row)
{
    return static_cast<int>(accessOf(row));
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
    return compareText(row);
}

QString statusCause(const PluginRow &row)
{
    if (!hasCause(row)) {
        return {};
    }
    const QString outcome = textOf(row.result->outcome);
    return row.result->message.isEmpty() ? outcome : outcome + u": "_s + row.result->message.simplified();
}

QString statusDetails(const PluginRow &row)
{
    QStringList paragraphs{statusText(row), row.isBusy() ? QString() : compareDetails(row)};
    if (hasCause(row)) {
        paragraphs.append(textOf(row.result->outcome) + u": "_s + resultDetails(*row.result));
    }
    paragraphs.removeAll(QString());
    return paragraphs.join(u"\n\n"_s);
}

QIcon statusIcon(const PluginRow &row)
{
    if (row.isBusy()) {
        return {};
    }
    return hasCause(row) ? resultIcon(*row.result) : compareIcon(row);
}

int statusOrder(const PluginRow &row)
{
    if (row.isBusy()) {
        return -2;
    }
    if (hasCause(row)) {
        return -1;
    }
    const int unknown = static_cast<int>(std::size(compareLooks));
    return row.serverOnly    ? unknown + 1
           : !row.comparison ? unknown
                             : static_cast<int>(lookOf(stateOf(row)) - compareLooks);
}

QString deployText(DeployStep step)
{
    switch (step) {
    case DeployStep::None:
        break;
    case DeployStep::Deploy:
        return RowStateTexts::tr("Deploy");
    case DeployStep::Create:
        return RowStateTexts::tr("Create");
    case DeployStep::Update:
        return RowStateTexts::tr("Update");
    case DeployStep::Downgrade:
        return RowStateTexts::tr("Downgrade…");
    case DeployStep::Review:
        return RowStateTexts::tr("Review");
    case DeployStep::Decide:
        return RowStateTexts::tr("Decide…");
    }
    return {};
}

QString deployDetails(const PluginRow &row)
{
    const DeployStep step = row.deployStep();
    const QString here = row.plugin.version();
    const QString there = row.versionThere();
    const bool hasBoth = !here.isEmpty() && !there.isEmpty() && here != there;
    if (step == DeployStep::Update && hasBoth) {
        return RowStateTexts::tr("Update %1 → %2", "version there, version here").arg(there, here);
    }
    if (step == DeployStep::Downgrade && hasBoth) {
        return RowStateTexts::tr("Downgrade %1 → %2…", "version there, version here").arg(there, here);
    }
    return step == DeployStep::Create && !here.isEmpty() ? RowStateTexts::tr("Create %1", "version").arg(here)
                                                         : deployText(step);
}

QString resultDetails(const DeployResult &result)
{
    QStringList paragraphs;
    paragraphs.append(result.message.isEmpty() ? doneText(result) : result.message);
    if (!result.error.detail.isEmpty() && !result.message.contains(result.error.detail)) {
        paragraphs.append(RowStateTexts::tr("The server says: %1").arg(isolated(result.error.detail)));
    }
    if (!result.remedy.isEmpty()) {
        paragraphs.append(result.remedy);
    }
    // What was done on the way is in the log: once it is over it reads as if it went on.
    paragraphs.append(result.warnings);
    return paragraphs.join(u'\n');
}

QString pastText(const HistoryEntry &entry)
{
    const QString done = historyText(entry.change, entry.after.outcome);
    const QString before = entry.before ? entry.before->version : QString();
    const QString versions = before.isEmpty() || before == entry.after.version || entry.after.version.isEmpty()
                                 ? entry.after.version
                                 : before + u" → "_s + entry.after.version;
    const QString time = shortMoment(entry.when);
    const QString text =
        versions.isEmpty()
            ? RowStateTexts::tr("%1: %2", "time, what was done").arg(time, done)
            : RowStateTexts::tr("%1: %2, %3", "time, what was done, versions").arg(time, done, isolated(versions));
    const bool succeeded = entry.after.outcome == HistoryOutcome::Done;
    return succeeded || entry.after.message.isEmpty() ? text : text + u'\n' + entry.after.message;
}

QIcon pastIcon(const HistoryEntry &entry)
{
    return toneIcon(entry.after.outcome == HistoryOutcome::Done     ? Tone::Good
                    : entry.after.outcome == HistoryOutcome::Failed ? Tone::Bad
                                                                    : Tone::Warning);
}

Tone resultTone(const DeployResult &result)
{
    return result.isSuccess()                           ? Tone::Good
           : result.outcome == DeployOutcome::Failed    ? Tone::Bad
           : result.outcome == DeployOutcome::Cancelled ? Tone::Neutral
                                                        : Tone::Warning;
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
        if (finding.code != FindingCode::PythonNotChecked && finding.code != FindingCode::PythonMissing) {
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
