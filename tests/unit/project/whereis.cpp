// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "whereis.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace owui {

using namespace Qt::StringLiterals;

namespace {

/// Empty where it cannot be read.
QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

QStringList wrongAnswers(const QString &root)
{
    static const QRegularExpression answer(u"^\\|([^|]+)\\| `([^`|]+)` \\| `([^`|]+)` \\|$"_s);
    const QString text = textOf(QDir(root).filePath(u"CONTRIBUTING.md"_s));
    const QString table = text.section(u"\n## Where is …\n"_s, 1).section(u"\n## "_s, 0, 0);
    QStringList wrong;
    int answers = 0;
    for (const QString &line : table.split(u'\n')) {
        const QRegularExpressionMatch match = answer.match(line);
        if (!match.hasMatch()) {
            continue;
        }
        ++answers;
        const QString path = match.captured(2);
        const QRegularExpression word(u"(?<!\\w)"_s + QRegularExpression::escape(match.captured(3)) + u"(?!\\w)"_s);
        const QString source = textOf(QDir(root).filePath(path));
        if (source.isEmpty()) {
            wrong.append(u"%1: there is no file %2"_s.arg(match.captured(1).trimmed(), path));
        } else if (!source.contains(word)) {
            wrong.append(u"%1: %2 does not stand in %3"_s.arg(match.captured(1).trimmed(), match.captured(3), path));
        }
    }
    if (answers < leastAnswers) {
        wrong.append(u"%1 of %2 answers"_s.arg(answers).arg(leastAnswers));
    }
    return wrong;
}

} // namespace owui
