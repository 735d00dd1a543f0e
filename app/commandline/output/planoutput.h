// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/input/pluginselection.h"
#include "commandline/output/jsonoutput.h"
#include "compare/inventory.h"
#include "compare/plan.h"

#include <QJsonObject>
#include <QList>

namespace owui {

/// A plan, and what the folder does not have.
struct ComparedFolder
{
    QList<PlanRow> rows;
    QList<ServerPlugin> serverOnly;
};

/// What the server has and the folder has not, as far as --kind and --id do not leave it out. Nothing where files were
/// named: they do not stand for the whole folder.
[[nodiscard]] QList<ServerPlugin> pluginsOnlyOnServer(const Inventory &inventory, const PluginSelection &selection,
                                                      const CommandLineOptions &options);

/// {"server", "root", "plugins", "skipped", "serverOnly"} of `status`, `plan` and `deploy --dry-run`.
[[nodiscard]] QJsonObject planDocument(const QJsonObject &server, const PluginSelection &selection,
                                       const ComparedFolder &compared, const Inventory &inventory,
                                       const CommandLineOptions &options);

/// What the server has of the row's plugin.
[[nodiscard]] std::optional<ServerPlugin> serverSide(const PlanRow &row, const Inventory &inventory);

} // namespace owui
