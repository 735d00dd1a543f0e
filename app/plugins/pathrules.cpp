// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/pathrules.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

/// The words of a name: "ACTION_PLUGIN-TEMPLATE" gives action, plugin, template.
QStringList wordsIn(QStringView name)
{
    QStringList words{QString()};
    for (const QChar c : name) {
        if (c.isLetterOrNumber()) {
            words.last() += c.toLower();
        } else if (!words.constLast().isEmpty()) {
            words.append(QString());
        }
    }
    if (words.constLast().isEmpty()) {
        words.removeLast();
    }
    return words;
}

QStringView withoutEnding(QStringView fileName)
{
    for (const QStringView ending : {QStringView(u".py"), QStringView(u".json")}) {
        if (fileName.endsWith(ending, Qt::CaseInsensitive)) {
            return fileName.chopped(ending.size());
        }
    }
    return fileName;
}

std::optional<SkipReason> reasonOfFolder(QStringView name)
{
    static const QHash<QString, SkipReason> reasons{
        {u"test"_s, SkipReason::TestOrHelper},
        {u"tests"_s, SkipReason::TestOrHelper},
        {u"testing"_s, SkipReason::TestOrHelper},
        {u"fixtures"_s, SkipReason::TestOrHelper},
        {u"template"_s, SkipReason::Template},
        {u"templates"_s, SkipReason::Template},
        {u"draft"_s, SkipReason::Draft},
        {u"drafts"_s, SkipReason::Draft},
        {u"wip"_s, SkipReason::Draft},
        {u"backup"_s, SkipReason::Draft},
        {u"backups"_s, SkipReason::Draft},
        {u"archive"_s, SkipReason::Draft},
        {u"archived"_s, SkipReason::Draft},
        {u"deprecated"_s, SkipReason::Draft},
        {u"old"_s, SkipReason::Draft},
    };
    // "synchronous (WIP)", "filters [old]", "tools-wip"
    static const QRegularExpression unfinished(
        u"[(\\[](wip|drafts?|backups?|archived?|deprecated|old)[)\\]]|[ _-](wip|drafts|deprecated)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (unfinished.match(name.toString()).hasMatch()) {
        return SkipReason::Draft;
    }
    const QStringList words = wordsIn(name);
    const auto found = words.size() == 1 ? reasons.constFind(words.constFirst()) : reasons.constEnd();
    return found == reasons.constEnd() ? std::nullopt : std::optional(*found);
}

/// What file managers call a copy: "filter copy.py", "filter (2).py", "filter - Copy (2).py".
bool isCopy(QStringView stem)
{
    static const QRegularExpression copy(u" (copy( ?\\(?[0-9]+\\)?)?|\\(([a-z]+ )?copy( [0-9]+)?\\)|\\([0-9]+\\))$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return stem.contains(u' ') && copy.match(stem.toString()).hasMatch();
}

std::optional<SkipReason> reasonOfFile(QStringView fileName)
{
    static const QSet<QString> helpers{u"conftest"_s, u"setup"_s, u"__init__"_s, u"__main__"_s, u"noxfile"_s};
    static const QSet<QString> templates{u"template"_s, u"templates"_s};
    static const QSet<QString> drafts{u"draft"_s, u"wip"_s, u"backup"_s, u"bak"_s};
    static const QSet<QString> old{u"old"_s, u"orig"_s};
    static const QSet<QString> chinese{u"cn"_s, u"zh"_s, u"chinese"_s};
    const QStringView stem = withoutEnding(fileName);
    const QStringList words = wordsIn(stem);
    if (helpers.contains(stem.toString().toLower())) {
        return SkipReason::TestOrHelper;
    }
    if (fileName.startsWith(u'.') || words.isEmpty()) {
        return SkipReason::Draft;
    }
    const QString &first = words.constFirst();
    const QString &last = words.constLast();
    if (words.size() > 1 && (first == u"test" || last == u"test" || last == u"tests")) {
        return SkipReason::TestOrHelper;
    }
    if ((templates.contains(first) || templates.contains(last)) && !saysTemplateInBrackets(stem)) {
        return SkipReason::Template;
    }
    if (drafts.contains(first) || drafts.contains(last) || (words.size() > 1 && old.contains(last)) || isCopy(stem)) {
        return SkipReason::Draft;
    }
    const bool region = words.size() > 2 && (last == u"cn" || last == u"tw" || last == u"hk" || last == u"hans");
    if (words.size() > 1 && (chinese.contains(last) || (region && words[words.size() - 2] == u"zh"))) {
        return SkipReason::LocalizedCopy;
    }
    return std::nullopt;
}

} // namespace

bool saysTemplateInBrackets(QStringView title)
{
    return title.contains(u"(template)", Qt::CaseInsensitive);
}

std::optional<SkipReason> skipReasonOfPath(QStringView relativePath)
{
    const QList<QStringView> parts = relativePath.split(u'/');
    for (const QStringView folder : parts.first(parts.size() - 1)) {
        if (const auto reason = reasonOfFolder(folder)) {
            return reason;
        }
    }
    return reasonOfFile(parts.constLast());
}

bool isPythonFile(QStringView name)
{
    return name.endsWith(u".py", Qt::CaseInsensitive);
}

bool isSkippedFolder(QStringView name)
{
    return name.startsWith(u'.') || name == u"__pycache__" || name == u"node_modules" || name == u"site-packages";
}

std::optional<PluginKind> kindOfFolder(QStringView name)
{
    static const QHash<QString, PluginKind> kinds{
        {u"pipe"_s, PluginKind::Pipe},      {u"pipes"_s, PluginKind::Pipe},    {u"filter"_s, PluginKind::Filter},
        {u"filters"_s, PluginKind::Filter}, {u"action"_s, PluginKind::Action}, {u"actions"_s, PluginKind::Action},
        {u"event"_s, PluginKind::Event},    {u"events"_s, PluginKind::Event},  {u"tool"_s, PluginKind::Tool},
        {u"tools"_s, PluginKind::Tool},
    };
    const auto found = kinds.constFind(name.toString().toLower());
    return found == kinds.constEnd() ? std::nullopt : std::optional(*found);
}

QStringView kindFolder(QStringView relativePath)
{
    QList<QStringView> parts = relativePath.split(u'/');
    parts.removeLast();
    const auto found =
        std::find_if(parts.crbegin(), parts.crend(), [](QStringView part) { return kindOfFolder(part).has_value(); });
    return found == parts.crend() ? QStringView() : *found;
}

QString originalOfLocalizedCopy(QStringView fileName)
{
    static const QSet<QString> languages{u"en"_s, u"de"_s, u"fr"_s, u"es"_s, u"it"_s, u"pt"_s, u"ru"_s,
                                         u"ja"_s, u"jp"_s, u"ko"_s, u"kr"_s, u"tw"_s, u"ar"_s, u"pl"_s};
    const QStringView stem = withoutEnding(fileName);
    const qsizetype end = std::max(stem.lastIndexOf(u'_'), stem.lastIndexOf(u'-'));
    if (end <= 0 || !languages.contains(stem.sliced(end + 1).toString().toLower())) {
        return {};
    }
    return stem.first(end).toString() + u".py"_s;
}

bool isBelowSources(QStringView relativePath)
{
    QList<QStringView> parts = relativePath.split(u'/');
    parts.removeLast();
    static const QSet<QString> sources{u"src"_s, u"source"_s, u"sources"_s, u"parts"_s};
    return std::ranges::any_of(parts, [](QStringView part) {
        const QStringList words = wordsIn(part);
        return !words.isEmpty() && (sources.contains(words.constFirst()) || sources.contains(words.constLast()));
    });
}

} // namespace owui
