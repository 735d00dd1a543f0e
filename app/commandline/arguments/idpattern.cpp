// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/arguments/idpattern.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

Result<IdPattern> IdPattern::parse(const QString &text)
{
    const Result<PluginReference> reference = PluginReference::split(text);
    if (!reference) {
        return reference.error();
    }
    IdPattern pattern;
    pattern.m_reference = reference.value();
    pattern.m_expression = QRegularExpression(QRegularExpression::wildcardToRegularExpression(pattern.pattern()),
                                              QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

bool IdPattern::matches(PluginSpace space, const QString &id) const
{
    return m_reference.admits(space) && m_expression.match(id).hasMatch();
}

bool IdPattern::isBareId() const
{
    return !m_reference.space &&
           std::ranges::none_of(u"*?["_s, [this](QChar wildcard) { return m_reference.id.contains(wildcard); });
}

} // namespace owui
