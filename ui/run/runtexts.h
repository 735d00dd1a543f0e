// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

namespace owui {

class Run;
struct DeployResult;

/// For a message: there need not be a row that says why.
[[nodiscard]] QString inFull(const DeployResult &result);

/// "Apple, Banana".
[[nodiscard]] QString titlesOf(const QList<DeployResult> &results);

/// What changes that are no deployment came to: those that did not go well each by itself.
[[nodiscard]] QString changesText(const QList<DeployResult> &results);

/// What the last run on a server came to. With the reason where one plugin alone was not done, or one was not taken
/// back.
[[nodiscard]] QString runEndText(const Run &run, const QString &server);

} // namespace owui
