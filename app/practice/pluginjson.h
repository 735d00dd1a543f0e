// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "practice/practiceaccounts.h"
#include "practice/practicestore.h"

#include <QJsonObject>

namespace owui {

/// The server's response models (contract 1.2 and 1.3). They differ in which fields are there.
enum class ResponseShape {
    Created,          ///< FunctionResponse, ToolResponse: no source
    Full,             ///< FunctionModel, ToolModel
    Export,           ///< the same, with valves if asked for
    Listed,           ///< in /functions/list and /tools/, with the owner
    WithUser,         ///< ToolAccessResponse: one tool
    ListedWithAccess, ///< in /tools/list
};

[[nodiscard]] QJsonObject pluginJson(const StoredPlugin &plugin, ResponseShape shape, const PracticeRelease &release,
                                     const PracticeAccounts &accounts, bool writeAccess = true);

} // namespace owui
