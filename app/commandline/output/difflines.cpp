// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/output/difflines.h"

#include "commandline/output/console.h"
#include "commandline/output/githubannotation.h"
#include "commandline/output/jsonoutput.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

QString diffText(const PluginDiff &diff)
{
    return unifiedText(diff.diff, diff.serverName, diff.row.plugin.path);
}

Tone toneOf(const QString &line, int number)
{
    // A removed line that begins with "--" looks like a header; only the first two lines are one.
    if (number < 2) {
        return Tone::Strong;
    }
    return line.startsWith(u'@')   ? Tone::Faint
           : line.startsWith(u'+') ? Tone::Good
           : line.startsWith(u'-') ? Tone::Bad
                                   : Tone::Plain;
}

/// toned() makes blanks of tabs, which are part of a text.
QString colored(const QString &line, Tone tone, const Console &console)
{
    QStringList parts = line.split(u'\t');
    std::ranges::transform(parts, parts.begin(),
                           [tone, &console](const QString &part) { return console.toned(part, tone); });
    return parts.join(u'\t');
}

} // namespace

void printDiff(const PluginDiff &diff, Console &console)
{
    const QString text = diffText(diff);
    if (!console.isColored()) {
        console.document((wantsGithubAnnotations() ? withoutGithubCommands(text) : text).toUtf8());
        return;
    }
    int number = 0;
    for (const QString &line : text.chopped(text.endsWith(u'\n') ? 1 : 0).split(u'\n')) {
        console.line(colored(line, toneOf(line, number), console));
        ++number;
    }
}

QJsonObject diffDocument(const QString &root, const QList<PluginDiff> &diffs)
{
    QJsonArray array;
    for (const PluginDiff &diff : diffs) {
        const Plugin &plugin = diff.row.plugin;
        array.append(QJsonObject{{u"path"_s, plugin.path},
                                 {u"kind"_s, nameOrNull(plugin.kind)},
                                 {u"id"_s, textOrNull(plugin.id)},
                                 {u"compare"_s, nameOf(diff.row.comparison.state)},
                                 {u"added"_s, diff.diff.added},
                                 {u"removed"_s, diff.diff.removed},
                                 {u"diff"_s, diffText(diff)}});
    }
    return {{u"root"_s, root}, {u"diffs"_s, array}};
}

} // namespace owui
