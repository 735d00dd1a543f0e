// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "pluginkind.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace owui::test {

/// A plugin's text, made to order. Where a real server runs Python, the practice server follows comments that say the
/// same; see owui-practice --help.
struct PluginCode
{
    PluginKind kind = PluginKind::Filter;
    QString title = QStringLiteral("Sample");
    QString version = QStringLiteral("1.0");
    QString description = QStringLiteral("made for a scenario");
    QByteArray header;      ///< further header lines
    QByteArray topLevel;    ///< before the class
    QByteArray valves;      ///< lines of class Valves, without indentation
    QByteArray valvesGiven; ///< arguments when __init__ makes the Valves
    QByteArray init;        ///< lines of __init__, without indentation
    QByteArray body;        ///< further lines of the class, indented
    QByteArray tail;        ///< after the class

    [[nodiscard]] QByteArray text() const;
};

/// A way in which code cannot be loaded.
struct Fault
{
    const char *name;
    QByteArray topLevel;
    QByteArray init;
    QByteArray tail;
    QString reason; ///< a part of what the server says where it tells

    void spoil(PluginCode &code) const;
};

/// A syntax error, a package that is missing, no class of ours, an exception in __init__.
[[nodiscard]] QList<Fault> allFaults();
[[nodiscard]] Fault missingPackage();

} // namespace owui::test
