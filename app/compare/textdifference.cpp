// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/textdifference.h"

#include "compare/pythonform.h"

#include <QString>

using namespace Qt::StringLiterals;

namespace owui {

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
