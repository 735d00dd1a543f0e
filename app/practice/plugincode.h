// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace owui {

/// One field of a plugin's `class Valves`, read from the syntax tree without running anything.
struct ValveField
{
    QString name;
    QString type; ///< as written; empty where there is no annotation
    bool hasDefault = false;

    friend bool operator==(const ValveField &, const ValveField &) = default;
};

/// What loading its code would show of a plugin.
struct PluginCode
{
    QStringList classes; ///< top-level names among Pipe, Filter, Action, Event, Tools
    QList<ValveField> valves;
    QJsonArray specs; ///< of class Tools, as the server describes its functions to a model

    /// What LocalCheck is given to tell this.
    [[nodiscard]] static QString script();
    [[nodiscard]] static PluginCode read(const QJsonObject &description);
};

} // namespace owui
