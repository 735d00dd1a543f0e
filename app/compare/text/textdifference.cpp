// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/text/textdifference.h"

#include "compare/text/pythonform.h"
#include "files/sha256.h"

#include <QString>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

/// Shorter code, such as a class without anything, may be that of any plugin.
constexpr qsizetype leastTelling = 64;

/// Reads both side by side: most texts that differ do so long before their end.
bool differInFormattingOnly(QByteArrayView leftText, QByteArrayView rightText)
{
    PythonForm left(leftText);
    PythonForm right(rightText);
    qsizetype same = 0;
    bool leftHasMore = true;
    bool rightHasMore = true;
    while (leftHasMore || rightHasMore) {
        if (leftHasMore && (!rightHasMore || left.code().size() <= right.code().size())) {
            leftHasMore = left.readNext();
        } else {
            rightHasMore = right.readNext();
        }
        const qsizetype common = std::min(left.code().size(), right.code().size());
        if (left.code().sliced(same, common - same) != right.code().sliced(same, common - same)) {
            return false;
        }
        same = common;
    }
    return left.code() == right.code() && left.comments() == right.comments();
}

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
    return code.contains(u'\r') ? code.size() - code.count(u"\r\n"_s) : code.size();
}

CodeMark codeMark(QStringView text)
{
    if (codeSize(text) < leastTelling) {
        return {};
    }
    const QByteArray utf8 = withPlainLineEnds(withoutHeader(text)).toUtf8();
    return {.size = codeSize(text), .hash = sha256(utf8)};
}

QString withPlainLineEnds(QStringView text)
{
    QString plain = text.toString();
    if (plain.contains(u'\r')) {
        plain.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    }
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
    return differInFormattingOnly(plainLeft.toUtf8(), plainRight.toUtf8()) ? TextDifference::Formatting
                                                                           : TextDifference::Content;
}

} // namespace owui
