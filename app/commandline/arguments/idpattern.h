// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/arguments/pluginreference.h"

#include <QRegularExpression>
#include <QString>

namespace owui {

/// What --id says: "PATTERN", "function:PATTERN" or "tool:PATTERN", with * and ? for anything.
class IdPattern final
{
public:
    [[nodiscard]] static Result<IdPattern> parse(const QString &text);

    [[nodiscard]] bool matches(PluginSpace space, const QString &id) const;
    /// One id, and not said of which space.
    [[nodiscard]] bool isBareId() const;
    /// Without the space.
    [[nodiscard]] QString pattern() const { return m_reference.id; }

private:
    PluginReference m_reference; ///< its id is the pattern
    QRegularExpression m_expression;
};

} // namespace owui
