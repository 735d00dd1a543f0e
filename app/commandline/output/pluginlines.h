// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/job/deployresult.h"
#include "plugins/plugin.h"

#include <QList>

namespace owui {

class Console;

/// "filter"; empty where there is none.
[[nodiscard]] QString kindText(const std::optional<PluginKind> &kind);
/// What a table shows in place of an empty text.
[[nodiscard]] QString orDash(const QString &text);

/// "note", "warning", "error".
[[nodiscard]] QString severityText(Severity severity);

/// Which options let pass what lacks these consents: "Here that is --allow downgrade."
[[nodiscard]] QString consentHint(const Consents &missing);
/// Adds it to the remedy of a blocked one.
void addConsentHint(DeployResult &result);

/// One finding as compilers write it: "filters/x.py:3: warning: text", and below it what to do.
void printFinding(const Plugin &plugin, const Finding &finding, Console &console);
/// Why a file that was named is not taken.
void printRefusal(const Plugin &plugin, Console &console);

/// "11 plugins, 37 not plugins"
[[nodiscard]] QString countsText(const QList<Plugin> &plugins);

/// "2 errors, 1 warning"; empty where nothing was found.
[[nodiscard]] QString findingCounts(const QList<Finding> &findings);

} // namespace owui
