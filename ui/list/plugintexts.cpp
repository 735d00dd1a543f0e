// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/list/plugintexts.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

std::optional<Severity> gravestFinding(const QList<Finding> &findings)
{
    std::optional<Severity> gravest;
    for (const Finding &finding : findings) {
        // Where there is no Python, a sign in every row would tell nothing.
        if (finding.code != FindingCode::PythonNotChecked) {
            gravest = std::max(gravest.value_or(Severity::Info), finding.severity());
        }
    }
    return gravest;
}

QIcon severityIcon(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return themedIcon(u"info"_s);
    case Severity::Warning:
        return themedIcon(u"warning"_s, Tone::Warning);
    case Severity::Error:
        return themedIcon(u"error"_s, Tone::Bad);
    }
    return {};
}

QString findingsText(const QList<Finding> &findings)
{
    QStringList paragraphs;
    for (const Finding &finding : findings) {
        const QString remedy = finding.remedy();
        paragraphs.append(remedy.isEmpty() ? finding.text() : finding.text() + u'\n' + remedy);
    }
    return paragraphs.join(u"\n\n"_s);
}

QString elapsedText(std::chrono::milliseconds elapsed)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(elapsed).count();
    return seconds < 60 ? QCoreApplication::translate("PluginTexts", "%1 s").arg(seconds)
                        : QCoreApplication::translate("PluginTexts", "%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
}

} // namespace owui
