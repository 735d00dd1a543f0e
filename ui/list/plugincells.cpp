// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/list/plugincells.h"

#include "ui/list/rowstatetext.h"
#include "ui/parts/plaintext.h"

#include "isolated.h"

using namespace Qt::StringLiterals;

namespace owui {

QVariant PluginCells::display(const PluginRow &row, int column)
{
    switch (column) {
    case NameColumn:
        return row.plugin.title();
    case VersionColumn:
        return versionHereText(row);
    case ServerVersionColumn:
        return serverVersionText(row);
    case StateColumn:
        return statusText(row);
    case OnColumn:
        return onServerText(row);
    case DeployColumn:
        return row.isBusy() ? tr("Cancel") : deployText(row.deployStep());
    case AuthorColumn:
        return row.plugin.author();
    case PathColumn:
        return row.serverOnly ? QString() : row.plugin.path;
    case ReasonColumn:
        return row.plugin.skipped ? textOf(*row.plugin.skipped) : QString();
    default:
        return {};
    }
}

QString PluginCells::secondLine(const PluginRow &row, int column)
{
    if (column == NameColumn) {
        return row.plugin.skipped ? row.plugin.path : row.plugin.id;
    }
    if (column != StateColumn) {
        return {};
    }
    const QString cause = statusCause(row);
    return cause.isEmpty() && !row.isBusy() && row.isProbablyMissing() ? tr("not in its list") : cause;
}

QVariant PluginCells::switchPosition(const PluginRow &row, int column)
{
    const std::optional<bool> isOn = row.seen.plugin ? row.seen.plugin->isOn() : std::nullopt;
    return column == OnColumn && isOn ? QVariant(*isOn) : QVariant();
}

QVariant PluginCells::raw(const PluginRow &row, int column)
{
    switch (column) {
    case StateColumn:
        return statusOrder(row);
    case OnColumn:
        return onServerOrder(row);
    case DeployColumn:
        return row.isBusy() ? 0 : !row.canDeploy() ? 3 : row.isChanged() ? 1 : 2;
    default:
        return display(row, column);
    }
}

QVariant PluginCells::decoration(const PluginRow &row, int column)
{
    if (column == NameColumn && row.plugin.kind) {
        return themedIcon(nameOf(*row.plugin.kind));
    }
    if (column == StateColumn) {
        return statusIcon(row);
    }
    if (column == OnColumn) {
        return onServerIcon(row);
    }
    return {};
}

QString PluginCells::toolTip(const PluginRow &row, int column)
{
    switch (column) {
    case NameColumn: {
        const QString place = row.serverOnly ? row.plugin.id : row.plugin.path;
        QStringList lines{row.plugin.kind ? tr("%1: %2", "Filter, where it is").arg(textOf(*row.plugin.kind), place)
                                          : place};
        if (!row.serverOnly && !row.plugin.id.isEmpty()) {
            lines.append(
                tr("Id: %1 (%2)", "id, where it comes from").arg(isolated(row.plugin.id), textOf(row.plugin.idOrigin)));
        }
        return row.findings().isEmpty() ? lines.join(u'\n')
                                        : lines.join(u'\n') + u"\n\n"_s + findingsText(row.findings());
    }
    case ServerVersionColumn:
        return row.isEditedThere() ? compareDetails(row) : QString();
    case StateColumn:
        return statusDetails(row);
    case OnColumn:
        return onServerDetails(row);
    case DeployColumn:
        return row.isBusy() || row.canDeploy() || row.plugin.skipped || row.serverOnly
                   ? QString()
                   : tr("This file cannot be deployed yet.") + u"\n\n"_s + findingsText(row.findings());
    case PathColumn:
    case AuthorColumn:
    case ReasonColumn:
        return display(row, column).toString();
    default:
        return {};
    }
}

QString PluginCells::accessibleText(const PluginRow &row, int column)
{
    const QString text = display(row, column).toString();
    if (column == DeployColumn) {
        return text.isEmpty() ? QString() : tr("%1 %2", "Deploy, plugin").arg(text, isolated(row.plugin.title()));
    }
    QStringList parts{text, secondLine(row, column)};
    if (column == NameColumn && row.plugin.kind) {
        parts.insert(1, textOf(*row.plugin.kind));
    }
    parts.removeAll(QString());
    return parts.join(u", "_s);
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
        return accessibleText(row, column);
    case RawRole:
        return raw(row, column);
    case SecondLineRole:
        return secondLine(row, column);
    case FindingRole: {
        const auto gravest = column != NameColumn || row.plugin.skipped ? std::nullopt : gravestFinding(row.findings());
        return gravest ? QVariant(static_cast<int>(*gravest)) : QVariant();
    }
    case CanDeployRole:
        return row.canDeploy();
    case BusyRole:
        return row.isBusy();
    case StrongRole:
        return row.isToDeploy();
    case SwitchRole:
        return switchPosition(row, column);
    default:
        return {};
    }
}

QStringList PluginCells::titles()
{
    return {tr("Plugin"), tr("Here"), tr("Server"),
            tr("State"),  tr("On"),   tr("Deploy"),
            tr("Author"), tr("Path"), tr("Why it is left out")};
}

} // namespace owui
