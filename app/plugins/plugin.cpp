// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/plugin.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

template<>
WordTable<IdOrigin> wordsOf()
{
    static constexpr Word<IdOrigin> words[] = {
        {IdOrigin::Pinned, "pinned", QT_TRANSLATE_NOOP("PluginTexts", "pinned by you")},
        {IdOrigin::Export, "export", QT_TRANSLATE_NOOP("PluginTexts", "from the export")},
        {IdOrigin::Header, "header", QT_TRANSLATE_NOOP("PluginTexts", "from the header")},
        {IdOrigin::Title, "title", QT_TRANSLATE_NOOP("PluginTexts", "from the title")},
        {IdOrigin::FileName, "file", QT_TRANSLATE_NOOP("PluginTexts", "from the file name")},
    };
    return {.words = words, .context = "PluginTexts"};
}

QString Plugin::title() const
{
    if (QString written = writtenTitle(); !written.isEmpty()) {
        return written;
    }
    if (entry) {
        return entry->id;
    }
    const QString name = path.sliced(path.lastIndexOf(u'/') + 1);
    return name.endsWith(u".py") ? name.chopped(3) : name;
}

QString Plugin::writtenTitle() const
{
    const QString fromHeader = header.value(u"title");
    return fromHeader.isEmpty() && entry ? entry->name : fromHeader;
}

QString Plugin::writtenDescription() const
{
    const QString fromHeader = header.value(u"description");
    return fromHeader.isEmpty() && entry ? entry->description : fromHeader;
}

bool Plugin::deployable() const
{
    return kind && !skipped && !id.isEmpty() &&
           std::ranges::none_of(findings, [](const Finding &finding) { return finding.severity() == Severity::Error; });
}

} // namespace owui
