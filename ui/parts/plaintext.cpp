// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/parts/plaintext.h"

#include <QLabel>

using namespace Qt::StringLiterals;

namespace owui {

QString plainToolTip(const QString &text)
{
    return text.isEmpty() ? QString() : u"<div style=\"white-space:pre-wrap\">%1</div>"_s.arg(text.toHtmlEscaped());
}

QString withoutMnemonic(QString text)
{
    return text.replace(u'&', u"&&"_s);
}

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QLabel *bold(QLabel *label)
{
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    return label;
}

} // namespace owui
