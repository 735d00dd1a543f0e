// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/list/failureline.h"

#include "ui/list/pluginrow.h"

#include <QRegularExpression>

#include <algorithm>

namespace owui {
namespace {

/// The server runs the text under the name "<string>", and of several calls the last one is what failed.
int lineInTraceback(const QString &text)
{
    static const QRegularExpression place(QStringLiteral(R"(<string>"?, line (\d+))"));
    int line = 0;
    for (auto match = place.globalMatch(text); match.hasNext();) {
        line = match.next().captured(1).toInt();
    }
    return line;
}

} // namespace

int failureLine(const PluginRow &row)
{
    if (row.plugin.entry) {
        return 0; // its lines are none of the export's
    }
    if (row.hasFailed()) {
        const int line = lineInTraceback(row.result->error.detail + u'\n' + row.result->message);
        if (line > 0) {
            return line;
        }
    }
    const QList<Finding> findings = row.findings();
    const auto gravest = std::ranges::max_element(findings, {}, [](const Finding &finding) {
        return finding.line > 0 ? static_cast<int>(finding.severity()) : -1;
    });
    return gravest == findings.end() ? 0 : gravest->line;
}

} // namespace owui
