// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/text/textdifference.h"

#include "compare/text/pythonform.h"

#include <QCryptographicHash>
#include <QString>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

/// Shorter code, such as a class without anything, may be that of any plugin.
constexpr qsizetype leastTelling = 64;

/// What is behind the header, as Frontmatter finds it.
QStringView withoutHeader(QStringView text)
{
    const auto quotes = "\"\"\""_L1;
    const qsizetype first = text.indexOf(u'\n');
    const qsizetype last = first >= 0 && text.first(first).trimmed() == quotes ? text.indexOf(quotes, first) : -1;
    return (last < 0 ? text : text.sliced(last + quotes.size())).trimmed();
}

} // namespace

qsizetype codeSize(QStringView text)
{
    const QStringView code = withoutHeader(text);
    return code.size() - code.count(u"\r\n"_s);
}

CodeMark codeMark(QStringView text)
{
    if (codeSize(text) < leastTelling) {
        return {};
    }
    const QByteArray utf8 = withPlainLineEnds(withoutHeader(text)).toUtf8();
    return {.size = codeSize(text), .hash = QCryptographicHash::hash(utf8, QCryptographicHash::Sha256)};
}

QString withPlainLineEnds(QStringView text)
{
    QString plain = text.toString();
    plain.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    while (plain.endsWith(u'\n')) {
        plain.chop(1);
    }
    return plain;
}

QByteArray withoutFormatting(QByteArrayView utf8)
{
    return PythonForm(utf8).read();
}

TextDifference textDifference(QStringView left, QStringView right)
{
    if (left == right) {
        return TextDifference::None;
    }
    const QString plainLeft = withPlainLineEnds(left);
    const QString plainRight = withPlainLineEnds(right);
    if (plainLeft == plainRight) {
        return TextDifference::LineEnds;
    }
    return withoutFormatting(plainLeft.toUtf8()) == withoutFormatting(plainRight.toUtf8()) ? TextDifference::Formatting
                                                                                           : TextDifference::Content;
}

} // namespace owui
