// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/output/historylines.h"

#include "commandline/arguments/pluginreference.h"
#include "commandline/arguments/texts.h"
#include "commandline/output/jsonoutput.h"
#include "commandline/output/texttable.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

Tone toneOf(const HistoryMoment &moment)
{
    if (!moment.entry) {
        return Tone::Plain;
    }
    const HistoryOutcome outcome = moment.entry->after.outcome;
    return outcome == HistoryOutcome::Done      ? Tone::Good
           : outcome == HistoryOutcome::Failed  ? Tone::Bad
           : outcome == HistoryOutcome::NotSent ? Tone::Faint
                                                : Tone::Warning;
}

/// What “restore --version” takes.
QString numberOf(const HistoryMoment &moment)
{
    return moment.entry ? QString::number(moment.entry->number) : moment.version->id;
}

QString versionsOf(const HistoryMoment &moment)
{
    const QString from = moment.versionFrom();
    const QString to = moment.versionTo();
    return from.isEmpty() || to.isEmpty() || from == to ? (to.isEmpty() ? from : to) : from + u" → "_s + to;
}

QString noteOf(const HistoryMoment &moment)
{
    const QString author = moment.version ? moment.version->author : QString();
    const QString message = moment.version ? moment.version->message.simplified() : QString();
    const QString live = moment.live ? tr("live") : QString();
    QStringList words{live, author, message};
    words.removeAll(QString());
    return words.join(u", "_s);
}

QJsonValue momentTime(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODate)) : QJsonValue();
}

} // namespace

void printHistory(const QList<HistoryMoment> &moments, bool withIds, Console &console)
{
    QStringList header{tr("NUMBER"), tr("WHEN"), tr("WHAT"), tr("VERSION"), tr("ON THE SERVER")};
    if (withIds) {
        header.insert(2, tr("PLUGIN"));
    }
    TextTable table(header, Tone::Plain);
    for (const HistoryMoment &moment : moments) {
        const QString when = QLocale().toString(moment.when().toLocalTime(), QLocale::ShortFormat);
        QList<TextTable::Cell> row{{numberOf(moment)},
                                   {when, Tone::Faint},
                                   {moment.what(), toneOf(moment)},
                                   {versionsOf(moment)},
                                   {noteOf(moment)}};
        if (withIds) {
            row.insert(2, {spelledOut(moment.entry->space, moment.entry->id)});
        }
        table.addRow(row);
    }
    table.print(console);
    console.note(tr("“owui-deploy restore ID --version NUMBER” takes a plugin back to what it was before that."),
                 Tone::Faint);
}

QJsonObject momentObject(const HistoryMoment &moment)
{
    const HistoryEntry entry = moment.entry.value_or(HistoryEntry());
    const ServerVersion version = moment.version.value_or(ServerVersion());
    const QJsonValue null;
    const auto ours = [&](const QJsonValue &value) { return moment.entry ? value : null; };
    return {{u"number"_s, ours(entry.number)},
            {u"when"_s, momentTime(moment.when())},
            {u"space"_s, ours(nameOf(entry.space))},
            {u"id"_s, ours(entry.id)},
            {u"path"_s, ours(textOrNull(entry.path))},
            {u"run"_s, ours(entry.run)},
            {u"change"_s, ours(nameOf(entry.change))},
            {u"outcome"_s, ours(nameOf(entry.after.outcome))},
            {u"versionBefore"_s, textOrNull(moment.versionFrom())},
            {u"versionAfter"_s, textOrNull(moment.versionTo())},
            {u"activeBefore"_s,
             flagOrNull(entry.before && entry.space == PluginSpace::Function ? std::optional(entry.before->active)
                                                                             : std::nullopt)},
            {u"activeAfter"_s, flagOrNull(entry.after.active)},
            {u"message"_s, ours(entry.after.message)},
            {u"canGoBack"_s, moment.canGoBackBefore()},
            {u"serverVersion"_s, textOrNull(version.id)},
            {u"author"_s, textOrNull(version.author)},
            {u"commitMessage"_s, textOrNull(version.message)},
            {u"live"_s, moment.live}};
}

} // namespace owui
