// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/parts/plaintext.h"

#include <QGuiApplication>
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

QString isolated(const QString &name)
{
    bool runsOtherWay = QGuiApplication::isRightToLeft();
    QString kept;
    for (const char32_t character : name.toUcs4()) {
        switch (QChar::direction(character)) {
        case QChar::DirLRE:
        case QChar::DirLRO:
        case QChar::DirRLE:
        case QChar::DirRLO:
        case QChar::DirPDF:
        case QChar::DirLRI:
        case QChar::DirRLI:
        case QChar::DirFSI:
        case QChar::DirPDI:
            continue;
        case QChar::DirR:
        case QChar::DirAL:
        case QChar::DirAN:
            runsOtherWay = true;
            break;
        default:
            break;
        }
        kept += QChar::fromUcs4(character);
    }
    return runsOtherWay ? u'\u2068' + kept + u'\u2069' : kept;
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
