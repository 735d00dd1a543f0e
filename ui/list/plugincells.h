// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/list/pluginrow.h"

#include <QCoreApplication>
#include <QStringList>
#include <QVariant>

namespace owui {

/// The columns and roles of the list, and what its cells show of a row.
class PluginCells
{
    Q_DECLARE_TR_FUNCTIONS(PluginCells)

public:
    enum Column {
        NameColumn, ///< and the id below
        VersionColumn,
        ServerVersionColumn,
        StateColumn, ///< and, below, why the last operation did not succeed
        OnColumn,
        DeployColumn,
        AuthorColumn,
        PathColumn,
        ReasonColumn, ///< why it is left out
        ColumnCount
    };
    enum Role {
        RawRole = Qt::UserRole, ///< the value to sort by
        SecondLineRole,
        FindingRole, ///< Severity of the gravest finding as int; invalid where there is none
        CanDeployRole,
        BusyRole,
        StrongRole, ///< there is something to deploy
        SwitchRole, ///< of a function on the server: whether it is on; invalid where there is no switch
    };

    [[nodiscard]] static QVariant cellData(const PluginRow &row, int column, int role);
    [[nodiscard]] static QStringList titles();

private:
    [[nodiscard]] static QVariant display(const PluginRow &row, int column);
    [[nodiscard]] static QString secondLine(const PluginRow &row, int column);
    [[nodiscard]] static QString accessibleText(const PluginRow &row, int column);
    [[nodiscard]] static QVariant switchPosition(const PluginRow &row, int column);
    [[nodiscard]] static QVariant raw(const PluginRow &row, int column);
    [[nodiscard]] static QVariant decoration(const PluginRow &row, int column);
    [[nodiscard]] static QString toolTip(const PluginRow &row, int column);
};

} // namespace owui
