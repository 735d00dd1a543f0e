// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "namerules.h"

#include "sourcetree.h"

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

} // namespace

QStringList consentsOutsideTheJudge(const QString &root)
{
    // Production is asked of whoever starts, RunForReason after the server's answer, and ChangedOnDisk is given by a
    // retry.
    static const QRegularExpression consent(u"\\bConsent::(?!(?:Production|RunForReason|ChangedOnDisk)\\b)\\w+"_s);
    return matchesOutside(sourceFiles(root), {u"app/compare/plan"_s, u"app/compare/consent"_s}, consent);
}

QStringList changesOutsideDeploy(const QString &root)
{
    static const QRegularExpression declared(u"\\b(?:OpenWebUi|ServerChanges)(?:\\s*>)?\\s*[&*]?\\s*(\\w+)"_s);
    const QList<SourceFile> files = sourceFiles(root);
    QSet<QString> names;
    for (const SourceFile &file : files) {
        const QString code = file.path.startsWith(u"app/server/") ? QString() : file.code();
        QRegularExpressionMatchIterator matches = declared.globalMatch(code);
        while (matches.hasNext()) {
            names.insert(matches.next().captured(1));
        }
    }
    if (names.isEmpty()) {
        return {};
    }
    const QRegularExpression call(
        u"\\b(?:%1)(?:\\(\\))?(?:->|\\.)(?:create|update|updateToVersion|toggle|toggleGlobal|remove)(?=\\()"_s.arg(
            QStringList(names.cbegin(), names.cend()).join(u'|')));
    return matchesOutside(files, {u"app/deploy/"_s, u"app/server/"_s}, call);
}

} // namespace owui
