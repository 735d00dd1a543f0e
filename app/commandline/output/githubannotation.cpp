// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/output/githubannotation.h"

#include <QDir>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

// The runner's own escapes (actions/toolkit, command.ts); they also keep a text from starting a second command.
QString escapedText(const QString &text)
{
    return QString(text).replace(u'%', u"%25"_s).replace(u'\r', u"%0D"_s).replace(u'\n', u"%0A"_s);
}

QString escapedProperty(const QString &text)
{
    return escapedText(text).replace(u':', u"%3A"_s).replace(u',', u"%2C"_s);
}

QString levelOf(Severity severity)
{
    return severity == Severity::Info ? u"notice"_s : nameOf(severity);
}

QString inRepository(const QString &file)
{
    const QString workspace = qEnvironmentVariable("GITHUB_WORKSPACE");
    const QString relative = QDir(workspace).relativeFilePath(file);
    return workspace.isEmpty() || relative.startsWith(u"../") ? file : relative;
}

} // namespace

bool wantsGithubAnnotations()
{
    return qgetenv("GITHUB_ACTIONS") == "true";
}

QString withoutGithubCommands(const QString &text)
{
    static const QRegularExpression atOnce(u"^::"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression afterBlanks(
        u"^([^\\S\\n]*)::"_s, QRegularExpression::MultilineOption | QRegularExpression::UseUnicodePropertiesOption);
    if (!wantsGithubAnnotations()) {
        return QString(text).replace(atOnce, u": :"_s);
    }
    return QString(text).replace(afterBlanks, u"\\1: :"_s).replace(u"##["_s, u"## ["_s);
}

QString githubAnnotation(const GithubAnnotation &annotation)
{
    QString properties = u"file="_s + escapedProperty(inRepository(annotation.file));
    if (annotation.line > 0) {
        properties += u",line=%1"_s.arg(annotation.line);
    }
    properties += u",title="_s + escapedProperty(annotation.title);
    return u"::%1 %2::%3"_s.arg(levelOf(annotation.severity), properties, escapedText(annotation.text));
}

} // namespace owui
