// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/arguments/idpattern.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace owui {

Result<IdPattern> IdPattern::parse(const QString &text)
{
    IdPattern pattern;
    const qsizetype colon = text.indexOf(u':');
    if (colon >= 0) {
        pattern.m_space = fromName<PluginSpace>(QStringView(text).left(colon));
    }
    if (colon >= 0 && !pattern.m_space) {
        return Problem{QCoreApplication::translate("CommandLine", "“%1” is no way to name a plugin.").arg(text),
                       QCoreApplication::translate("CommandLine", "Write ID, function:ID or tool:ID.")};
    }
    pattern.m_pattern = text.sliced(colon + 1);
    pattern.m_expression = QRegularExpression(QRegularExpression::wildcardToRegularExpression(pattern.m_pattern),
                                              QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

bool IdPattern::matches(PluginSpace space, const QString &id) const
{
    return (!m_space || *m_space == space) && m_expression.match(id).hasMatch();
}

bool IdPattern::isBareId() const
{
    return !m_space && !m_pattern.contains(u'*') && !m_pattern.contains(u'?') && !m_pattern.contains(u'[');
}

} // namespace owui
