// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/output/pluginlines.h"

#include "commandline/arguments/texts.h"
#include "commandline/output/console.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

QString singularOrPlural(qsizetype n, const char *one, const char *many)
{
    return tr(n == 1 ? one : many, n);
}

Tone toneOf(Severity severity)
{
    return severity == Severity::Error ? Tone::Bad : severity == Severity::Warning ? Tone::Warning : Tone::Faint;
}

} // namespace

QString kindText(const std::optional<PluginKind> &kind)
{
    return kind ? nameOf(*kind) : QString();
}

QString orDash(const QString &text)
{
    return text.isEmpty() ? u"–"_s : text;
}

QString consentHint(const Consents &missing)
{
    QStringList hints;
    for (const Consent consent : allOf<Consent>()) {
        if (missing.contains(consent)) {
            hints.append(consent == Consent::Production ? tr("Here that is --yes.")
                                                        : tr("Here that is --allow %1.").arg(nameOf(consent)));
        }
    }
    return hints.join(u' ');
}

void addConsentHint(DeployResult &result)
{
    result.remedy = u"%1 %2"_s.arg(result.remedy, consentHint(result.missing)).trimmed();
}

QString severityText(Severity severity)
{
    return severity == Severity::Info ? tr("note") : nameOf(severity);
}

void printFinding(const Plugin &plugin, const Finding &finding, Console &console)
{
    const QString place = finding.line > 0 ? u"%1:%2"_s.arg(plugin.path, QString::number(finding.line)) : plugin.path;
    console.line(u"%1: %2: %3"_s.arg(console.toned(place, Tone::Strong),
                                     console.toned(severityText(finding.severity()), toneOf(finding.severity())),
                                     console.toned(finding.text(), Tone::Plain)));
    if (!finding.remedy().isEmpty()) {
        console.indentedLine(finding.remedy(), Tone::Faint);
    }
}

void printRefusal(const Plugin &plugin, Console &console)
{
    console.line(u"%1: %2: %3"_s.arg(console.toned(plugin.path, Tone::Strong),
                                     console.toned(tr("not taken"), Tone::Bad),
                                     console.toned(textOf(*plugin.skipped), Tone::Plain)));
    if (plugin.includable) {
        console.indentedLine(tr("“owui-deploy include FILE” takes it from now on."), Tone::Faint);
    }
}

QString countsText(const QList<Plugin> &plugins)
{
    const auto skipped =
        std::ranges::count_if(plugins, [](const Plugin &plugin) { return plugin.skipped.has_value(); });
    const QString found = singularOrPlural(plugins.size() - skipped, QT_TRANSLATE_NOOP("CommandLine", "%n plugin"),
                                           QT_TRANSLATE_NOOP("CommandLine", "%n plugins"));
    if (skipped == 0) {
        return tr("%1.").arg(found);
    }
    return tr("%1, %2 not plugins.").arg(found, QString::number(skipped));
}

QString findingCounts(const QList<Finding> &findings)
{
    const auto counted = [&findings](Severity severity) {
        return std::ranges::count(findings, severity, &Finding::severity);
    };
    QStringList parts;
    if (const auto errors = counted(Severity::Error)) {
        parts.append(singularOrPlural(errors, QT_TRANSLATE_NOOP("CommandLine", "%n error"),
                                      QT_TRANSLATE_NOOP("CommandLine", "%n errors")));
    }
    if (const auto warnings = counted(Severity::Warning)) {
        parts.append(singularOrPlural(warnings, QT_TRANSLATE_NOOP("CommandLine", "%n warning"),
                                      QT_TRANSLATE_NOOP("CommandLine", "%n warnings")));
    }
    return parts.join(u", "_s);
}

} // namespace owui
