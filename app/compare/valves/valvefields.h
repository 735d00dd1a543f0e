// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "pluginkind.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

namespace owui {

/// One field of a class of settings, told from the text alone.
struct SettingField
{
    QString name;
    QString type; ///< the annotation without white space, quotes as "; Optional[X] as X|None
    bool hasDefault = false;

    friend bool operator==(const SettingField &, const SettingField &) = default;
};

/// The fields of `class Valves` or `class UserValves`.
struct SettingFields
{
    enum class Reading {
        Absent, ///< the plugin plainly has no such class
        Read,
        CannotTell, ///< inherited, made at run time, conditional, or not valid Python
    };

    Reading reading = Reading::Absent;
    QList<SettingField> fields; ///< of Read

    friend bool operator==(const SettingFields &, const SettingFields &) = default;
};

struct ValveFields
{
    SettingFields valves;
    SettingFields userValves;

    friend bool operator==(const ValveFields &, const ValveFields &) = default;
};

/// Reads them without running anything: the nested classes of the class that makes the text a plugin of this kind.
[[nodiscard]] ValveFields readValveFields(QByteArrayView utf8, PluginKind kind);

} // namespace owui
