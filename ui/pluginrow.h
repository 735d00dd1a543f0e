// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/deployresult.h"
#include "plugins/plugin.h"

#include <QCollatorSortKey>

#include <chrono>
#include <optional>

namespace owui {

/// One row of the list: the file, and how its deployment stands at the present server.
struct PluginRow
{
    PluginRow(const Plugin &file, const QCollatorSortKey &key)
        : plugin(file)
        , titleKey(key)
    {
    }

    Plugin plugin;
    std::optional<DeployStage> stage;            ///< set while it waits or runs
    std::chrono::steady_clock::time_point since; ///< when it left the queue; meaningful while it runs
    std::optional<DeployResult> result;          ///< of the last deployment
    QCollatorSortKey titleKey;                   ///< made once per row: comparing titles by locale is slow
    QString searchText;                          ///< title, id, path and author, case-folded

    [[nodiscard]] bool isBusy() const { return stage.has_value(); }
    [[nodiscard]] bool isRunning() const { return stage && *stage != DeployStage::Waiting; }
    /// True if a click on Deploy would send it.
    [[nodiscard]] bool canDeploy() const { return !isBusy() && plugin.deployable(); }
    [[nodiscard]] bool hasProblem() const;
    [[nodiscard]] bool hasFailed() const { return result && !result->isSuccess(); }
};

} // namespace owui
