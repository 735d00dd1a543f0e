// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "argumentrules.h"

#include "sourcetree.h"

#include <QRegularExpression>

namespace owui {

using namespace Qt::StringLiterals;

namespace {

/// Behind the parenthesis that closes the one at `open`.
qsizetype endOfCall(const QString &code, qsizetype open)
{
    int depth = 0;
    for (qsizetype i = open; i < code.size(); ++i) {
        depth += code.at(i) == u'(' ? 1 : code.at(i) == u')' ? -1 : 0;
        if (depth == 0) {
            return i + 1;
        }
    }
    return code.size();
}

} // namespace

QStringList chainedArguments(const QString &root)
{
    static const QRegularExpression call(u"\\.arg\\("_s);
    static const QRegularExpression next(u"\\G\\s*\\.arg\\("_s);
    QStringList wrong;
    for (const SourceFile &file : sourceFiles(root)) {
        const QString code = file.code();
        QRegularExpressionMatchIterator calls = call.globalMatch(code);
        while (calls.hasNext()) {
            const qsizetype end = endOfCall(code, calls.next().capturedEnd() - 1);
            if (next.match(code, end).hasMatch()) {
                const auto line = QStringView(code).first(end).count(u'\n') + 1;
                wrong.append(u"%1:%2: arg() after arg()"_s.arg(file.path, QString::number(line)));
            }
        }
    }
    return wrong;
}

} // namespace owui
