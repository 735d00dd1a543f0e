// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace owui {

class Run;
struct DeployResult;

/// For a message: there need not be a row that says why.
[[nodiscard]] QString inFull(const DeployResult &result);

/// What the last run on a server came to. With the reason where one plugin alone was not done, or one was not taken
/// back.
[[nodiscard]] QString runEndText(const Run &run, const QString &server);

} // namespace owui
