// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/output/pluginlines.h"

#include "commandline/output/console.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

QString count(const char *text, qsizetype n)
{
    return QCoreApplication::translate("CommandLine", text, nullptr, static_cast<int>(n));
}

QString singularOrPlural(qsizetype n, const char *one, const char *many)
{
    return count(n == 1 ? one : many, n);
}

Tone toneOf(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return Tone::Faint;
    case Severity::Warning:
        return Tone::Warning;
    case Severity::Error:
        return Tone::Bad;
    }
    return Tone::Plain;
}

} // namespace

QString severityText(Severity severity)
{
    return severity == Severity::Info ? QCoreApplication::translate("CommandLine", "note") : nameOf(severity);
}

void complainAbout(const Problem &problem, Console &console)
{
    console.complain(
        u"%1 %2"_s.arg(console.tonedForComplaint(QCoreApplication::translate("CommandLine", "owui-deploy:"), Tone::Bad),
                       console.tonedForComplaint(problem.text, Tone::Plain)));
    if (!problem.remedy.isEmpty()) {
        console.complain(console.tonedForComplaint(problem.remedy, Tone::Plain));
    }
}

void printFinding(const Plugin &plugin, const Finding &finding, Console &console)
{
    const QString place = finding.line > 0 ? u"%1:%2"_s.arg(plugin.path).arg(finding.line) : plugin.path;
    console.line(u"%1: %2: %3"_s.arg(console.toned(place, Tone::Strong),
                                     console.toned(severityText(finding.severity()), toneOf(finding.severity())),
                                     console.toned(finding.text(), Tone::Plain)));
    if (!finding.remedy().isEmpty()) {
        console.line(u"    "_s + console.toned(finding.remedy(), Tone::Faint));
    }
}

void printLogEntry(const LogEntry &entry, Console &console)
{
    const QString about = entry.plugin.isEmpty() ? entry.text : u"%1: %2"_s.arg(entry.plugin, entry.text);
    console.complain(console.tonedForComplaint(entry.time.toString(u"HH:mm:ss.zzz") + u"  "_s + about, Tone::Faint));
}

QString countsText(const QList<Plugin> &plugins)
{
    const auto skipped =
        std::ranges::count_if(plugins, [](const Plugin &plugin) { return plugin.skipped.has_value(); });
    const QString found = singularOrPlural(plugins.size() - skipped, QT_TRANSLATE_NOOP("CommandLine", "%n plugin"),
                                           QT_TRANSLATE_NOOP("CommandLine", "%n plugins"));
    if (skipped == 0) {
        return QCoreApplication::translate("CommandLine", "%1.").arg(found);
    }
    return QCoreApplication::translate("CommandLine", "%1, %2 not plugins.").arg(found).arg(skipped);
}

QString findingsText(const QList<Finding> &findings)
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
