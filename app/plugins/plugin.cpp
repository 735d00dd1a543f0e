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
        {IdOrigin::Header, "header", QT_TRANSLATE_NOOP("PluginTexts", "from the header")},
        {IdOrigin::Title, "title", QT_TRANSLATE_NOOP("PluginTexts", "from the title")},
        {IdOrigin::FileName, "file", QT_TRANSLATE_NOOP("PluginTexts", "from the file name")},
    };
    return {.words = words, .context = "PluginTexts"};
}

QString Plugin::title() const
{
    const QString fromHeader = header.value(u"title");
    if (!fromHeader.isEmpty()) {
        return fromHeader;
    }
    const QString name = path.sliced(path.lastIndexOf(u'/') + 1);
    return name.endsWith(u".py") ? name.chopped(3) : name;
}

bool Plugin::deployable() const
{
    return kind && !skipped && !id.isEmpty() &&
           std::ranges::none_of(findings, [](const Finding &finding) { return finding.severity() == Severity::Error; });
}

} // namespace owui
