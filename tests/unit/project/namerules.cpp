// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "namerules.h"

#include "sourcetree.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace owui {

using namespace Qt::StringLiterals;

namespace {

/// One line for each match in the code of the files whose path does not begin with one of `allowed`.
QStringList matchesOutside(const QList<SourceFile> &files, const QStringList &allowed,
                           const QRegularExpression &expression)
{
    QStringList wrong;
    for (const SourceFile &file : files) {
        if (std::ranges::any_of(allowed, [&file](const QString &place) { return file.path.startsWith(place); })) {
            continue;
        }
        const QString code = file.code();
        QRegularExpressionMatchIterator matches = expression.globalMatch(code);
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            const auto line = QStringView(code).first(match.capturedStart()).count(u'\n') + 1;
            wrong.append(u"%1:%2: %3"_s.arg(file.path).arg(line).arg(match.captured()));
        }
    }
    return wrong;
}

struct FreeFunction
{
    QString name;
    qsizetype line = 0;
};

/// What a header declares, or what a source has for itself in its unnamed namespace. What a source defines outside of
/// that is declared in some header.
QList<FreeFunction> freeFunctions(const SourceFile &file)
{
    // A type and a name; a member function's has a class before it, and a macro has no type.
    static const QRegularExpression beginning(u"^[\\[A-Za-z][^()=]*[\\s&*](\\w+)\\("_s);
    static const QSet<QString> overloaded{u"qHash"_s};
    QList<FreeFunction> functions;
    const QStringList lines = file.code().split(u'\n');
    const QStringList written = file.text.split(u'\n');
    const bool isHeader = file.path.endsWith(u".h");
    bool isUnnamed = false;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        isUnnamed = written.at(i) == u"namespace {" || (isUnnamed && written.at(i) != u"} // namespace");
        const QRegularExpressionMatch match = beginning.match(lines.at(i));
        const bool specialises = i > 0 && lines.at(i - 1).startsWith(u"template<>");
        if ((isHeader || isUnnamed) && match.hasMatch() && !specialises && !overloaded.contains(match.captured(1))) {
            functions.append({.name = match.captured(1), .line = i + 1});
        }
    }
    return functions;
}

QString withoutEnding(const QString &path)
{
    return path.section(u'.', 0, 0);
}

} // namespace

QStringList consentsOutsideTheJudge(const QString &root)
{
    // Production is asked of whoever starts, RunForReason after the server's answer, and ChangedOnDisk is given by a
    // retry.
    static const QRegularExpression consent(u"\\bConsent::(?!(?:Production|RunForReason|ChangedOnDisk)\\b)\\w+"_s);
    return matchesOutside(sourceFiles(root), {u"app/compare/plan/plan"_s, u"app/compare/plan/consent"_s}, consent);
}

QStringList changesOutsideDeploy(const QString &root)
{
    static const QRegularExpression declared(u"\\bOpenWebUi(?:\\s*>)?\\s*[&*]?\\s*(\\w+)"_s);
    const QList<SourceFile> files = sourceFiles(root);
    QSet<QString> names;
    for (const SourceFile &file : files) {
        const QString code = file.path.startsWith(u"app/server/") ? QString() : file.code();
        QRegularExpressionMatchIterator matches = declared.globalMatch(code);
        while (matches.hasNext()) {
            names.insert(matches.next().captured(1));
        }
    }
    const QString object = names.isEmpty() ? u"(?!)"_s : QStringList(names.cbegin(), names.cend()).join(u'|');
    const QRegularExpression call(u"\\b(?:OpenWebUi::|(?:%1)(?:\\(\\))?(?:->|\\.)(?=\\w+\\())"
                                  "(?:create|update|updateToVersion|toggle|toggleGlobal|remove)\\b"_s.arg(object));
    return matchesOutside(files, {u"app/deploy/"_s, u"app/server/"_s}, call);
}

QStringList doubledFunctions(const QString &root)
{
    const QList<SourceFile> files = sourceFiles(root);
    QHash<QString, QSet<QString>> declared; // name to units
    for (const SourceFile &file : files) {
        const QList<FreeFunction> functions = file.path.endsWith(u".h") ? freeFunctions(file) : QList<FreeFunction>();
        for (const FreeFunction &function : functions) {
            declared[function.name].insert(withoutEnding(file.path));
        }
    }
    QStringList wrong;
    for (const SourceFile &file : files) {
        for (const FreeFunction &function : freeFunctions(file)) {
            for (const QString &unit : declared.value(function.name)) {
                if (unit != withoutEnding(file.path)) {
                    wrong.append(u"%1:%2: %3() is also declared in %4.h"_s.arg(file.path)
                                     .arg(function.line)
                                     .arg(function.name, unit));
                }
            }
        }
    }
    return wrong;
}

} // namespace owui
