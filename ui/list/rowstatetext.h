// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/list/pluginrow.h"
#include "ui/parts/icons.h"

#include <QIcon>
#include <QString>

#include <optional>

namespace owui {

// Words and icons for the state of a row: how it compares with the server, what the server has, how the last operation
// stands, and what was found in the file.

[[nodiscard]] QString compareText(const PluginRow &row);
[[nodiscard]] QString compareDetails(const PluginRow &row);
[[nodiscard]] QIcon compareIcon(const PluginRow &row);

/// "–" where there is no plugin.
[[nodiscard]] QString versionHereText(const PluginRow &row);
/// The server's, with a "*" where somebody edited the text there.
[[nodiscard]] QString serverVersionText(const PluginRow &row);

/// "on", "off", "on, global", "owner only", "some people"; empty where nobody knows.
[[nodiscard]] QString onServerText(const PluginRow &row);
/// What that means for those who chat, and how to change it.
[[nodiscard]] QString onServerDetails(const PluginRow &row);
[[nodiscard]] QIcon onServerIcon(const PluginRow &row);
[[nodiscard]] int onServerOrder(const PluginRow &row);

/// What is done with it at present, "updating… 12 s", or else how it compares.
[[nodiscard]] QString statusText(const PluginRow &row);
/// Why the last operation failed, was stopped or has an unknown end; empty after a success, and while the next one
/// runs.
[[nodiscard]] QString statusCause(const PluginRow &row);
/// Both in full.
[[nodiscard]] QString statusDetails(const PluginRow &row);
[[nodiscard]] QIcon statusIcon(const PluginRow &row);
/// To sort by: what is under way, what went wrong, then what needs a deployment.
[[nodiscard]] int statusOrder(const PluginRow &row);
/// For the button: "Update", "Downgrade…"; empty where there is nothing to do.
[[nodiscard]] QString deployText(DeployStep step);
/// With the versions: "Update 1.2.8 → 1.2.9".
[[nodiscard]] QString deployDetails(const PluginRow &row);

/// In full: what happened, what to do, what was noted on the way.
[[nodiscard]] QString resultDetails(const DeployResult &result);
/// Of an operation before this start: what was done and when.
[[nodiscard]] QString pastText(const HistoryEntry &entry);
[[nodiscard]] QIcon pastIcon(const HistoryEntry &entry);
[[nodiscard]] Tone resultTone(const DeployResult &result);
[[nodiscard]] QIcon resultIcon(const DeployResult &result);

/// The gravest of the findings that deserve a sign; none where there is none.
[[nodiscard]] std::optional<Severity> gravestFinding(const QList<Finding> &findings);
[[nodiscard]] QIcon severityIcon(Severity severity);
/// All findings, a paragraph each, with what to do.
[[nodiscard]] QString findingsText(const QList<Finding> &findings);

} // namespace owui
