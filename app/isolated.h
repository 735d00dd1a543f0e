// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "windowprogram.h"

#include <QChar>
#include <QCoreApplication>
#include <QString>
#include <QVariant>

namespace owui {

/// A name that others chose, for a sentence of the window: in a script that runs from right to left it would turn the
/// sentence around it. What steers the direction of text is left out of it, so that it cannot do so either. Where there
/// is no window a terminal lays the text out, and the name stays as it is.
[[nodiscard]] inline QString isolated(const QString &name)
{
    if (!isWindowProgram()) {
        return name;
    }
    bool runsOtherWay = QCoreApplication::instance()->property("layoutDirection").toInt() == Qt::RightToLeft;
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

/// A sentence for what is kept, or read by programs.
[[nodiscard]] inline QString withoutIsolation(QString sentence)
{
    return sentence.remove(u'\u2068').remove(u'\u2069');
}

} // namespace owui
