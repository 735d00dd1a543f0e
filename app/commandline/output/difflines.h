// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/git/diff.h"
#include "compare/plan/plan.h"

#include <QJsonObject>
#include <QList>

namespace owui {

class Console;

/// What a deployment would change in the text of one plugin.
struct PluginDiff
{
    PlanRow row;
    QString serverName; ///< of the first line: "work/function:word_count"
    TextDiff diff;
};

/// As `diff -u` writes it. On a terminal, or with --color always, in colours and without what could steer a terminal;
/// else exactly, so that `patch` can read it.
void printDiff(const PluginDiff &diff, Console &console);

/// {"root", "diffs"} of `diff`.
[[nodiscard]] QJsonObject diffDocument(const QString &root, const QList<PluginDiff> &diffs);

} // namespace owui
