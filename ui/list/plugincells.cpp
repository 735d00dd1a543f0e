// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/list/plugincells.h"

#include "ui/list/rowstatetext.h"
#include "ui/parts/plaintext.h"

using namespace Qt::StringLiterals;

namespace owui {

QVariant PluginCells::display(const PluginRow &row, int column)
{
    switch (column) {
    case NameColumn:
        return row.plugin.title();
    case KindColumn:
        return row.plugin.kind ? textOf(*row.plugin.kind) : QString();
    case IdColumn:
        return row.plugin.id;
    case VersionColumn:
        return row.plugin.version();
    case CompareColumn:
        return compareText(row);
    case ServerColumn:
        return onServerText(row);
    case ResultColumn:
        return statusText(row);
    case PathColumn:
        return row.serverOnly ? QString() : row.plugin.path;
    case DeployColumn:
        return row.isBusy() ? tr("Cancel") : row.plugin.skipped || row.serverOnly ? QString() : tr("Deploy");
    default:
        return {};
    }
}

QVariant PluginCells::raw(const PluginRow &row, int column)
{
    switch (column) {
    case KindColumn:
        return row.plugin.kind ? static_cast<int>(*row.plugin.kind) : -1;
    case CompareColumn:
        return compareOrder(row);
    case ServerColumn:
        return onServerOrder(row);
    case ResultColumn:
        // Running first, then what needs a look, then what is done.
        return row.stage ? 0 : row.result ? 10 - static_cast<int>(resultTone(*row.result)) : 20;
    case DeployColumn:
        return row.isBusy() ? 0 : row.canDeploy() ? 1 : 2;
    default:
        return display(row, column);
    }
}

QVariant PluginCells::decoration(const PluginRow &row, int column)
{
    if (column == NameColumn && row.plugin.kind) {
        return themedIcon(nameOf(*row.plugin.kind));
    }
    if (column == CompareColumn) {
        return compareIcon(row);
    }
    if (column == ServerColumn) {
        return onServerIcon(row);
    }
    if (column == ResultColumn && row.result && !row.isBusy()) {
        return resultIcon(*row.result);
    }
    return {};
}

QString PluginCells::toolTip(const PluginRow &row, int column)
{
    switch (column) {
    case NameColumn:
        return row.serverOnly             ? row.plugin.id
               : row.findings().isEmpty() ? row.plugin.path
                                          : row.plugin.path + u"\n\n"_s + findingsText(row.findings());
    case IdColumn:
        return row.plugin.id.isEmpty()
                   ? QString()
                   : tr("%1 (%2)", "id, where it comes from").arg(row.plugin.id, textOf(row.plugin.idOrigin));
    case CompareColumn:
        return compareDetails(row);
    case ResultColumn:
        return row.result ? resultDetails(*row.result) : statusText(row);
    case DeployColumn:
        return row.isBusy() || row.canDeploy() || row.plugin.skipped || row.serverOnly
                   ? QString()
                   : tr("This file cannot be deployed yet.") + u"\n\n"_s + findingsText(row.findings());
    default:
        return {};
    }
}

QVariant PluginCells::cellData(const PluginRow &row, int column, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return display(row, column);
    case Qt::DecorationRole:
        return decoration(row, column);
    case Qt::ToolTipRole:
        return plainToolTip(toolTip(row, column));
    case Qt::AccessibleTextRole:
        return column == DeployColumn
                   ? tr("%1 %2", "Deploy, plugin").arg(display(row, column).toString(), isolated(row.plugin.title()))
                   : display(row, column);
    case RawRole:
        return raw(row, column);
    case FindingRole: {
        const auto gravest = row.plugin.skipped ? std::nullopt : gravestFinding(row.findings());
        return gravest ? QVariant(static_cast<int>(*gravest)) : QVariant();
    }
    case CanDeployRole:
        return row.canDeploy();
    case BusyRole:
        return row.isBusy();
    default:
        return {};
    }
}

QStringList PluginCells::titles()
{
    return {tr("Name"),      tr("Kind"),           tr("Id"),   tr("Version"), tr("Compare"),
            tr("On server"), tr("Last operation"), tr("Path"), tr("Deploy")};
}

} // namespace owui
