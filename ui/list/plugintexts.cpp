// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/list/plugintexts.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {
namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("PluginTexts", text);
}

} // namespace

QString kindText(PluginKind kind)
{
    switch (kind) {
    case PluginKind::Pipe:
        return translated(QT_TRANSLATE_NOOP("PluginTexts", "Pipe"));
    case PluginKind::Filter:
        return translated(QT_TRANSLATE_NOOP("PluginTexts", "Filter"));
    case PluginKind::Action:
        return translated(QT_TRANSLATE_NOOP("PluginTexts", "Action"));
    case PluginKind::Event:
        return translated(QT_TRANSLATE_NOOP("PluginTexts", "Event"));
    case PluginKind::Tool:
        return translated(QT_TRANSLATE_NOOP("PluginTexts", "Tool"));
    }
    return {};
}

QIcon kindIcon(PluginKind kind)
{
    switch (kind) {
    case PluginKind::Pipe:
        return themedIcon(u"pipe"_s);
    case PluginKind::Filter:
        return themedIcon(u"filter"_s);
    case PluginKind::Action:
        return themedIcon(u"action"_s);
    case PluginKind::Event:
        return themedIcon(u"event"_s);
    case PluginKind::Tool:
        return themedIcon(u"tool"_s);
    }
    return {};
}

QString idOriginText(IdOrigin origin)
{
    switch (origin) {
    case IdOrigin::Pinned:
        return translated(QT_TRANSLATE_NOOP("PluginTexts", "pinned by you"));
    case IdOrigin::Header:
        return translated(QT_TRANSLATE_NOOP("PluginTexts", "from the header"));
    case IdOrigin::Title:
        return translated(QT_TRANSLATE_NOOP("PluginTexts", "from the title"));
    case IdOrigin::FileName:
        return translated(QT_TRANSLATE_NOOP("PluginTexts", "from the file name"));
    }
    return {};
}

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
