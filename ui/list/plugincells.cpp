// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/list/plugincells.h"

#include "ui/list/comparetexts.h"
#include "ui/list/pluginmodel.h"
#include "ui/list/plugintexts.h"
#include "ui/list/resulttext.h"
#include "ui/parts/plaintext.h"

using namespace Qt::StringLiterals;

namespace owui {
namespace {

QVariant cellDisplay(const PluginRow &row, int column)
{
    switch (column) {
    case PluginModel::NameColumn:
        return row.plugin.title();
    case PluginModel::KindColumn:
        return row.plugin.kind ? textOf(*row.plugin.kind) : QString();
    case PluginModel::IdColumn:
        return row.plugin.id;
    case PluginModel::VersionColumn:
        return row.plugin.version();
    case PluginModel::CompareColumn:
        return compareText(row);
    case PluginModel::ServerColumn:
        return onServerText(row);
    case PluginModel::ResultColumn:
        return statusText(row);
    case PluginModel::PathColumn:
        return row.serverOnly ? QString() : row.plugin.path;
    case PluginModel::DeployColumn:
        return row.isBusy()                           ? PluginModel::tr("Cancel")
               : row.plugin.skipped || row.serverOnly ? QString()
                                                      : PluginModel::tr("Deploy");
    default:
        return {};
    }
}

QVariant cellRaw(const PluginRow &row, int column)
{
    switch (column) {
    case PluginModel::KindColumn:
        return row.plugin.kind ? static_cast<int>(*row.plugin.kind) : -1;
    case PluginModel::CompareColumn:
        return compareOrder(row);
    case PluginModel::ServerColumn:
        return onServerOrder(row);
    case PluginModel::ResultColumn:
        // Running first, then what needs a look, then what is done.
        return row.stage ? 0 : row.result ? 10 - static_cast<int>(resultTone(*row.result)) : 20;
    case PluginModel::DeployColumn:
        return row.isBusy() ? 0 : row.canDeploy() ? 1 : 2;
    default:
        return cellDisplay(row, column);
    }
}

QVariant cellDecoration(const PluginRow &row, int column)
{
    if (column == PluginModel::NameColumn && row.plugin.kind) {
        return themedIcon(nameOf(*row.plugin.kind));
    }
    if (column == PluginModel::CompareColumn) {
        return compareIcon(row);
    }
    if (column == PluginModel::ServerColumn) {
        return onServerIcon(row);
    }
    if (column == PluginModel::ResultColumn && row.result && !row.isBusy()) {
        switch (resultTone(*row.result)) {
        case Tone::Good:
            return themedIcon(u"success"_s, Tone::Good);
        case Tone::Bad:
            return themedIcon(u"error"_s, Tone::Bad);
        case Tone::Warning:
            return themedIcon(u"warning"_s, Tone::Warning);
        case Tone::Neutral:
            return themedIcon(u"cancel"_s);
        }
    }
    return {};
}

QString cellToolTip(const PluginRow &row, int column)
{
    switch (column) {
    case PluginModel::NameColumn:
        return row.serverOnly             ? row.plugin.id
               : row.findings().isEmpty() ? row.plugin.path
                                          : row.plugin.path + u"\n\n"_s + findingsText(row.findings());
    case PluginModel::IdColumn:
        return row.plugin.id.isEmpty() ? QString()
                                       : PluginModel::tr("%1 (%2)", "id, where it comes from")
                                             .arg(row.plugin.id, textOf(row.plugin.idOrigin));
    case PluginModel::CompareColumn:
        return compareDetails(row);
    case PluginModel::ResultColumn:
        return row.result ? resultDetails(*row.result) : statusText(row);
    case PluginModel::DeployColumn:
        return row.isBusy() || row.canDeploy() || row.plugin.skipped || row.serverOnly
                   ? QString()
                   : PluginModel::tr("This file cannot be deployed yet.") + u"\n\n"_s + findingsText(row.findings());
    default:
        return {};
    }
}

} // namespace

QVariant cellData(const PluginRow &row, int column, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return cellDisplay(row, column);
    case Qt::DecorationRole:
        return cellDecoration(row, column);
    case Qt::ToolTipRole:
        return plainToolTip(cellToolTip(row, column));
    case Qt::AccessibleTextRole:
        return column == PluginModel::DeployColumn ? PluginModel::tr("%1 %2", "Deploy, plugin")
                                                         .arg(cellDisplay(row, column).toString(), row.plugin.title())
                                                   : cellDisplay(row, column);
    case PluginModel::RawRole:
        return cellRaw(row, column);
    case PluginModel::FindingRole: {
        const auto gravest = row.plugin.skipped ? std::nullopt : gravestFinding(row.findings());
        return gravest ? QVariant(static_cast<int>(*gravest)) : QVariant();
    }
    case PluginModel::CanDeployRole:
        return row.canDeploy();
    case PluginModel::BusyRole:
        return row.isBusy();
    case PluginModel::ServerOnlyRole:
        return row.serverOnly;
    default:
        return {};
    }
}

QString columnTitle(int column)
{
    switch (column) {
    case PluginModel::NameColumn:
        return PluginModel::tr("Name");
    case PluginModel::KindColumn:
        return PluginModel::tr("Kind");
    case PluginModel::IdColumn:
        return PluginModel::tr("Id");
    case PluginModel::VersionColumn:
        return PluginModel::tr("Version");
    case PluginModel::CompareColumn:
        return PluginModel::tr("Compare");
    case PluginModel::ServerColumn:
        return PluginModel::tr("On server");
    case PluginModel::ResultColumn:
        return PluginModel::tr("Last operation");
    case PluginModel::PathColumn:
        return PluginModel::tr("Path");
    case PluginModel::DeployColumn:
        return PluginModel::tr("Deploy");
    default:
        return {};
    }
}

} // namespace owui
