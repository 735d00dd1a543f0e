// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "sourcetree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace owui {

using namespace Qt::StringLiterals;

QString SourceFile::code() const
{
    // A quote after a digit separates the digits of a number.
    static const QRegularExpression noCode(
        uR"re(//[^\n]*|/\*.*?\*/|R"\(.*?\)"|"(?:\\.|[^"\\])*"|(?<![0-9A-Fa-f])'(?:\\.|[^'\\])*')re"_s,
        QRegularExpression::DotMatchesEverythingOption);
    QString code;
    qsizetype end = 0;
    QRegularExpressionMatchIterator matches = noCode.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        code += QStringView(text).sliced(end, match.capturedStart() - end);
        code += QString(match.capturedView().count(u'\n'), u'\n');
        end = match.capturedEnd();
    }
    code += QStringView(text).sliced(end);
    return code;
}

QList<SourceFile> sourceFiles(const QString &root)
{
    const QDir folder(root);
    QList<SourceFile> files;
    for (const QString &part : {u"app"_s, u"ui"_s}) {
        QDirIterator found(folder.filePath(part), {u"*.cpp"_s, u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (found.hasNext()) {
            QFile file(found.next());
            const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
            files.append({.path = folder.relativeFilePath(file.fileName()), .text = QString::fromUtf8(bytes)});
        }
    }
    std::ranges::sort(files, {}, &SourceFile::path);
    return files;
}

} // namespace owui
