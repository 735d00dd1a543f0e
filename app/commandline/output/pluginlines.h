// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/job/logentry.h"
#include "plugins/plugin.h"
#include "result.h"

#include <QList>

namespace owui {

class Console;

/// "error: What happened." and, below it, what to do next; always on standard error.
void complainAbout(const Problem &problem, Console &console);

/// "note", "warning", "error".
[[nodiscard]] QString severityText(Severity severity);

/// One finding as compilers write it: "filters/x.py:3: warning: text", and below it what to do.
void printFinding(const Plugin &plugin, const Finding &finding, Console &console);

/// One line of the log, for --verbose; standard error.
void printLogEntry(const LogEntry &entry, Console &console);

/// "11 plugins, 37 not plugins"
[[nodiscard]] QString countsText(const QList<Plugin> &plugins);

/// "2 errors, 1 warning"; empty where nothing was found.
[[nodiscard]] QString findingsText(const QList<Finding> &findings);

} // namespace owui
