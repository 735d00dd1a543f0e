// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/arguments/commandlineoptions.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace owui {

/// What the words after a command's name stand for, for the completions of a shell.
enum class Operands { None, Files, Ids, IdAndSwitch, Shell };

/// One command of the program.
struct CommandEntry
{
    CommandName command{};
    QString name;
    QString arguments; ///< for the usage line
    Operands operands = Operands::None;
    QString summary;
    QString description;
};

[[nodiscard]] const QList<CommandEntry> &commandTable();
/// In the order of the table.
[[nodiscard]] QStringList commandNames();
/// nullptr where there is none.
[[nodiscard]] const CommandEntry *findCommand(const QString &name);

} // namespace owui
