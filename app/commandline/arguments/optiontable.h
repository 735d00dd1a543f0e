// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/arguments/commandlineoptions.h"

#include <QList>
#include <QString>

#include <optional>

namespace owui {

/// One option: the one place that knows its name, its help and what it sets.
struct OptionEntry
{
    using Apply = std::optional<Problem> (*)(CommandLineOptions &options, const QString &value);

    QString name;                ///< with its dashes
    QString value;               ///< what stands for its value in the help; empty: it takes none
    QList<CommandName> commands; ///< empty: all
    QString help;
    Apply apply = nullptr;
    QStringList choices{}; ///< the words that its value is made of, where it is not free

    [[nodiscard]] bool isFor(CommandName command) const { return commands.isEmpty() || commands.contains(command); }
};

[[nodiscard]] const QList<OptionEntry> &optionTable();
[[nodiscard]] QList<OptionEntry> optionsOf(CommandName command);
/// nullptr where the command has no such option.
[[nodiscard]] const OptionEntry *findOption(CommandName command, const QString &name);

} // namespace owui
