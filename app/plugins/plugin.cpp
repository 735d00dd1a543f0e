// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/plugin.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

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
