// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/arguments/pluginreference.h"

#include "commandline/arguments/texts.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

/// What stands in ids that servers have, ours and those of other rules; nothing that could be part of a path.
bool isIdText(const QString &text)
{
    return !text.isEmpty() && std::ranges::all_of(text.toUcs4(), [](char32_t character) {
        return QChar::isLetterOrNumber(character) || QChar::isMark(character) || character == U'_' || character == U'-';
    });
}

} // namespace

Result<PluginReference> PluginReference::parse(const QString &text)
{
    Result<PluginReference> reference = split(text);
    if (reference && !isIdText(reference.value().id)) {
        return Problem{tr("“%1” is no plugin's id.").arg(reference.value().id),
                       tr("Ids are made of letters, digits and underscores.")};
    }
    return reference;
}

Result<PluginReference> PluginReference::split(const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    PluginReference reference{.space = {}, .id = text.sliced(colon + 1)};
    if (colon >= 0) {
        reference.space = fromName<PluginSpace>(QStringView(text).left(colon));
        if (!reference.space) {
            return Problem{tr("“%1” is no way to name a plugin.").arg(text), tr("Write ID, function:ID or tool:ID.")};
        }
    }
    return reference;
}

bool PluginReference::matches(PluginSpace otherSpace, const QString &otherId) const
{
    return admits(otherSpace) && QDir::match(QStringList{id}, otherId);
}

bool PluginReference::isBareId() const
{
    return !space && std::ranges::none_of(u"*?["_s, [this](QChar wildcard) { return id.contains(wildcard); });
}

QString PluginReference::text() const
{
    return space ? spelledOut(*space, id) : id;
}

QString spelledOut(PluginSpace space, const QString &id)
{
    return u"%1:%2"_s.arg(nameOf(space), id);
}

Problem ambiguousReference(const QString &id, const QString &where)
{
    return {tr("%1 has both a function and a tool with the id “%2”.").arg(where, id),
            tr("Write %1 or %2.").arg(spelledOut(PluginSpace::Function, id), spelledOut(PluginSpace::Tool, id))};
}

} // namespace owui
